import type { Mode, ShownInspection } from '../../../contract/inspection.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { AppState, Listen, ListenedAgent } from '../../../contract/state.ts';
import { freshSettings } from '../../support/settings.ts';

interface ModeFace {
  readonly name: string;
  readonly change: Partial<AppState>;
}

const everyWay = { ...freshSettings, values: { ...freshSettings.values, interceptAllowed: true } };

/** Every way to be in a call: can one be unsure who hears whom? */
export function modeFaces(now: number, agent: ListenedAgent): readonly ModeFace[] {
  const up: Listen = { kind: 'listening', agent, since: now - 74_000, problem: null };
  const inspection = (possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection => ({
    possible,
    asking: null,
    problem: null,
    ...more,
  });
  const problem = (meaning: Problem['meaning']): Problem => ({ code: meaning, meaning });
  const face = (name: string, listen: Listen, shown: ShownInspection, more: Partial<AppState> = {}): ModeFace => ({
    name,
    change: { listen, inspection: shown, settings: everyWay, ...more },
  });
  return [
    face('mode-listen', up, inspection(['listen'])),
    face('mode-whisper', up, inspection(['whisper'])),
    face('mode-insert', up, inspection(['insert'])),
    face('mode-call', up, inspection(['call'])),
    face('mode-asking', up, inspection(['listen', 'whisper'], { asking: { to: 'whisper', since: now } })),
    face('mode-unknown', up, inspection(['listen', 'whisper'], { problem: problem('no-answer') })),
    face('mode-unknown-all', up, inspection(['listen', 'whisper', 'insert'], { problem: problem('mode-unknown') })),
    face('mode-late', up, inspection(['listen', 'whisper'], { problem: problem('mode-may-still-change') })),
    face('mode-no-right', up, inspection(['listen'], { problem: problem('900-002') }), {
      noRight: { listen: [], whisper: true, insert: false, call: false, force: false },
    }),
    face('mode-calling', { kind: 'calling', agent, since: now, problem: null }, inspection(['whisper'])),
    face('mode-stopping', { kind: 'stopping', agent, since: now }, inspection(['insert'])),
    face(
      'mode-cannot-tell',
      { kind: 'outcomeUnknown', agent, since: now, problem: problem('listen-cannot-tell') },
      inspection(['whisper']),
    ),
  ];
}
