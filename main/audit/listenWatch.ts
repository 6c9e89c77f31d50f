import type { BeginningMode } from '../../contract/inspection.ts';
import { isUnderWay, type Listen } from '../../contract/state.ts';
import type { AuditBody } from './entry.ts';

/** Who listens, and where. */
export interface Listener {
  readonly inspector: string;
  /** host:port. */
  readonly gateway: string;
}

type Active = Exclude<Listen, { kind: 'idle' | 'ended' }>;

/**
 * What of a change of the listen belongs in the trail; null: nothing. Without agents' names, as numbers are enough. `mode`: what it was
 * asked to begin in. `standing`: a standing listen came to it.
 */
export function auditOf(
  before: Listen,
  now: Listen,
  { inspector, gateway }: Listener,
  mode: BeginningMode = 'listen',
  standing = false,
): AuditBody | null {
  if (isUnderWay(now)) {
    if (isUnderWay(before)) return null;
    const begun = mode === 'listen' ? {} : { mode };
    const how = howBegun(before, now);
    const of = standing && how === 'asked' ? ({ of: 'standing' } as const) : {};
    return { kind: 'listenStarted', inspector, gateway, agent: now.agent.workNo, how, ...begun, ...of };
  }
  if (now.kind === 'idle') return null;
  // An end that is shown without a beginning was never under way here.
  if (before.kind === 'idle') return null;
  if (before.kind === 'ended' && before.outcome === now.outcome) return null;
  return {
    kind: before.kind === 'ended' ? 'listenCorrected' : 'listenEnded',
    inspector,
    agent: now.agent.workNo,
    outcome: now.outcome,
    code: now.outcome === 'refused' ? (now.problem?.code ?? 'refused') : now.outcome,
    heardFor: now.heardFor === null ? null : Math.max(0, Math.round(now.heardFor)),
  };
}

function howBegun(before: Listen, now: Active): 'asked' | 'takenUp' | 'late' {
  if (now.kind === 'requesting') return 'asked';
  return before.kind === 'ended' ? 'late' : 'takenUp';
}
