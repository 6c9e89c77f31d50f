import type { About } from '../../contract/diagnostics.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { AlertSurfaces } from '../alerts/surfaces.ts';
import type { Administered } from '../settings/administered.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log, Logbook } from '../ports/log.ts';
import type { LoginItem } from '../ports/loginItem.ts';
import type { StateFile, SecretBox } from '../ports/storage.ts';

/** What `Inspector` is given by the Electron host and the web host alike. */
export interface Host {
  readonly version: string;
  readonly clock: Clock;
  /** Milliseconds that never run backwards; unlike the clock's, they stand still during a sleep wherever the system lets them. */
  readonly monotonic: () => number;
  /** For how many milliseconds the computer has been up, asleep or not: the same for one run and the next, until it is started again. */
  readonly upFor: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly secretBox: SecretBox;
  readonly persisted: StateFile;
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
  /** Gives the inspector a file, where they want it; null when it cannot be written there. Never rejects. */
  saveFile(name: string, text: string): Promise<SavedFile | null>;
  /** Calls back when the computer woke up or was unlocked. */
  onResume(listener: () => void): void;
  /** Calls back within `soon` milliseconds of it when the computer's way to the network has become another, until cancelled. */
  onNetworkChange(soon: number, listener: () => void): CancelTimer;
  /** The system's proxy for a URL, as a proxy script answers: `PROXY host:port; DIRECT`. May reject. */
  systemProxy(url: string): Promise<string>;
}
