import type { Random } from '../random.ts';

/** What the agents without a client do with their calls; it is done by the call desk, which knows the calls. */
export interface CallHands {
  /** The agent calls a customer, whose number is drawn. */
  callOut(workNo: string, random: Random): void;
  /** The call the agent has been chosen for rings, at them or, when they called, at the customer. */
  ring(workNo: string): void;
  /** Whoever it rings at answers. */
  connect(workNo: string): void;
  /** Nobody answers. */
  giveUp(workNo: string): void;
  /** The agent puts their customer on hold, or takes the customer back. */
  hold(workNo: string, held: boolean): void;
  /** The talk is over. */
  hangUp(workNo: string): void;
}
