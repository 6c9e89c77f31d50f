import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';

test('the window opens with its page attached to the application', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  expect(await driving(harness.app).windowVisible()).toBe(true);
  const size = await harness.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize());
  expect(size).toEqual([860, 560]);
});

test('closing the window leaves Earshot in the tray, and says so once', async ({ harness, desktop }) => {
  const { closeWindow, windowVisible } = driving(harness.app);
  const saidBefore = desktop.toasts().length;
  const said = (): string[] => desktop.toasts().slice(saidBefore).map(({ title, body }) => `${title}: ${body}`);
  await closeWindow();
  expect(await windowVisible()).toBe(false);
  await expect.poll(said).toEqual(['Earshot is still running: It stays in the tray so that you do not miss your phone.']);
  expect((await desktop.trayItem()).tooltip).toBe('Earshot: signed out');

  await desktop.clickTrayIcon();
  await expect.poll(windowVisible).toBe(true);
  await closeWindow();
  expect(await windowVisible()).toBe(false);
  expect(said()).toHaveLength(1);
});

test('the page knows whether it is in view', async ({ harness, desktop }) => {
  const visibility = (): Promise<unknown> => harness.page.evaluate('document.visibilityState');
  const { closeWindow } = driving(harness.app);
  await expect.poll(visibility).toBe('visible');
  await harness.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
  });
  await expect.poll(visibility).toBe('hidden');
  await desktop.clickTrayIcon();
  await expect.poll(visibility).toBe('visible');
  await closeWindow();
  await expect.poll(visibility).toBe('hidden');
});

test('a second start shows the first one’s window and ends', async ({ harness }) => {
  const { closeWindow, windowVisible } = driving(harness.app);
  await closeWindow();
  expect(await windowVisible()).toBe(false);
  const second = spawn(harness.executable, harness.args, { env: harness.env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect.poll(windowVisible).toBe(true);
});

test('a page that crashes comes back', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  await harness.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const text = (): Promise<unknown> =>
    harness.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
      return contents.executeJavaScript("document.querySelector('#session')?.textContent");
    });
  await expect.poll(() => driving(harness.app).logged()).toContain('page-gone');
  await expect.poll(text).toBe('signedOut');
});
