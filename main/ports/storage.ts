/** Encrypts what must survive a restart. `available` is false where the system has no real encryption: then nothing is kept. */
export interface SecretBox {
  available(): boolean;
  seal(text: string): string;
  /** The text, or null when it does not decrypt (a moved profile, a changed password). */
  open(sealed: string): string | null;
}

/** A small JSON object kept over restarts, written atomically. What is read is not to be trusted before a schema saw it. */
export interface StateFile {
  /** The file was there but could not be read: nothing of it counts. */
  readonly damaged: boolean;
  read(): unknown;
  write(value: Record<string, unknown>): void;
}
