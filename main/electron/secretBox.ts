import type { SecretBox } from '../ports/storage.ts';
import type { Keyring } from './keyring.ts';

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
 * encrypts with a password that everybody knows; nor while the keyring is locked: Chromium would keep all of Earshot
 * waiting until somebody unlocks it.
 */
export function createSecretBox(safeStorage: SafeStorage, platform: NodeJS.Platform, keyring: Keyring): SecretBox {
  return {
    available: () => {
      if (platform !== 'linux') return safeStorage.isEncryptionAvailable();
      const backend = safeStorage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return false;
      if (backend === 'gnome_libsecret' && keyring.locked()) return false;
      return safeStorage.isEncryptionAvailable();
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
