import type { SafeStorage } from 'electron';
import type { SecretBox } from '../host.ts';

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
