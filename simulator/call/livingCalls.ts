import type { CallHands } from '../centre/callHands.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Random } from '../random.ts';
import type { CallDesk } from './callDesk.ts';
import type { Calls, CallRequest } from './calls.ts';
import { drawNumber } from './customer.ts';

export interface LivingCallsDeps {
  readonly calls: Calls;
  readonly desk: CallDesk;
  /** Puts an agent into a state, from which they live on. */
  readonly move: (workNo: string, state: AgentState) => void;
}

/** How the agents without a client handle their calls: as the others, but nobody is told (protocol.md 3.2, ctiStatus 2 to 5). */
export class LivingCalls implements CallHands {
  readonly #here: LivingCallsDeps;

  constructor(deps: LivingCallsDeps) {
    this.#here = deps;
  }

  /** A customer's call is given to an idle agent, at whom it will ring. */
  offer(workNo: string, wish: CallRequest): void {
    this.#here.calls.open(workNo, wish);
    this.#here.move(workNo, 'preoccupied');
  }

  callOut(workNo: string, random: Random): void {
    this.offer(workNo, { kind: 'outbound', caller: workNo, called: drawNumber(random) });
  }

  ring(workNo: string): void {
    this.#here.move(workNo, this.#here.calls.of(workNo)?.kind === 'outbound' ? 'occupied' : 'answering');
  }

  connect(workNo: string): void {
    const call = this.#here.calls.of(workNo);
    if (call !== undefined) this.#here.desk.answer(call);
  }

  giveUp(workNo: string): void {
    const call = this.#here.calls.of(workNo);
    if (call?.kind === 'outbound') this.#here.move(workNo, 'idle');
    else if (call !== undefined) this.#here.desk.letRing(call);
  }

  hold(workNo: string, held: boolean): void {
    const call = this.#here.calls.of(workNo);
    if (call !== undefined) this.#here.calls.describe(call.callId, { held });
  }

  hangUp(workNo: string): void {
    const call = this.#here.calls.of(workNo);
    if (call !== undefined) this.#here.desk.end(call, 'customer');
  }
}
