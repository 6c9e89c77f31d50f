import type { Clock } from '../clock.ts';
import type { LineFaults } from './faults.ts';

type Pace = Pick<LineFaults, 'bandwidthBytesPerSecond' | 'slowDrip'>;

/** How fast a line's bytes go: as bandwidth and slow drip let them. */
export interface LinePace {
  /** When the next bytes may go. */
  freeAt(): number;
  /** How many may go at a time. */
  mostAtOnce(pace: Pace): number;
  /** So many bytes have gone. */
  sent(length: number, pace: Pace): void;
  /** Another pace from now on. */
  change(pace: Pace): void;
}

/** With a bandwidth, bytes go in slices of this length. */
const sliceMs = 10;
/** A timer that comes late may be made up for by so much. */
const mostCatchUpMs = 50;

export function createLinePace(clock: Pick<Clock, 'now'>): LinePace {
  let freeAt = 0;
  return {
    freeAt: () => freeAt,
    mostAtOnce: ({ bandwidthBytesPerSecond, slowDrip }) => {
      const slice = bandwidthBytesPerSecond === null ? Infinity : Math.max(1, Math.floor((bandwidthBytesPerSecond * sliceMs) / 1_000));
      return Math.min(slice, slowDrip?.bytes ?? Infinity);
    },
    sent: (length, { bandwidthBytesPerSecond, slowDrip }) => {
      const now = clock.now();
      const byBandwidth = bandwidthBytesPerSecond === null ? 0 : (length / bandwidthBytesPerSecond) * 1_000;
      const from = slowDrip === null ? Math.max(freeAt, now - mostCatchUpMs) : now;
      freeAt = from + Math.max(byBandwidth, slowDrip?.everyMs ?? 0);
    },
    change: ({ slowDrip }) => {
      freeAt = Math.min(freeAt, clock.now() + (slowDrip?.everyMs ?? sliceMs));
    },
  };
}
