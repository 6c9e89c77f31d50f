import type { Shown, SoundPlan } from '../../../contract/alerts.ts';
import type { RingPlayer } from './ringPlayer.ts';

/** One lock for all tabs of this host: who holds it sounds. */
const lock = 'earshot-ring-sound';

/** The ring of one tab only: a tab waits until no other sounds, and takes over from one that could not. */
export function oneTabSound(player: RingPlayer, locks: LockManager): RingPlayer {
  let stop = (): void => undefined;

  return {
    play: (plan: SoundPlan) => {
      stop();
      const turn = new AbortController();
      const over = new Promise<void>((resolve) => {
        stop = () => {
          turn.abort();
          player.silence();
          resolve();
        };
      });
      return new Promise<Shown>((resolve) => {
        const held = locks.request(lock, { signal: turn.signal }, async () => {
          const shown = await player.play(plan);
          resolve(shown);
          // Held for as long as it sounds; one that does not lets the next tab try.
          if (shown.kind === 'shown') await over;
        });
        held.catch(() => resolve({ kind: 'notShown', why: 'otherTab' }));
      });
    },
    silence: () => stop(),
  };
}
