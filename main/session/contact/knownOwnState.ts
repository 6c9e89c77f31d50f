import type { AgentState } from '../../../contract/agentState.ts';
import type { GatewayLink, Reply } from '../../gateway/link.ts';
import { getAgentStatus, type QueryLimits } from '../../gateway/onlineagent.ts';
import type { CancelTimer, Clock } from '../../ports/clock.ts';
import { sharedQuery } from './sharedQuery.ts';

export interface KnownOwnStateOptions {
  readonly link: GatewayLink;
  readonly clock: Clock;
  /** The own state is another now. */
  onOwnState(state: AgentState): void;
}

/** The inspector's own state, as events and answers tell it. */
export interface KnownOwnState {
  get(): AgentState;
  /** An event told it. */
  told(state: AgentState): void;
  /** Asks the gateway, at once and by itself. Never rejects. */
  query(limits?: QueryLimits): Promise<Reply<AgentState>>;
  /** Asks, with whoever asks already, until it is told. */
  ask(): void;
  /** Asks whether the gateway is there, which tells the own state, too. */
  probe(deadline: number, signal: AbortSignal): Promise<Reply<AgentState>>;
  /** As `ask`, but a probe that is out will do. */
  askUnlessProbing(): void;
  stop(): void;
}

/** A query of the own state that failed is tried again after this long (ms). */
const askAgainAfter = 2_000;

export function createKnownOwnState({ link, clock, onOwnState }: KnownOwnStateOptions): KnownOwnState {
  let ownState: AgentState = 'unknown';
  /** Numbers what is known of it, so that an older answer never overwrites a newer word. */
  let word = 0;
  let probing: Promise<Reply<AgentState>> | null = null;
  let stopped = false;
  let cancelAskAgain: CancelTimer = () => undefined;

  function set(state: AgentState): void {
    if (state === ownState) return;
    ownState = state;
    onOwnState(state);
  }

  async function query(limits: QueryLimits = {}): Promise<Reply<AgentState>> {
    word += 1;
    const asked = word;
    const reply = await getAgentStatus(link, limits);
    if (reply.ok && asked === word) set(reply.value);
    return reply;
  }

  const shared = sharedQuery(query);

  function untilTold(asked: Promise<Reply<AgentState>>): void {
    void asked.then((reply) => {
      cancelAskAgain();
      if (!reply.ok && !stopped) cancelAskAgain = clock.after(askAgainAfter, ask);
    });
  }

  function ask(): void {
    untilTold(shared());
  }

  return {
    get: () => ownState,
    told: (state) => {
      word += 1;
      set(state);
    },
    query,
    ask,
    probe: async (deadline, signal) => {
      const reply = query({ deadline, signal, urgency: 'ring' });
      probing = reply;
      await reply;
      if (probing === reply) probing = null;
      return reply;
    },
    askUnlessProbing: () => {
      untilTold(probing ?? shared());
    },
    stop: () => {
      stopped = true;
      cancelAskAgain();
    },
  };
}
