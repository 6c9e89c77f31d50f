import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { launch, type Running } from './running.ts';

const factors = ({ app }: Running): Promise<number[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => Math.round(window.webContents.getZoomFactor() * 100) / 100),
  );

test('the pages are zoomed by keys and wheel, the alert window with them, and so at the next start', async ({ desktop, harnessEntry }) => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-zoom-'));
  const start = async (): Promise<Running> => {
    const running = await launch({ desktop, entry: harnessEntry, env: { EARSHOT_DATA_DIR: folder } });
    await expect(running.page.locator('#session')).toHaveText('signedOut');
    await expect.poll(async () => (await desktop.window('Earshot'))?.id).toBe(await desktop.activeWindow());
    return running;
  };
  try {
    const first = await start();
    const both = (factor: number): Promise<void> => expect.poll(() => factors(first)).toEqual([factor, factor]);
    await both(1);
    for (const [key, factor] of [
      ['ctrl+equal', 1.1],
      ['ctrl+KP_Add', 1.25],
      ['ctrl+minus', 1.1],
      ['ctrl+0', 1],
      ['ctrl+plus', 1.1],
    ] as const) {
      await desktop.press(key);
      await both(factor);
    }
    await desktop.wheelUp([640, 400], 'ctrl');
    await both(1.25);
    await driving(first.app).alertWindow({
      ringId: 'ring-1',
      language: 'en',
      name: 'Li Wei',
      title: 'Your phone is ringing',
      body: 'Pick up to listen to Li Wei (101).',
      since: 0,
      mark: 'ringing',
      buttons: [{ action: 'show', words: 'Show Earshot' }],
    });
    const alertWidth = (): Promise<number | undefined> =>
      first.app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .find((window) => window.webContents.getURL().endsWith('/alert.html'))
            ?.getBounds().width,
      );
    await expect.poll(alertWidth).toBe(525);
    await expect.poll(() => readFile(join(folder, 'window.json'), 'utf8').catch(() => '')).toContain('"zoom": 1.25');
    await first.close();

    const second = await start();
    await expect.poll(() => factors(second)).toEqual([1.25, 1.25]);
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
