import type { Answer } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { ofOwnNumber } from '../habits/blindness.ts';
import type { RequestPlan } from '../habits/requestPlan.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import type { Journal, OfRequest } from './journal.ts';

type Meant = Extract<Route, { kind: 'interface' }>;

/** Writes one request's way into the journal, from its arrival to its answer. A poll counts by its event alone. */
export class RequestChronicle {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #plan: RequestPlan;
  readonly #agentId: string;
  readonly #isBlind: boolean;
  /** Undefined for a poll. */
  readonly #request: OfRequest | undefined;
  #carriedOutAt: number;

  constructor(journal: Journal, clock: Clock, { interface: asked, parameters }: Meant, plan: RequestPlan) {
    this.#journal = journal;
    this.#clock = clock;
    this.#plan = plan;
    this.#agentId = parameters.get('agentid') ?? '';
    this.#isBlind = plan.blind !== undefined && ofOwnNumber(asked.logMethod, parameters);
    const number = journal.nextRequest();
    const { logMethod } = asked;
    this.#request = logMethod === 'getAgentEvent' ? undefined : { request: number, interface: logMethod, workNo: parameters.get('workNo') };
    this.#carriedOutAt = clock.now();
    if (this.#request !== undefined) journal.note(this.#agentId, { kind: 'received', ...this.#request });
  }

  readonly carriedOut = ({ retcode }: Answer): void => {
    this.#carriedOutAt = this.#clock.now();
    if (this.#request !== undefined) this.#journal.note(this.#agentId, { kind: 'carriedOut', retcode, ...this.#request });
  };

  /** The reply was written to a client that was there. */
  replied(reply: Reply): void {
    if (reply.kind !== 'http' || reply.cutAfter !== undefined) return;
    const { retcode, answer } = reply;
    const asOf = this.#carriedOutAt - this.#plan.staleMs;
    if (this.#request !== undefined) {
      this.#journal.note(this.#agentId, { kind: 'answered', retcode, asOf, isBlind: this.#isBlind, ...this.#request });
    }
    if (answer?.event !== undefined) this.#journal.delivered(this.#agentId, answer.event);
  }
}
