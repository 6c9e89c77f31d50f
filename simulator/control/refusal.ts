/** Why the control port does not do something: the input is wrong, names what is not there, or it cannot be done now. */
export type RefusalKind = 'invalid' | 'unknown' | 'impossible';

/** A refusal that says which field and why. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** `behaviour.afterMs`; empty when it is no single field's. */
  readonly field: string;

  constructor(kind: RefusalKind, field: string, reason: string) {
    super(reason);
    this.kind = kind;
    this.field = field;
  }
}

/** What an act threw, as a refusal. The simulator throws plain errors for what cannot be done; any other is a defect. */
export function refusalOf(error: unknown, field: string): unknown {
  const isPlain = error instanceof Error && (error.constructor === Error || error.constructor === RangeError);
  return isPlain ? new Refusal('impossible', field, error.message) : error;
}

export function httpStatusOf({ kind }: Refusal): number {
  switch (kind) {
    case 'invalid':
      return 400;
    case 'unknown':
      return 404;
    case 'impossible':
      return 409;
  }
}
