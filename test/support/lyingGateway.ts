import type { GatewayEvent } from '../../main/gateway/agentevent.ts';
import type { GatewayAnswer } from '../../main/gateway/answer.ts';
import type { GatewayRequest, Reply } from '../../main/gateway/link.ts';
import type { LiveSession } from '../../main/session/live.ts';
import { seededRandom } from '../../simulator/random.ts';
import type { HandClock } from './handClock.ts';

/** What the inspector's phone does. */
export type Phase = 'quiet' | 'rings' | 'talks' | 'over';

/** How untrue the gateway is: milliseconds at most, and shares of all. */
export interface Lies {
  readonly eventDelay: number;
  readonly eventsLost: number;
  readonly eventsTwice: number;
  readonly answerDelay: number;
  /** An answer tells how it was so long ago. */
  readonly staleBy: number;
  /** Of the queries; never more than two in a row. */
  readonly failing: number;
}

export interface LyingGateway {
  readonly live: Pick<LiveSession, 'link' | 'askOwnState'>;
  phase(): Phase;
  /** How the next listen goes: how long the phone rings, and how long they talk, in milliseconds. */
  plan(listen: { readonly ring: number; readonly talk: number }): void;
  onEvent(take: (event: GatewayEvent) => void): void;
}

/** From acceptance to the ring, in milliseconds. */
const untilRing = 600;

const events: Readonly<Record<Phase, readonly GatewayEvent[]>> = {
  quiet: [{ type: 'AgentState_Busy' }],
  rings: [{ type: 'AgentOther_PhoneAlerting' }],
  talks: [{ type: 'AgentOther_PhoneOffhook' }],
  over: [{ type: 'AgentOther_PhoneRelease', by: 'platform' }, { type: 'AgentState_Ready' }],
};

/** CC-Gateway's `status` and `ctiStatus` (protocol.md 3.2). */
const told: Readonly<Record<Phase, { readonly status: number; readonly ctiStatus: number }>> = {
  quiet: { status: 7, ctiStatus: 2 },
  rings: { status: 7, ctiStatus: 4 },
  talks: { status: 7, ctiStatus: 5 },
  over: { status: 4, ctiStatus: 1 },
};

/** A gateway that calls the inspector's phone as planned, and tells of it as late, as old and as seldom as `lies` say. */
export function lyingGateway(clock: HandClock, lies: Lies, seed: number): LyingGateway {
  const random = seededRandom(seed, 0);
  let take: (event: GatewayEvent) => void = () => undefined;
  let planned = { ring: 0, talk: 0 };
  const history: { readonly at: number; readonly phase: Phase }[] = [{ at: clock.now(), phase: 'over' }];
  /** Grows with each listen and each stop: what was planned before happens no more. */
  let call = 0;
  let failedInARow = 0;

  const phase = (): Phase => history.at(-1)?.phase ?? 'over';
  const phaseAt = (at: number): Phase => history.findLast((entry) => entry.at <= at)?.phase ?? 'over';
  const upTo = (most: number): number => random.int(0, most);
  const happens = (share: number): boolean => random.fraction() < share;

  function tell(event: GatewayEvent): void {
    clock.after(upTo(lies.eventDelay), () => {
      take(event);
    });
  }

  function enter(next: Phase): void {
    history.push({ at: clock.now(), phase: next });
    for (const event of events[next]) {
      if (happens(lies.eventsLost)) continue;
      tell(event);
      if (happens(lies.eventsTwice)) tell(event);
    }
  }

  function later(delay: number, of: number, next: Phase): void {
    clock.after(delay, () => {
      if (call === of) enter(next);
    });
  }

  function begin(): void {
    call += 1;
    enter('quiet');
    later(untilRing, call, 'rings');
    later(untilRing + planned.ring, call, 'talks');
    later(untilRing + planned.ring + planned.talk, call, 'over');
  }

  function stop(): void {
    call += 1;
    if (phase() !== 'over') enter('over');
  }

  async function answered<Value>(value: Value): Promise<Reply<Value>> {
    await new Promise<void>((resolve) => clock.after(upTo(lies.answerDelay), resolve));
    return { ok: true, value };
  }

  async function query<Value>(read: (told: { readonly status: number; readonly ctiStatus: number }) => Value): Promise<Reply<Value>> {
    const fails = failedInARow < 2 && happens(lies.failing);
    failedInARow = fails ? failedInARow + 1 : 0;
    if (fails) return { ok: false, failure: { kind: 'refused', retcode: '000-004' } };
    return answered(read(told[phaseAt(clock.now() - upTo(lies.staleBy))]));
  }

  function send({ method }: GatewayRequest): Promise<Reply<GatewayAnswer>> {
    switch (method) {
      case 'PUT':
        begin();
        return answered({ retcode: '0', result: null, event: null });
      case 'DELETE':
        stop();
        return answered({ retcode: '0', result: null, event: null });
      default:
        return query((own) => ({ retcode: '0', result: own, event: null }));
    }
  }

  return {
    live: { link: { agentId: '291', send }, askOwnState: () => query(({ status }) => (status === 7 ? 'occupied' : 'idle')) },
    phase,
    plan: (listen) => {
      planned = listen;
    },
    onEvent: (taker) => {
      take = taker;
    },
  };
}
