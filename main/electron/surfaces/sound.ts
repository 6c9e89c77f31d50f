import type { Shown, SoundPlan } from '../../alerts/surfaces.ts';
import type { AlertPage } from './alertPage.ts';

/** The sound of an alert, played by the alert page: it is there while every window is hidden. */
export function createSound(page: AlertPage): (plan: SoundPlan | null) => Promise<Shown> {
  let wanted: SoundPlan | null = null;

  async function play(plan: SoundPlan): Promise<Shown> {
    if ((await page.window()) === null) return { kind: 'notShown', why: 'alertPageMissing' };
    // Ended while the page was loading.
    if (wanted !== plan) return { kind: 'notShown', why: 'ended' };
    return page.order({ kind: 'play', sound: plan });
  }

  page.onAnew(() => {
    if (wanted !== null) void play(wanted);
  });

  return (plan) => {
    wanted = plan;
    if (plan !== null) return play(plan);
    if (page.present() !== null) void page.order({ kind: 'silence' });
    return Promise.resolve({ kind: 'shown' });
  };
}
