import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windowPlaceSchema, type Rectangle } from '../../main/electron/windowPlace.ts';
import { startDesktop, type Desktop } from '../support/desktop/desktop.ts';
import { driving } from './driving.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './sharedHarness.ts';
import { command, launch, type Running } from './running.ts';

test('a window’s page begins in the process that it stays in: a second one would cost each start its time and 70 MB', async ({
  harness,
}) => {
  const began = await harness.app.evaluate(async ({ BrowserWindow, app }) => {
    const pages = (): readonly number[] => app.getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : []));
    const before = pages();
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    const seen = new Set<number>();
    const watching = setInterval(() => {
      for (const pid of pages()) if (!before.includes(pid)) seen.add(pid);
    }, 1);
    await window.loadURL('app://earshot/index.html');
    clearInterval(watching);
    window.destroy();
    return [...seen];
  });
  expect(began).toHaveLength(1);
});

test('the window opens with its page attached to the application', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  const smallest = await harness.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => `${window.getTitle()} ${window.getMinimumSize().join()}`),
  );
  expect(smallest).toContain('Earshot 860,560');
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
alone('the page knows whether it is in view', async ({ desktop, harnessEntry }) => {
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

alone('a page that crashes comes back', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  await harness.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.forcefullyCrashRenderer();
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

// The X server of the tests shows Electron one monitor, however wide: the right half of a wide one stands for the second.
alone(
  'the window opens where it stood, in the size it had; where there is no such place any more, it comes whole onto what is left',
  async ({ desktop, harnessEntry }) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-place-'));
    const wide = await startDesktop({ size: '2560x800', without: ['dunst', 'pulseaudio'] });
    try {
      const start = (on: Desktop): Promise<Running> => launch({ desktop: on, entry: harnessEntry, env: { EARSHOT_DATA_DIR: folder } });
      const first = await start(wide);
      await placed(first, { x: 1_500, y: 60, width: 900, height: 580 });
      await expect
        .poll(
          async () => windowPlaceSchema.safeParse(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8').catch(() => 'null'))).data,
        )
        .toMatchObject({ width: 900, height: 580, maximized: false });
      const stood = await placed(first);
      await first.close();
      const again = await start(wide);
      await expect.poll(() => placed(again)).toMatchObject({ width: stood.width, height: stood.height });
      // A window manager may add its frame once.
      await expect.poll(async () => Math.abs((await placed(again)).x - stood.x)).toBeLessThan(40);
      expect(Math.abs((await placed(again)).y - stood.y)).toBeLessThan(40);
      await again.close();
      const narrow = await start(desktop);
      // In the middle: a window manager that brings it back by itself leaves it at the edge.
      await expect.poll(async () => Math.abs((await placed(narrow)).x - (1_280 - 900) / 2)).toBeLessThan(40);
      expect(await placed(narrow)).toMatchObject({ width: 900, height: 580 });
      await narrow.close();
    } finally {
      await wide.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

alone('started by the system at log-in, the window waits in the tray', async ({ desktop, harnessEntry }) => {
  const running = await launch({ desktop, entry: harnessEntry, flags: ['--at-login'] });
  const { windowVisible } = driving(running.app);
  await expect(running.page.locator('#session')).toHaveText('signedOut');
  await desktop.trayItem();
  expect(await windowVisible()).toBe(false);
  await desktop.clickTrayIcon();
  await expect.poll(windowVisible).toBe(true);
  await running.close();
});

/** Where the main window stands, after it was put there if a place is given. */
async function placed(running: Running, place: Rectangle | null = null): Promise<Rectangle> {
  return running.app.evaluate(({ BrowserWindow }, wished) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'Earshot');
    if (window === undefined) throw new Error('There is no main window.');
    if (wished !== null) window.setBounds(wished);
    return window.getNormalBounds();
  }, place);
}
