import { describe, expect, it } from 'vitest';
import { createSecretBox, type SafeStorage } from '../../../main/electron/secretBox.ts';

const storage = (encrypts: boolean, backend = 'gnome_libsecret'): SafeStorage => ({
  isEncryptionAvailable: () => encrypts,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from(`sealed ${text}`),
  decryptString: (sealed) => {
    const text = sealed.toString();
    if (!text.startsWith('sealed ')) throw new Error('moved profile');
    return text.slice('sealed '.length);
  },
});

const open = { locked: (): boolean => false };

describe('the secret box', () => {
  it.each<[boolean, string, NodeJS.Platform, boolean]>([
    [true, 'gnome_libsecret', 'linux', true],
    [true, 'kwallet6', 'linux', true],
    [true, 'basic_text', 'linux', false],
    [true, 'unknown', 'linux', false],
    [false, 'gnome_libsecret', 'linux', false],
    [true, 'unknown', 'win32', true],
    [false, 'unknown', 'darwin', false],
  ])('encryption %s by %s on %s: available %s', (encrypts, backend, platform, available) => {
    expect(createSecretBox(storage(encrypts, backend), platform, open).available()).toBe(available);
  });

  it('opens what it sealed, and nothing else', () => {
    const box = createSecretBox(storage(true), 'win32', open);
    expect(box.open(box.seal('a Guid'))).toBe('a Guid');
    expect(box.open('bm90IHNlYWxlZA==')).toBeNull();
    expect(box.open('')).toBeNull();
  });

  it('asks nothing of a keyring that is locked, which would keep all of Earshot waiting', () => {
    const unasked: SafeStorage = {
      ...storage(true),
      isEncryptionAvailable: () => {
        throw new Error('asked');
      },
    };
    expect(createSecretBox(unasked, 'linux', { locked: () => true }).available()).toBe(false);
  });
});
