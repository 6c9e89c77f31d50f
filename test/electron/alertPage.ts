import type { ElectronApplication, Page } from '@playwright/test';

/** The page of the alert window, once there is one. */
export async function alertPage(app: ElectronApplication): Promise<Page> {
  const isAlert = (page: Page): boolean => page.url().endsWith('/alert.html');
  return app.windows().find(isAlert) ?? app.waitForEvent('window', isAlert);
}
