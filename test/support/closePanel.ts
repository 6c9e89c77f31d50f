import { expect, type Page } from '@playwright/test';

/** Closes the panel under a button, and waits until the button has the focus again: it comes back a turn after the key. */
export async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('[aria-haspopup="dialog"]:focus')).toHaveCount(1);
}
