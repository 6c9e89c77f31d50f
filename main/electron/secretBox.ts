import type { SecretBox } from '../host.ts';

/**
 * As much of Electron's safe storage as is used. Its synchronous half: Host.secretBox answers at once, Electron 33,
 * which the tests run on, has no other, and what is sealed is a few dozen characters.
 */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

/**
 * The system's encryption as a secret box. Not available where Linux has no keyring: Chromium then
 * encrypts with a password that everybody knows.
 */
export function createSecretBox(safeStorage: SafeStorage, platform: NodeJS.Platform): SecretBox {
  return {
    available: () => {
      if (!safeStorage.isEncryptionAvailable()) return false;
      if (platform !== 'linux') return true;
      const backend = safeStorage.getSelectedStorageBackend();
      return backend !== 'basic_text' && backend !== 'unknown';
    },
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
