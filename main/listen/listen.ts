import type { AgentState } from '../../contract/agentState.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { ownCallState } from '../gateway/agentgroup.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { LiveSession } from '../session/live.ts';
import type { SavedListen } from '../store/persisted.ts';
import { shownListen, type ListenState } from './facts.ts';
import { advance, type ListenInput, type ListenTimings } from './listenMachine.ts';
import { lostWithSession } from './lostWithSession.ts';
import type { OwnCall } from './onAnswer.ts';
import { createQuestion, type Question } from './question.ts';
import type { ListenEffect, ListenTimer } from './step.ts';
import { watchOf, type AgentListLook, type Watch } from './watch.ts';

/** What a listen needs of a session. */
type ListenedIn = Pick<LiveSession, 'link' | 'askOwnState'>;

export interface ListenOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly timings: ListenTimings;
  /** The session to act in; null when there is none. */
  live(): ListenedIn | null;
  /**
   * The request goes out when this settles, what must be known of it after a crash being written down before; or does not,
   * for the problem it settles with. Never rejects.
   */
  beforeRequest(): Promise<Problem | null>;
  /** Sends what begins an inspection of an agent, in whichever mode is wanted; and what ends it, whatever mode it is in. Never reject. */
  begin(link: GatewayLink, workNo: string): Promise<Reply<null>>;
  end(link: GatewayLink, workNo: string, deadline?: number): Promise<Reply<null>>;
  onChange(): void;
}

/** Carries the listen machine out: sends what it asks for, hands it what comes back. */
export interface ListenService {
  shown(): Listen;
  /** What to keep of the listen under way, so that another run can take it up; null when there is none. */
  toSave(): SavedListen | null;
  /** Takes up what an earlier run had under way. */
  takeUp(saved: SavedListen): void;
  /** False when a listen is under way. */
  listen(agent: ListenedAgent): boolean;
  stop(): void;
  /** The inspector's own word, where neither events nor answers tell: whether they hear the call. */
  hearing(hears: boolean): void;
  dismiss(): void;
  onEvent(event: GatewayEvent): void;
  /** The list of agents or the own state came: where it does not fit what is believed, the gateway is asked. */
  onLook(look: AgentListLook): void;
  /** Contact is lost; what happens from now on may never be told. */
  onLost(): void;
  onRegained(): void;
  /** `agentId`: whose session it was. */
  onSessionEnd(agentId: string | null): void;
  /** What this inspector still heard when the session was lost a short while ago, and may hear yet; null: nothing. */
  lostWithSession(agentId: string | null): SavedListen | null;
  /** Ends a listen at the gateway on the way out, within `deadline` milliseconds. */
  close(deadline: number): Promise<void>;
}

/** What the gateway is asked in one session. */
interface Questions {
  readonly live: ListenedIn;
  readonly ownState: Question;
  readonly ownCall: Question;
}

export function createListen(options: ListenOptions): ListenService {
  const { clock, log, timings } = options;
  let state: ListenState = { kind: 'idle' };
  let shown: Listen = { kind: 'idle' };
  /** Grows with each listen, so that a late answer of an earlier one is not taken for this one's. */
  let attempt = 0;
  const timers = new Map<ListenTimer, CancelTimer>();
  let watching: { readonly watch: Watch; readonly cancel: CancelTimer } | null = null;
  /** Of the present listen alone: answers to an earlier one's say nothing of it. */
  let questions: Questions | null = null;
  /** Whose session was lost last; null: none was, or it was ended as its inspector asked. */
  let endedOf: string | null = null;
  let left = false;

  function take(input: ListenInput): void {
    const before = shown.kind;
    const step = advance(state, input, clock.now());
    const news = isNews(state, step.state);
    if (!news && step.effects.length === 0) return;
    if (input.kind === 'event' && saysMore(state, step.state)) {
      questions?.ownState.outdate();
      questions?.ownCall.outdate();
    }
    state = step.state;
    shown = shownListen(state);
    if (shown.kind !== before) log.info('listen', { step: shown.kind, outcome: shown.kind === 'ended' ? shown.outcome : null });
    if (state.kind !== 'active') cancelTimers();
    const { askedAt = clock.now() } = 'askedAt' in input ? input : {};
    for (const effect of step.effects) carryOut(effect, askedAt);
    watch();
    options.onChange();
  }

  /** Asks again and again while there is something that no event may ever tell. */
  function watch(): void {
    const wanted = watchOf(state, clock.now());
    if (watching?.watch === wanted) return;
    watching?.cancel();
    watching = wanted === null ? null : { watch: wanted, cancel: clock.after(timings[wanted], askAgain) };
  }

  function askAgain(): void {
    watching = null;
    take({ kind: 'watch' });
    watch();
  }

  function takeFor(of: number, input: ListenInput): void {
    if (of === attempt) take(input);
  }

  /** `askedAt`: when what brought it was asked. */
  function carryOut(effect: ListenEffect, askedAt: number): void {
    const live = options.live();
    const of = attempt;
    switch (effect.kind) {
      case 'request':
        if (live !== null) {
          void request(live, effect.workNo).then((input) => {
            takeFor(of, input);
          });
        }
        return;
      case 'stop':
        if (live !== null) {
          void options.end(live.link, effect.workNo).then((reply) => {
            takeFor(of, { kind: 'stopAnswered', failure: reply.ok ? null : reply.failure });
          });
        }
        return;
      case 'askOwnState':
        ask('ownState');
        return;
      case 'askOwnCall':
        ask('ownCall');
        return;
      case 'startTimer':
        timers.get(effect.timer)?.();
        timers.set(
          effect.timer,
          clock.after(effect.timer === 'lapse' ? Math.max(0, askedAt + timings.lapse - clock.now()) : timings[effect.timer], () => {
            takeFor(of, { kind: 'timer', timer: effect.timer });
          }),
        );
        return;
      case 'cancelTimer':
        timers.get(effect.timer)?.();
        timers.delete(effect.timer);
        return;
    }
  }

  async function request(live: ListenedIn, workNo: string): Promise<ListenInput> {
    const problem = await options.beforeRequest();
    if (problem !== null) return { kind: 'withheld', problem };
    const reply = await options.begin(live.link, workNo);
    return { kind: 'requestAnswered', failure: reply.ok ? null : reply.failure };
  }

  function ask(what: 'ownState' | 'ownCall'): void {
    const live = options.live();
    if (live === null) return;
    if (questions?.live !== live) questions = questionsOf(live, attempt);
    questions[what].ask();
  }

  function questionsOf(live: ListenedIn, of: number): Questions {
    const limits = { deadline: timings.answer };
    const question = (
      send: () => Promise<Reply<AgentState | null>>,
      inputOf: (reply: Reply<AgentState | null>, askedAt: number) => ListenInput,
    ): Question =>
      createQuestion(
        async () => {
          const askedAt = clock.now();
          return { askedAt, reply: await send() };
        },
        ({ askedAt, reply }) => {
          takeFor(of, inputOf(reply, askedAt));
        },
        ({ reply }) => reply.ok,
      );
    return {
      live,
      ownState: question(
        () => live.askOwnState(limits),
        (reply, askedAt) => ({ kind: 'ownState', state: reply.ok ? reply.value : null, askedAt }),
      ),
      ownCall: question(
        () => ownCallState(live.link, limits),
        (reply, askedAt) => ({ kind: 'ownCall', state: ownCallOf(reply), askedAt }),
      ),
    };
  }

  function cancelTimers(): void {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  }

  return {
    shown: () => shown,
    toSave: () => (state.kind === 'active' ? { workNo: state.facts.agent.workNo, heard: state.facts.phone === 'offHook' } : null),
    takeUp: ({ workNo, heard }) => {
      attempt += 1;
      questions = null;
      // The roster, which knows the name, is not there yet.
      take({ kind: 'takenUp', agent: { workNo, name: workNo }, heard });
    },
    listen: (agent) => {
      if (state.kind === 'active') return false;
      attempt += 1;
      questions = null;
      take({ kind: 'asked', agent });
      return true;
    },
    stop: () => {
      take({ kind: 'stopAsked' });
    },
    hearing: (hears) => {
      take({ kind: 'hearing', hears });
    },
    dismiss: () => {
      take({ kind: 'dismissed' });
    },
    onEvent: (event) => {
      take({ kind: 'event', event });
    },
    onLook: ({ own, stateOf }) => {
      take({ kind: 'list', own, agent: state.kind === 'active' ? stateOf(state.facts.agent.workNo) : null });
    },
    onLost: () => {
      take({ kind: 'lost' });
    },
    onRegained: () => {
      take({ kind: 'regained' });
    },
    onSessionEnd: (agentId) => {
      take({ kind: 'sessionEnded' });
      endedOf = left ? null : agentId;
      left = false;
    },
    lostWithSession: (agentId) => lostWithSession(state, { sameInspector: agentId !== null && agentId === endedOf, now: clock.now() }),
    close: async (deadline) => {
      const live = options.live();
      if (state.kind !== 'active' || live === null) return;
      // Who leaves wants it to be over.
      left = true;
      await options.end(live.link, state.facts.agent.workNo, deadline);
    },
  };
}

/** Fifty events that mean nothing to a listen are not to be told of. */
function isNews(before: ListenState, now: ListenState): boolean {
  return before.kind === 'active' && now.kind === 'active' ? before.facts !== now.facts : before !== now;
}

/** Retcodes of a moment, not of the gateway's kind: a Guid renewed meanwhile, no service, too often (protocol.md 6). */
const passing = /^(000-003|000-004|000-007|105-\d{3})$/;

/** A gateway that refuses the query never says it; an answer that is missing may come another time. */
function ownCallOf(reply: Reply<AgentState | null>): OwnCall {
  if (reply.ok) return reply.value;
  const { failure } = reply;
  return failure.kind === 'refused' && !passing.test(failure.retcode) ? null : 'noAnswer';
}

/** Whether an event told of a pick-up or an end first: the answers still on their way know nothing of it. A ring, they may tell of as well. */
function saysMore(before: ListenState, now: ListenState): boolean {
  if (before.kind !== 'active' || now.kind !== 'active') return before.kind !== now.kind;
  const was = before.facts;
  const is = now.facts;
  // Where the phone did nothing yet, it is an earlier call's as like as not, and an answer may tell of the ring.
  const isEndNew = was.ending === null && is.ending !== null && was.phone !== 'quiet';
  return isEndNew || (was.pickUpTold === null && is.pickUpTold !== null) || (was.phone !== 'offHook' && is.phone === 'offHook');
}
