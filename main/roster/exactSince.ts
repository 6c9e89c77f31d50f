import type { RosterRow } from '../../contract/roster.ts';
import type { AgentFacts } from '../gateway/agentDetails.ts';

/** No state lasts a month: such a number is no count of seconds. */
const longestState = 30 * 24 * 3_600_000;

/** Milliseconds that a change may lie before the poll that showed it; polls further apart show no changes. */
const pollsApart = 30_000;

/** The gateway counts whole seconds and its answer takes its time. */
const roundedBy = 2_000;

/** The clock that dates its answers and the one that dates its agents' sign-ins may differ by this much. */
const clocksDiffer = 3_600_000;

/**
 * Since when the agent is in the state of their row, as the gateway's answer of `now` (`date` by its clock) has it; null
 * when it does not say, or says what cannot be: a time that contradicts what Earshot saw is not shown as exact. It counts
 * seconds as far as any source tells (protocol.md 3.2); a gateway that counted something else would contradict the agent's
 * sign-in before long.
 */
export function exactSince(row: RosterRow, facts: AgentFacts, now: number, date: number): number | null {
  const { inStateFor, signedInAt } = facts;
  if (facts.state !== row.state || inStateFor === null || inStateFor > longestState) return null;
  const since = now - inStateFor;
  if (signedInAt !== null && inStateFor > date - signedInAt + clocksDiffer) return null;
  if (row.sinceIs === 'seen' && (since < row.since - pollsApart || since > row.since + roundedBy)) return null;
  return since;
}
