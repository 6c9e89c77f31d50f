import type { StandingAgent } from './standingOrder.ts';

/** A call of which Earshot saw the beginning, and which goes on. */
export interface BegunCall {
  readonly agent: { readonly workNo: string; readonly name: string };
  /** When the poll came that showed it. */
  readonly since: number;
  readonly phase: 'talking' | 'occupied';
}

/** What is known of the calls of a standing listen's agents. */
export interface StandingCalls {
  /** Who was in no call at the last poll: the beginning of their next one will be seen. */
  readonly free: ReadonlySet<string>;
  /** Calls that began and have neither been asked about nor passed over, in the order in which they are chosen. */
  readonly begun: readonly BegunCall[];
}

/** Not polled yet: who is in a call at the first poll is not asked about. */
export const noCalls: StandingCalls = { free: new Set(), begun: [] };

/**
 * The calls after a poll. A call begins when its agent was free at the poll before; who comes back, was not seen meanwhile, or whose call
 * began in a gap, is passed over until they are free. `taken`: false passes over whatever begins now.
 */
export function callsAfter(calls: StandingCalls, look: readonly StandingAgent[], taken: boolean, now: number): StandingCalls {
  const free = new Set<string>();
  const begun: BegunCall[] = [];
  for (const { workNo, name, phase, unseen } of look) {
    if (phase === null) {
      free.add(workNo);
      continue;
    }
    const before = calls.begun.find((call) => call.agent.workNo === workNo);
    if (before === undefined && (unseen || !calls.free.has(workNo))) continue;
    begun.push({ agent: { workNo, name: name === '' ? workNo : name }, since: before?.since ?? now, phase });
  }
  return { free, begun: taken ? begun : [] };
}

/** Without one of the calls that began: it is passed over until it is over. */
export function withoutCall(calls: StandingCalls, workNo: string): StandingCalls {
  return { ...calls, begun: calls.begun.filter((call) => call.agent.workNo !== workNo) };
}
