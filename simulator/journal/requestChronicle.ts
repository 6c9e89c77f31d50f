import { done } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { ofOwnNumber } from '../habits/blindness.ts';
import type { RequestPlan } from '../habits/requestPlan.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import type { Journal, OfRequest } from './journal.ts';

const successCode: string = done.retcode;

type Meant = Extract<Route, { kind: 'interface' }>;

/** Writes one request's way into the journal, from its arrival to its answer; of a poll only its event, or its refusal. */
export class RequestChronicle {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #plan: RequestPlan;
  readonly #agentId: string;
  readonly #isBlind: boolean;
  readonly #isPoll: boolean;
  readonly #request: OfRequest;
  #carriedOutAt: number;

  constructor(journal: Journal, clock: Clock, { interface: asked, parameters }: Meant, plan: RequestPlan) {
    this.#journal = journal;
    this.#clock = clock;
    this.#plan = plan;
    this.#agentId = parameters.get('agentid') ?? '';
    this.#isBlind = plan.blind !== undefined && ofOwnNumber(asked.logMethod, parameters);
    this.#isPoll = asked.logMethod === 'getAgentEvent';
    this.#request = { request: journal.nextRequest(), interface: asked.logMethod, workNo: parameters.get('workNo') };
    this.#carriedOutAt = clock.now();
    if (!this.#isPoll) journal.note(this.#agentId, { kind: 'received', ...this.#request });
  }

  readonly carriedOut = ({ retcode }: Answer): void => {
    this.#carriedOutAt = this.#clock.now();
    if (!this.#isPoll) this.#journal.note(this.#agentId, { kind: 'carriedOut', retcode, ...this.#request });
  };

  /** The reply was written to a client that was there. */
  replied(reply: Reply): void {
    if (reply.kind !== 'http' || reply.cutAfter !== undefined) return;
    const { retcode, answer } = reply;
    const asOf = this.#carriedOutAt - this.#plan.staleMs;
    if (!this.#isPoll || retcode !== successCode) {
      this.#journal.note(this.#agentId, { kind: 'answered', retcode, asOf, isBlind: this.#isBlind, ...this.#request });
    }
    if (answer?.setGuid !== undefined) this.#journal.note(this.#agentId, { kind: 'guidRenewed', ...this.#request });
    if (answer?.event !== undefined) this.#journal.delivered(this.#agentId, answer.event);
  }
}
