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
  return {
    conceal: (secret) => {
      if (secret === '') return;
      const forms = known.get(secret) ?? formsOf(secret);
      // Set anew, so that what is used stays and what is not goes first.
      known.delete(secret);
      known.set(secret, forms);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    forget: (secret) => {
      known.delete(secret);
    },
    clean: (text) => {
      if (known.has(text)) return hidden;
      let clean = text;
      for (const forms of known.values()) {
        for (const form of forms) clean = clean.replaceAll(form, hidden);
      }
      return clean;
    },
  };
}

/** The longest first: what one form left half hidden, another could no longer find. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < shortest) return [];
  const forms = new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())]);
  return [...forms].sort((one, other) => other.length - one.length);
}
