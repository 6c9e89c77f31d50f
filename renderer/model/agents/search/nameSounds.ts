import { createListeners } from '../../../../contract/listeners.ts';
import { silent, type Spelling } from './spelling.ts';

/** How names sound, so that a Chinese name is found by its initials on a Latin keyboard. */
export interface NameSounds {
  /** How the name may be typed. Nothing while that is not worked out yet, `onReady` then tells when to look again; and for names without Chinese. */
  of(name: string): Spelling;
  onReady(ready: () => void): () => void;
}

export interface NameSoundsOptions {
  /** Brings the dictionary; not before the first name is asked for. */
  readonly load: () => Promise<(name: string) => Spelling>;
  /** Runs once the page has a moment. */
  readonly soon: (run: () => void) => void;
}

/** Names worked out at a stretch: a few milliseconds. */
const STRETCH = 200;
/** Beyond so many the oldest are forgotten, should a gateway send names without end. */
const KEPT = 200_000;

const chinese = /\p{Script=Han}/u;

/** Works each name out once, a stretch at a time, so that no keystroke waits for ten thousand names. */
export function createNameSounds({ load, soon }: NameSoundsOptions): NameSounds {
  const ready = createListeners<null>();
  const known = new Map<string, Spelling>();
  const waiting = new Set<string>();
  let spelling: ((name: string) => Spelling) | null = null;
  let state: 'idle' | 'loading' | 'working' = 'idle';

  function begin(): void {
    if (state !== 'idle') return;
    if (spelling !== null) {
      state = 'working';
      soon(work);
      return;
    }
    state = 'loading';
    load().then(
      (loaded) => {
        spelling = loaded;
        state = 'working';
        soon(work);
      },
      (error: unknown) => {
        // Names are still found as they are written; the next search tries again.
        console.error('The dictionary of sounds could not be loaded', error);
        state = 'idle';
      },
    );
  }

  function work(): void {
    let done = 0;
    for (const name of waiting) {
      if (done === STRETCH) {
        soon(work);
        return;
      }
      waiting.delete(name);
      known.set(name, spelling?.(name) ?? silent);
      done += 1;
    }
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    state = 'idle';
    ready.notify(null);
  }

  return {
    of: (name) => {
      const sound = known.get(name);
      if (sound !== undefined) return sound;
      if (chinese.test(name)) {
        waiting.add(name);
        begin();
      }
      return silent;
    },
    onReady: (listener) => ready.add(listener),
  };
}
