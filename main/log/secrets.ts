/** What stands in the log where something must not. */
export const hidden = '[hidden]';

/** Values that must not be written, as they are known at this moment. */
export interface Secrets {
  /** From now on `secret` is replaced wherever it would be written. Of very many the oldest are forgotten. */
  conceal(secret: string): void;
  /** Holds `secret` no longer: for what must not stay in memory either. */
  forget(secret: string): void;
  /** `text` without any concealed value, be it as it was given, as JSON escapes it, or as a URL carries it. */
  clean(text: string): string;
}

/** An hour of a Guid that is renewed every fifteen seconds; what is older is no secret of anything any more. */
const most = 256;

/** A shorter one would blot out half of every line; it is hidden where it is a whole value. */
const shortest = 4;

export function createSecrets(): Secrets {
  const known = new Map<string, readonly string[]>();
  /** Every form of every secret, the longest first: a short one may stand inside a long one, and would leave its rest. */
  let forms: readonly string[] | null = null;
  return {
    conceal: (secret) => {
      if (secret === '') return;
      const its = known.get(secret);
      // Set again, so that what is used stays and what is not goes first.
      known.delete(secret);
      known.set(secret, its ?? formsOf(secret));
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      if (its === undefined) forms = null;
    },
    forget: (secret) => {
      known.delete(secret);
      forms = null;
    },
    clean: (text) => {
      if (known.has(text)) return hidden;
      forms ??= longestFirst([...known.values()].flat());
      return forms.reduce((clean, form) => clean.replaceAll(form, hidden), text);
    },
  };
}

function formsOf(secret: string): readonly string[] {
  if (secret.length < shortest) return [];
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())])];
}

function longestFirst(forms: readonly string[]): readonly string[] {
  return [...forms].sort((one, other) => other.length - one.length);
}
