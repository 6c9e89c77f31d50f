import { once } from 'node:events';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { command } from './running.ts';

test('the window opens with its page attached to the application', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  const size = await harness.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('/index.html'))
      ?.getMinimumSize(),
  );
  expect(size).toEqual([860, 560]);
});

test('closing the window leaves Earshot in the tray, and says so once', async ({ harness, desktop }) => {
  const { windowVisible } = driving(harness.app);
  const saidBefore = desktop.toasts().length;
  const said = (): string[] =>
    desktop
      .toasts()
      .slice(saidBefore)
      .map(({ title, body }) => `${title}: ${body}`);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  await expect.poll(said).toEqual(['Earshot is still running: It stays in the tray so that you do not miss your phone.']);
  expect((await desktop.trayItem()).tooltip).toBe('Earshot: signed out');

  await desktop.clickTrayIcon();
  await expect.poll(windowVisible).toBe(true);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  expect(said()).toHaveLength(1);
});

// Without Playwright, which makes a page believe that it is always in view.
test('the page knows whether it is in view', async ({ desktop, harnessEntry }) => {
  const earshot = await command({ desktop, entry: harnessEntry });
  const watched = async (): Promise<unknown[]> =>
    (await earshot.log()).filter(({ event }) => event === 'watch roster').map((line) => line['visible']);
  const lastWatched = async (): Promise<unknown> => (await watched()).at(-1);
  const child = earshot.start();
  await expect.poll(lastWatched).toBe(true);
  await desktop.minimizeWindow('Earshot');
  await expect.poll(lastWatched).toBe(false);
  await desktop.clickTrayIcon();
  await expect.poll(lastWatched).toBe(true);
  await desktop.closeWindow('Earshot');
  await expect.poll(lastWatched).toBe(false);
  await desktop.clickTrayIcon();
  await expect.poll(lastWatched).toBe(true);
  await desktop.clickTrayMenu('Quit');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await earshot.forget();
});

test('a second start shows the first one’s window and ends', async ({ harness, desktop }) => {
  const { windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  expect(await once(harness.start(), 'exit')).toEqual([0, null]);
  await expect.poll(windowVisible).toBe(true);
});

test('a page that crashes comes back', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  await harness.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('/index.html'))
      ?.webContents.forcefullyCrashRenderer();
  });
  const attachedAgain = async (): Promise<boolean> => {
    const events = (await harness.log()).map(({ event }) => event);
    return events.includes('page gone') && events.lastIndexOf('watch roster') > events.indexOf('page gone');
  };
  await expect.poll(attachedAgain).toBe(true);
});

test('a hidden window gets no roster, though its page says that it is in view', async ({ harness, desktop }) => {
  const lastWatched = async (): Promise<unknown> => (await harness.log()).findLast(({ event }) => event === 'watch roster')?.['visible'];
  await expect.poll(lastWatched).toBe(true);
  await desktop.closeWindow('Earshot');
  await expect.poll(lastWatched).toBe(false);
  await harness.page.evaluate('window.earshot.watchRoster({ visible: true })');
  expect(await lastWatched()).toBe(false);
  await desktop.clickTrayIcon();
  await expect.poll(lastWatched).toBe(true);
});
