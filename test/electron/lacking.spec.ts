import { spawn } from 'node:child_process';
import { findElectron } from '../../scripts/electronBinary.ts';
import { startDesktop, type Desktop, type Dispensable } from '../support/desktop/desktop.ts';
import { audioLacks, desktopLacks } from '../support/desktop/programs.ts';
import type { SurfaceName } from '../../contract/alerts.ts';
import type { AlertPlan, Shown } from '../../main/alerts/surfaces.ts';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { launch, type Running } from './running.ts';

const ringId = 'ring-1';
const words = { title: 'Your phone is ringing', body: 'Pick up to listen to Li Wei (101).' };
const plans: Pick<AlertPlan, 'tray' | 'toast' | 'sound' | 'window'> = {
  tray: { picture: 'ringing', tooltip: 'Earshot · Your phone is ringing', menu: [] },
  toast: { ringId, ...words, silent: true, lasting: true, buttons: [] },
  sound: { ringId, sound: 'ring', loop: true, volume: 0.5, device: '' },
  window: {
    ringId,
    language: 'en',
    ...words,
    name: 'Li Wei',
    since: 0,
    mark: 'ringing',
    buttons: [{ action: 'show', words: 'Show Earshot' }],
  },
};
type Asked = Record<keyof typeof plans, Shown>;

async function ring({ app }: Running): Promise<Asked> {
  const { tray, toast, sound, alertWindow } = driving(app);
  const [one, two, three, four] = await Promise.all([tray(plans.tray), toast(plans.toast), sound(plans.sound), alertWindow(plans.window)]);
  return { tray: one, toast: two, sound: three, window: four };
}

async function on(without: Dispensable, harnessEntry: string, look: (desktop: Desktop, running: Running) => Promise<void>): Promise<void> {
  const desktop = await startDesktop({ without: [without] });
  try {
    const running = await launch({ desktop, entry: harnessEntry });
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    await look(desktop, running);
    await running.close();
  } finally {
    await desktop.stop();
  }
}

test.beforeEach(() => {
  const electron = findElectron(process.env, false);
  const lacks = [...desktopLacks(), ...audioLacks(), ...(electron.kind === 'missing' ? [electron.why] : [])];
  test.skip(lacks.length > 0, lacks.join('; '));
});

const shown: Shown = { kind: 'shown' };
const lacking: readonly { readonly without: Dispensable; readonly what: string; readonly surface: SurfaceName; readonly says: unknown }[] =
  [
    { without: 'dunst', what: 'no notification daemon', surface: 'toast', says: { kind: 'notShown' } },
    { without: 'xfce4-panel', what: 'no tray', surface: 'tray', says: { kind: 'notSupported' } },
    { without: 'pulseaudio', what: 'no audio device', surface: 'sound', says: { kind: 'notShown', why: 'noAudioDevice' } },
  ];

for (const { without, what, surface, says } of lacking) {
  test(`with ${what} the others still alert, and the ${surface} says that it did not`, async ({ harnessEntry }) => {
    await on(without, harnessEntry, async (desktop, running) => {
      const asked = await ring(running);
      expect(asked).toMatchObject({ tray: shown, toast: shown, sound: shown, window: shown, [surface]: says });
      await expect.poll(async () => (await desktop.window('Earshot alert'))?.state).toContain('ABOVE');
      if (without !== 'dunst') await expect.poll(() => desktop.toasts().filter(({ open }) => open)).toHaveLength(1);
      if (without !== 'xfce4-panel') expect((await desktop.trayItem()).tooltip).toBe(plans.tray.tooltip);
      // The server calls it running when its first samples are through.
      if (without !== 'pulseaudio') {
        await expect.poll(async () => (await desktop.sounds()).filter(({ running: plays }) => plays)).toHaveLength(1);
      }
    });
  });
}

test('a panel that comes after Earshot shows its icon, words and all', async ({ harnessEntry }) => {
  await on('xfce4-panel', harnessEntry, async (desktop, { app }) => {
    const { tray } = driving(app);
    expect(await tray(plans.tray)).toEqual({ kind: 'notSupported' });
    spawn('xfce4-panel', ['--disable-wm-check', '--sm-client-disable'], { env: desktop.env, stdio: 'ignore' });
    await expect.poll(() => tray(plans.tray)).toEqual(shown);
    expect((await desktop.trayItem()).tooltip).toBe(plans.tray.tooltip);
  });
});

test('without a tray a window that is closed stays within reach, in the taskbar, and so does one that starts at log-in', async ({
  harnessEntry,
}) => {
  const desktop = await startDesktop({ without: ['xfce4-panel', 'pulseaudio'] });
  const minimized = async (): Promise<boolean> => (await desktop.window('Earshot'))?.state.includes('HIDDEN') ?? false;
  try {
    const running = await launch({ desktop, entry: harnessEntry });
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    expect(await driving(running.app).tray(plans.tray)).toEqual({ kind: 'notSupported' });
    await desktop.closeWindow('Earshot');
    await expect.poll(minimized).toBe(true);
    await expect
      .poll(() => desktop.toasts().map(({ body }) => body))
      .toEqual(['It stays in the taskbar so that you do not miss your phone.']);
    await running.close();

    const atLogin = await launch({ desktop, entry: harnessEntry, flags: ['--at-login'] });
    await expect.poll(minimized).toBe(true);
    await atLogin.close();
  } finally {
    await desktop.stop();
  }
});
