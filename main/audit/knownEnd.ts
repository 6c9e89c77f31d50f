import type { SecretBox } from '../ports/storage.ts';
import type { KnownEntry } from './check.ts';
import type { KnownEnd } from './trail.ts';

/** Where its text is kept over restarts. */
export interface PersistedEndText {
  get(): { readonly auditEnd: string | null };
  change(parts: { readonly auditEnd: string }): void;
}

/** The newest entry, kept with the settings: encrypted where the system can, so that it is not simply written again. */
export function persistedEnd(persisted: PersistedEndText, box: SecretBox): KnownEnd {
  return {
    read: () => {
      const text = persisted.get().auditEnd;
      if (text === null) return null;
      if (box.available()) return parseEnd(box.open(text));
      return parseEnd(text) ?? 'sealed';
    },
    keep: ({ seq, hash }) => {
      const text = `${String(seq)} ${hash}`;
      const before = persisted.get().auditEnd;
      if (box.available()) persisted.change({ auditEnd: box.seal(text) });
      // A sealed one stays until the keyring is unlocked: it is an entry of the trail anyway, and cannot be forged.
      else if (before === null || parseEnd(before) !== null) persisted.change({ auditEnd: text });
    },
  };
}

/** Reads what is kept where nothing encrypts it; null: it is encrypted, or nothing of use. */
export function parseEnd(text: string | null): KnownEntry | null {
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})$/.exec(text ?? '') ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}
