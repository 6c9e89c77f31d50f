import type { About } from '../contract/diagnostics.ts';
import type { LoginItemState } from '../contract/state.ts';
import type { SavedFile } from '../contract/savedFile.ts';
import type { AlertSurfaces } from './alerts/surfaces.ts';
import type { Administered } from './settings/administered.ts';

/** Cancels a timer; harmless when it has fired. */
export type CancelTimer = () => void;

/** Time, handed in so that a shift runs in a test in seconds. */
export interface Clock {
  /**
   * Milliseconds that only ever run on, also while the computer sleeps, and that nobody's setting of its date moves: for every length of
   * time. They begin with the date of Earshot's start; only their differences mean anything, and only within one run.
   */
  now(): number;
  /**
   * The computer's date, milliseconds since 1970, which may step to and fro by any amount: for a time of day that is shown or written
   * down, for what is compared with other dates, and for what outlives this run.
   */
  wall(): number;
  /** Runs `action` once after `delay` milliseconds. */
  after(delay: number, action: () => void): CancelTimer;
}

/** Encrypts what must survive a restart. `available` is false where the system has no real encryption: then nothing is kept. */
export interface SecretBox {
  available(): boolean;
  seal(text: string): string;
  /** The text, or null when it does not decrypt (a moved profile, a changed password). */
  open(sealed: string): string | null;
}

/** A small JSON object kept over restarts, written atomically. What is read is not to be trusted before a schema saw it. */
export interface KeptFile {
  /** The file was there but could not be read: nothing of it counts. */
  readonly damaged: boolean;
  read(): unknown;
  write(value: Record<string, unknown>): void;
}

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

/** What starts Earshot when the inspector logs in to the computer. */
export interface LoginItem {
  /** Asks the system for it; answers what the system makes of it. Never throws. */
  set(on: boolean): LoginItemState;
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

/** What `Inspector` is given by the Electron host and the web host alike. */
export interface Host {
  readonly version: string;
  readonly clock: Clock;
  /** Milliseconds that never run backwards; unlike the clock's, they stand still during a sleep wherever the system lets them. */
  readonly monotonic: () => number;
  /** For how many milliseconds the computer has been up, asleep or not: the same for one run and the next, until it is started anew. */
  readonly upFor: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly secretBox: SecretBox;
  readonly kept: KeptFile;
  /** The content of a text file; throws where it cannot be read. */
  readFile(file: string): Uint8Array;
  /** Certificate authorities that this computer trusts, PEM; slow where there are many. */
  systemAuthorities(): readonly string[];
  /** What the administrator set for this machine, as it was at the start. */
  readonly administered: Administered;
  /** Reads it again. Never rejects. */
  readAdministered(): Promise<Administered>;
  /** Null where this Earshot cannot be started by the system. */
  readonly loginItem: LoginItem | null;
  readonly surfaces: AlertSurfaces;
  readonly log: Log;
  readonly logbook: Logbook;
  /** Earshot's own folder. */
  readonly dataFolder: string;
  /** What Earshot runs on. */
  readonly about: About;
  /** Gives the inspector a file, where he wants it; null when it cannot be written there. Never rejects. */
  saveFile(name: string, text: string): Promise<SavedFile | null>;
  /** Calls back when the computer woke up or was unlocked. */
  onResume(listener: () => void): void;
  /** Calls back within `soon` milliseconds of it when the computer's way to the network has become another, until cancelled. */
  onNetworkChange(soon: number, listener: () => void): CancelTimer;
  /** The system's proxy for a URL, as a proxy script answers: `PROXY host:port; DIRECT`. May reject. */
  systemProxy(url: string): Promise<string>;
}
