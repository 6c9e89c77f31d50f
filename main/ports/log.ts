export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured log. Callers never pass secrets: password, Guid, cookies, phone numbers; those that are concealed are replaced even then. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A secret that is held from now on, and must not be written even by mistake. */
  conceal(secret: string): void;
  /** A secret that nobody holds any more: the log lets go of it, too. */
  forget(secret: string): void;
}

/** What is kept of the log. */
export interface Logbook {
  /**
   * The least that is logged, bytes after which a new file is begun, files that are kept, and the date (milliseconds since 1970) of which
   * none may be older; null: none goes for its age at the moment.
   */
  bound(bounds: {
    readonly level: 'info' | 'warn' | 'error';
    readonly size: number;
    readonly files: number;
    oldest(): number | null;
  }): void;
  /** The newest lines, oldest first. May throw. */
  tail(most: number): readonly string[];
  /** The text without anything that is concealed at this moment. */
  redact(text: string): string;
}
