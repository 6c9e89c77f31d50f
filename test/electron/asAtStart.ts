import type { Desktop } from '../support/desktop/desktop.ts';
import { audioLacks } from '../support/desktop/programs.ts';
import type { DesktopWindow } from '../support/desktop/windows.ts';
import { driving } from './driving.ts';
import { expect } from './fixtures.ts';
import type { Running } from './running.ts';

/** Brings a harness that was used back to where it was at its start, and makes sure that it is there. Its log begins again. */
export async function asAtStart(running: Running, desktop: Desktop): Promise<Running> {
  const { app, page } = running;
  const { windowVisible } = driving(app);
  const before = (await running.log()).length;
  const log: Running['log'] = async () => (await running.log()).slice(before);
  // Hidden a moment ago, it may still stand on the desktop: shown again before it has gone, the window manager could lose it.
  await expect.poll(async () => (await windowVisible()) || !stands(await desktop.window('Earshot'))).toBe(true);
  await app.evaluate(async ({ app: electron }) => {
    const { inspector, ask } = globalThis.earshotHarness;
    if (inspector === null) throw new Error('There is no Inspector.');
    await Promise.all([ask('toast', null), ask('sound', null), ask('window', null), ask('attention', false), ask('badge', null)]);
    inspector.begin();
    // What a click on the dock's icon does: the window is shown, wherever it was.
    electron.emit('activate');
  });
  if (toastsOpen(desktop)) await desktop.dismissToasts();
  await page.reload();

  await expect(page.locator('#session')).toHaveText('signedOut');
  await expect.poll(async () => (await log()).findLast(({ event }) => event === 'watch roster')?.['visible']).toBe(true);
  await expect.poll(windowVisible).toBe(true);
  await expect
    .poll(async () => {
      const [windows, active] = await Promise.all([desktop.windows(), desktop.activeWindow()]);
      const [main, alert = null] = ['Earshot', 'Earshot alert'].map((title) => windows.find((window) => window.title === title));
      const insteadOfMain = main === undefined ? windows : [];
      return {
        visible: await windowVisible(),
        alert,
        inFront: main?.id === active,
        calls: main?.state.includes('ATTENTION'),
        insteadOfMain,
      };
    })
    .toEqual({ visible: true, alert: null, inFront: true, calls: false, insteadOfMain: [] });
  await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot: signed out');
  await expect.poll(() => toastsOpen(desktop)).toBe(false);
  if (audioLacks().length === 0) await expect.poll(async () => (await desktop.sounds()).filter((sound) => sound.running)).toEqual([]);
  return { ...running, log };
}

/** Neither put away nor minimised. */
const stands = (window: DesktopWindow | null): boolean => window !== null && !window.state.includes('HIDDEN');
const toastsOpen = (desktop: Desktop): boolean => desktop.toasts().some(({ open }) => open);
