import type { Running } from '../../electron/running.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ simulator, earshot }) => {
  await signIn(earshot.page, simulator);
});

/** What the main window shows of the connection; Playwright lets go of a page whose process is gone. */
const connection = ({ app }: Running): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'));
    // Asked of a page that has crashed, the question would stay open for good.
    if (window === undefined || window.webContents.isCrashed() || window.webContents.isLoading()) return 'gone';
    if (!window.isVisible()) return 'hidden';
    return window.webContents.executeJavaScript('document.querySelector("[data-testid=connection]")?.textContent ?? "empty"');
  });

test('a process of Earshot’s is killed: that is logged, the window stays or comes back, and the session goes on', async ({
  earshot,
  simulator,
}) => {
  await test.step('the page’s', async () => {
    const pid = await earshot.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
          ?.webContents.getOSProcessId() ?? 0,
    );
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(async () => (await earshot.log()).find(({ event }) => event === 'page gone'))
      .toMatchObject({ level: 50, reason: 'killed' });
    await expect.poll(() => connection(earshot)).toBe('Live');
  });
  for (const kind of ['GPU', 'Utility'] as const) {
    await test.step(`a helper of the system’s (${kind})`, async () => {
      const pid = await earshot.app.evaluate(({ app }, type) => app.getAppMetrics().find((each) => each.type === type)?.pid ?? 0, kind);
      expect(pid).toBeGreaterThan(1);
      process.kill(pid, 'SIGKILL');
      await expect
        .poll(async () => (await earshot.log()).find(({ event, type }) => event === 'process gone' && type === kind))
        .toMatchObject({ level: 50, reason: 'killed' });
      await expect.poll(() => connection(earshot)).toBe('Live');
    });
  }
  expect(simulator.requests.filter((request) => request.interface === 'login')).toHaveLength(1);
});
