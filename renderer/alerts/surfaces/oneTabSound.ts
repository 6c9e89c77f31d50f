import type { Shown, SoundPlan } from '../../../contract/alerts.ts';
import { overtaken, type RingPlayer } from './ringSound.ts';

/** One lock for all tabs of this host: who holds it sounds. */
const lock = 'earshot-ring-sound';

/** What is used of the browser's locks (Web Locks API). */
export interface SoundLocks {
  request(name: string, options: { readonly signal: AbortSignal }, held: () => Promise<void>): Promise<void>;
}

/** The ring of one tab only: a tab waits until no other sounds, and takes over from one that could not. */
export function oneTabSound(player: RingPlayer, locks: SoundLocks): RingPlayer {
  let stop = (): void => undefined;

  return {
    play: (plan: SoundPlan) => {
      stop();
      const turn = new AbortController();
      const over = new Promise<Shown>((resolve) => {
        stop = () => {
          turn.abort();
          player.silence();
          resolve(overtaken);
        };
      });
      return new Promise<Shown>((resolve) => {
        const held = locks.request(lock, { signal: turn.signal }, async () => {
          // A device that is never heard of again must not keep the lock from the sound on the next one.
          const shown = await Promise.race([player.play(plan), over]);
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
