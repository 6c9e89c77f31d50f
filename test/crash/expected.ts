import { isDeepStrictEqual } from 'node:util';

/** A value that must be found again after a crash: the one that was acknowledged last, or the one that was on its way. */
export interface Expected<Value> {
  /** It is asked for. */
  ask(value: Value): void;
  /** What was asked for last is kept, says Earshot. */
  persisted(): void;
  /** Throws unless it is one of the two; from then on it is the one. */
  found(value: Value): void;
}

export function createExpected<Value>(what: string, first: Value): Expected<Value> {
  let persisted = first;
  let asked: { readonly value: Value } | null = null;
  return {
    ask: (value) => {
      asked = { value };
    },
    persisted: () => {
      if (asked !== null) persisted = asked.value;
      asked = null;
    },
    found: (value) => {
      const fits = isDeepStrictEqual(value, persisted) || (asked !== null && isDeepStrictEqual(value, asked.value));
      if (!fits) {
        const awaited = asked === null ? '' : `, or ${JSON.stringify(asked.value)} which was on its way`;
        throw new Error(`${what}: found ${JSON.stringify(value)}, and not ${JSON.stringify(persisted)}${awaited}`);
      }
      persisted = value;
      asked = null;
    },
  };
}
