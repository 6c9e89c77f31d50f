/** Whom an agent consults beside their call: a colleague, or a number outside. */
export type Consulted = { readonly kind: 'agent'; readonly workNo: string } | { readonly kind: 'number'; readonly number: string };

/** A second leg beside an agent's call, whose customer is held meanwhile. */
export interface Consult {
  readonly agentId: string;
  /** The call beside which it is. */
  readonly mainCallId: string;
  /** Of the second leg; a colleague's call has the same. */
  readonly callId: string;
  readonly consulted: Consulted;
  /** Three-party as soon as the other answers. */
  readonly joinsAtOnce: boolean;
  readonly step: 'calling' | 'talking' | 'joined';
}
