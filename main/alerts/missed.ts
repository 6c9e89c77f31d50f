import type { Listen, ListenedAgent, MissedRing, PhoneAlert } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';

type Ring = Extract<PhoneAlert, { kind: 'ringing' }>;

/** The missed rings, and the ring that is over while its listen has not said how it went. */
export interface Missed {
  readonly rings: readonly MissedRing[];
  readonly open: Ring | null;
}

export const noneMissed: Missed = { rings: [], open: null };

const most = 20;

/** Rings of one agent closer together than this are one entry, milliseconds. */
const together = 10_000;

/** A ring is over; `event` is what ended it, null when nothing did but time or the session's end. */
export function afterRing(missed: Missed, ring: Ring, event: GatewayEvent | null): Missed {
  if (event !== null && noticed(event)) return missed;
  return ring.agent === null ? withMissed(missed, ring) : { ...missed, open: ring };
}

/** The listen has gone on: it tells whether the ring that belonged to it was missed. */
export function afterListen(missed: Missed, listen: Listen): Missed {
  const { open } = missed;
  if (open === null) return missed;
  const settled = { ...missed, open: null };
  switch (listen.kind) {
    case 'ended':
      return listen.heardFor === null && wasMissed(listen.outcome) ? withMissed(settled, open) : settled;
    case 'idle':
    case 'listening':
      return settled;
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'stopping':
    case 'outcomeUnknown':
      return missed;
  }
}

export function withoutMissed(missed: Missed, id: string | null): Missed {
  return { ...missed, rings: id === null ? [] : missed.rings.filter((ring) => ring.id !== id) };
}

/** The inspector listens to this agent again: what was missed of the agent is made good. */
export function withoutAgent(missed: Missed, workNo: string): Missed {
  return { ...missed, rings: missed.rings.filter((ring) => ring.agent?.workNo !== workNo) };
}

function withMissed(missed: Missed, { agent, since }: Ring): Missed {
  const [last, ...older] = missed.rings;
  if (last !== undefined && sameAgent(last.agent, agent) && since - last.at <= together) {
    return { ...missed, rings: [{ ...last, at: since, times: last.times + 1 }, ...older] };
  }
  const id = `missed-${String(since)}-${agent?.workNo ?? ''}`;
  return { ...missed, rings: [{ id, at: since, agent, times: 1 }, ...missed.rings].slice(0, most) };
}

function sameAgent(one: ListenedAgent | null, other: ListenedAgent | null): boolean {
  return one?.workNo === other?.workNo;
}

/** Picked up, or declined at the phone itself. */
function noticed(event: GatewayEvent): boolean {
  return event.type === 'AgentOther_PhoneOffhook' || (event.type === 'AgentOther_PhoneRelease' && event.by === 'agent');
}

function wasMissed(outcome: Extract<Listen, { kind: 'ended' }>['outcome']): boolean {
  switch (outcome) {
    case 'notAnswered':
    case 'phoneUnavailable':
    case 'endedByOtherSide':
    case 'endedUnseen':
    case 'sessionOver':
      return true;
    case 'refused':
    case 'declined':
    case 'hungUp':
    case 'stopped':
    case 'notStarted':
      return false;
  }
}
