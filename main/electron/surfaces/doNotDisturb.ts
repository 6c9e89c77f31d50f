import type { Quiet } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';
import { askBus, type BusQuestion } from './desktopBus.ts';

/** Milliseconds: asked when the other surfaces have been asked to show. */
const afterOthers = 50;

/** Milliseconds: with the wait before, less than the second within which it has to be known, and a toast to have shown. */
const patience = 800;

const notifications = { service: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
const property = (of: typeof notifications, interfaceName: string, name: string): BusQuestion => ({
  ...of,
  member: 'org.freedesktop.DBus.Properties.Get',
  args: [`string:${interfaceName}`, `string:${name}`],
  patience,
});

/** Each asks another daemon: one that does not know the question is not the one that runs. */
const questions: readonly BusQuestion[] = [
  // Plasma; the specification's own name for it.
  property(notifications, 'org.freedesktop.Notifications', 'Inhibited'),
  property(notifications, 'org.dunstproject.cmd0', 'paused'),
  {
    service: 'org.xfce.Xfconf',
    path: '/org/xfce/Xfconf',
    member: 'org.xfce.Xfconf.GetProperty',
    args: ['string:xfce4-notifyd', 'string:/do-not-disturb'],
    patience,
  },
];

/**
 * Asks whether the system holds notifications back. Linux' daemons tell, each in its way; what is on their screen nobody tells,
 * they say "shown" of what they hold back. GNOME is not asked: it shows what is critical all the same, as a ring's toast is.
 * Windows and macOS tell no program without native code: there, a toast of which nothing is heard tells it
 * (main/alerts/presenter.ts). Questions that come together are asked once.
 */
export function createDoNotDisturb(platform: NodeJS.Platform, clock: Clock): () => Promise<Quiet> {
  if (platform !== 'linux') return () => Promise.resolve('unknown');
  let asking: Promise<Quiet> | null = null;

  async function ask(): Promise<Quiet> {
    await new Promise<void>((resolve) => {
      clock.after(afterOthers, resolve);
    });
    const answers = await Promise.all(questions.map(askBus));
    if (answers.includes(true)) return 'yes';
    return answers.includes(false) ? 'no' : 'unknown';
  }

  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}
