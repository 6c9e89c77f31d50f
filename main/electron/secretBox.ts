import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { StateFile, SecretBox } from '../ports/storage.ts';
import { createKeyedBox, type AsyncSafeStorage } from './keyedBox.ts';
import type { Keyring } from './keyringLock.ts';

/** As much of Electron's safe storage as every Electron has; deprecated from 45 on, as it keeps the main process waiting. */
export interface SafeStorage extends Partial<AsyncSafeStorage> {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

export interface SecretBoxOptions {
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  readonly keyring: Keyring;
  /** Where the sealed keys are kept. */
  readonly keys: StateFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds that a start waits for the system's encryption: somebody may be asked for a password. What is kept is taken up later, then. */
const patience = 1_000;

/**
 * The system's encryption as a secret box: by its asynchronous calls where Electron has them. Not available where Linux has no keyring:
 * Chromium then encrypts with a password that everybody knows; nor while the keyring is locked: Chromium would wait until somebody
 * unlocks it.
 */
export async function openSecretBox({ safeStorage, platform, keyring, keys, clock, log }: SecretBoxOptions): Promise<SecretBox> {
  function mayAsk(): boolean {
    if (platform !== 'linux') return true;
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return false;
    return backend !== 'gnome_libsecret' || !keyring.locked();
  }
  const direct: SecretBox = {
    available: () => mayAsk() && safeStorage.isEncryptionAvailable(),
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
  if (!hasAsync(safeStorage)) return direct;
  const { box, asked } = createKeyedBox({ safeStorage, mayAsk, keys, older: direct, log });
  if (!box.available()) await Promise.race([asked(), new Promise<void>((resolve) => clock.after(patience, resolve))]);
  return box;
}

function hasAsync(safeStorage: SafeStorage): safeStorage is SafeStorage & AsyncSafeStorage {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = safeStorage;
  return [isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync].every((each) => each !== undefined);
}
