import type { AlertTimes } from '../../contract/state.ts';
import type { Log, LogFields } from '../ports/log.ts';
import type { Attempt } from './escalation.ts';
import type { SurfaceName } from './surfaces.ts';

const most = 20;
const mostSurfaces = 32;

/** When each ring was received, planned for, asked of the surfaces and shown by them: the last twenty, and the log. */
export interface AlertTimesService {
  /** Newest first. */
  list(): readonly AlertTimes[];
  begin(received: number, planned: number): void;
  asked(surface: SurfaceName, at: number): void;
  settled(surface: SurfaceName, attempt: Attempt, at: number): void;
  end(at: number): void;
}

type Surfaces = AlertTimes['surfaces'];

export function createAlertTimes(log: Log): AlertTimesService {
  let present: AlertTimes | null = null;
  let past: readonly AlertTimes[] = [];

  return {
    list: () => [...(present === null ? [] : [present]), ...past].slice(0, most),
    begin: (received, planned) => {
      present = { received, planned, ended: null, surfaces: [] };
    },
    asked: (surface, asked) => {
      if (present === null || present.surfaces.length >= mostSurfaces) return;
      present = { ...present, surfaces: [...present.surfaces, { surface, asked, shown: null, result: 'asked' }] };
    },
    settled: (surface, attempt, at) => {
      if (present !== null) present = { ...present, surfaces: withResult(present.surfaces, surface, attempt, at) };
    },
    end: (at) => {
      if (present === null) return;
      const over = { ...present, ended: at };
      present = null;
      past = [over, ...past].slice(0, most);
      log.info('ring', fields(over));
    },
  };
}

function withResult(surfaces: Surfaces, surface: SurfaceName, attempt: Attempt, at: number): Surfaces {
  const index = surfaces.findLastIndex((entry) => entry.surface === surface);
  return surfaces.map((entry, place) => {
    if (place !== index) return entry;
    // What came late was late, and yet the time at which it was shown is worth knowing.
    const result = entry.result === 'late' ? entry.result : attempt.kind;
    return { ...entry, result, shown: attempt.kind === 'shown' ? at : null };
  });
}

/** Milliseconds since the event was received. */
function fields({ received, planned, ended, surfaces }: AlertTimes): LogFields {
  const line: Record<string, number | string | null> = {
    planned: planned - received,
    ended: ended === null ? null : ended - received,
  };
  for (const { surface, asked, shown, result } of surfaces) {
    line[`${surface}Asked`] = asked - received;
    line[`${surface}Shown`] = shown === null ? result : shown - received;
  }
  return line;
}
