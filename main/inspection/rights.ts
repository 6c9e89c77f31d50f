import type { Mode, NoRight } from '../../contract/inspection.ts';
import type { Failure } from '../gateway/failure.ts';

/** What a request needs a right for. */
export type RightWanted = { readonly of: 'listen'; readonly workNo: string } | { readonly of: Exclude<Mode, 'listen'> | 'force' };

/** What is known of the inspector's rights in one session: what was refused for lack of one, and what was granted before. */
export interface Rights {
  readonly missing: NoRight;
  readonly granted: ReadonlySet<RightWanted['of']>;
}

export const freshRights: Rights = {
  missing: { listen: [], whisper: false, insert: false, call: false, force: false },
  granted: new Set(),
};

/** No right to inspect, or to whisper; also said of an agent who is an inspector, where such may not be inspected (protocol.md 3, 6). */
const noRight = '900-002';

/** As many agents as anybody tries in vain. */
const mostAgents = 200;

/**
 * Takes in what came of a request. A right that was granted once is there: a refusal after it is about that agent. That listening is
 * refused may always be about the agent, and costs that agent alone.
 */
export function rightsAfter(rights: Rights, wanted: RightWanted, failure: Failure | null): Rights {
  if (failure === null) return rights.granted.has(wanted.of) ? rights : { ...rights, granted: new Set([...rights.granted, wanted.of]) };
  if (failure.kind !== 'refused' || failure.retcode !== noRight) return rights;
  const { missing } = rights;
  if (wanted.of === 'listen') {
    const listen = [...missing.listen.filter((workNo) => workNo !== wanted.workNo), wanted.workNo].slice(-mostAgents);
    return { ...rights, missing: { ...missing, listen } };
  }
  return rights.granted.has(wanted.of) ? rights : { ...rights, missing: { ...missing, [wanted.of]: true } };
}
