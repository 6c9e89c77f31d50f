import type { Gateway, PlainAnswer } from './gateway.ts';

/** D: a document says so. C: clients expect it. I: inferred (protocol.md, "How to read the marks"). */
export type Mark = 'D' | 'C' | 'I';

/** A second test agent, who is forced, called and inspected. */
export interface Second {
  readonly gateway: Gateway;
  readonly password: string;
  readonly phone: string;
}

/** What the rows are tried with. */
export interface Trial {
  readonly gateway: Gateway;
  readonly password: string;
  readonly phone: string;
  /** An agent of the same VDN who may be listened to; undefined: no row listens. */
  readonly listenTo: string | undefined;
  /** Undefined: no row forces or calls anybody. */
  readonly second: Second | undefined;
  /** A number which the second agent may call, and which answers; undefined: they call none. */
  readonly customer: string | undefined;
  /** The answer to the sign-in with which the trial began. */
  readonly signedIn: PlainAnswer;
  /** The events that came right after it. */
  readonly firstEvents: readonly PlainAnswer[];
}

/** One statement of protocol.md and how to try it. The check throws `Fails` or `NotTried`, or it holds. */
export interface Row {
  readonly section: string;
  readonly mark: Mark;
  readonly statement: string;
  /**
   * `read`: leaves everything as it was. `write`: changes the inspector's own state. `listen`: rings the inspector's phone.
   * `pair`: does it all to a second test agent.
   */
  readonly kind: 'read' | 'write' | 'listen' | 'pair';
  readonly check: (trial: Trial) => Promise<void> | void;
}

export type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails'; readonly why: string }
  | { readonly kind: 'notTried'; readonly why: string };

/** The statement does not hold at this gateway. */
export class Fails extends Error {}

/** It could not be tried here. */
export class NotTried extends Error {}

export function row(section: string, mark: Mark, statement: string, check: Row['check']): Row {
  return { section, mark, statement, kind: 'read', check };
}

/** A row that changes the inspector's own state, and puts it back. */
export function writingRow(section: string, mark: Mark, statement: string, check: Row['check']): Row {
  return { section, mark, statement, kind: 'write', check };
}

/** A row that rings the inspector's phone. */
export function listeningRow(
  section: string,
  mark: Mark,
  statement: string,
  check: (trial: Trial & { listenTo: string }) => Promise<void>,
): Row {
  return {
    section,
    mark,
    statement,
    kind: 'listen',
    check: (trial) => {
      if (trial.listenTo === undefined) throw new NotTried('no agent to listen to was named (--listen-to)');
      return check({ ...trial, listenTo: trial.listenTo });
    },
  };
}

export type PairTrial = Trial & { readonly second: Second };

/** A row that needs the second test agent, signed in. */
export function pairRow(section: string, mark: Mark, statement: string, check: (trial: PairTrial) => Promise<void>): Row {
  return {
    section,
    mark,
    statement,
    kind: 'pair',
    check: ({ second, ...trial }) => {
      if (second === undefined) throw new NotTried('no second test agent was named (--second)');
      return check({ ...trial, second });
    },
  };
}

/** A row in which the second agent calls the number of a customer. */
export function customerRow(
  section: string,
  mark: Mark,
  statement: string,
  check: (trial: PairTrial & { customer: string }) => Promise<void>,
): Row {
  return pairRow(section, mark, statement, (trial) => {
    if (trial.customer === undefined) throw new NotTried('no number to call was named (--customer)');
    return check({ ...trial, customer: trial.customer });
  });
}
