import { describe, expect, it } from 'vitest';
import type { AsyncSafeStorage } from './keyedBox.ts';
import { openSecretBox, type SafeStorage } from './secretBox.ts';
import type { StateFile, SecretBox } from '../ports/storage.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

/** Safe storage as an Electron before 45 has it. */
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

/** A file in memory. */
function keptKeys(): StateFile & { readonly content: () => unknown } {
  let content: unknown = {};
  return { damaged: false, content: () => content, read: () => content, write: (value) => (content = value) };
}

interface Opening {
  readonly safeStorage: SafeStorage;
  readonly platform?: NodeJS.Platform;
  readonly keys?: StateFile;
  readonly locked?: () => boolean;
}

function box({ safeStorage, platform = 'win32', keys = keptKeys(), locked = open.locked }: Opening): Promise<SecretBox> {
  return openSecretBox({ safeStorage, platform, keyring: { locked }, keys, clock: createHandClock(), log: silentLog });
}

describe('the secret box of an Electron without asynchronous calls', () => {
  it.each<[boolean, string, NodeJS.Platform, boolean]>([
    [true, 'gnome_libsecret', 'linux', true],
    [true, 'kwallet6', 'linux', true],
    [true, 'basic_text', 'linux', false],
    [true, 'unknown', 'linux', false],
    [false, 'gnome_libsecret', 'linux', false],
    [true, 'unknown', 'win32', true],
    [false, 'unknown', 'darwin', false],
  ])('encryption %s by %s on %s: available %s', async (encrypts, backend, platform, available) => {
    expect((await box({ safeStorage: storage(encrypts, backend), platform })).available()).toBe(available);
  });

  it('opens what it sealed, and nothing else', async () => {
    const opened = await box({ safeStorage: storage(true) });
    expect(opened.open(opened.seal('a Guid'))).toBe('a Guid');
    expect(opened.open('bm90IHNlYWxlZA==')).toBeNull();
    expect(opened.open('')).toBeNull();
  });

  it('asks nothing of a keyring that is locked, which would keep all of Earshot waiting', async () => {
    const unasked: SafeStorage = {
      ...storage(true),
      isEncryptionAvailable: () => {
        throw new Error('asked');
      },
    };
    expect((await box({ safeStorage: unasked, platform: 'linux', locked: () => true })).available()).toBe(false);
  });
});

/** The asynchronous half, as Electron 45 has it: it opens what its key, or an older one, sealed. */
function asynchronous(key = 'key 1', older: readonly string[] = []): SafeStorage & AsyncSafeStorage & { asked: number } {
  const scripted = {
    ...storage(true, 'kwallet6'),
    asked: 0,
    isAsyncEncryptionAvailable: () => {
      scripted.asked += 1;
      return Promise.resolve(true);
    },
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`${key}|${text}`)),
    decryptStringAsync: (sealed: Buffer) => {
      const [by = '', text = ''] = sealed.toString().split('|');
      if (by !== key && !older.includes(by)) return Promise.reject(new Error('another key'));
      return Promise.resolve({ shouldReEncrypt: by !== key, result: text });
    },
  };
  return scripted;
}

const sealedKeys = (keys: ReturnType<typeof keptKeys>): readonly string[] =>
  (keys.content() as { keys: readonly string[] }).keys.map((text) => Buffer.from(text, 'base64').toString().split('|')[0] ?? '');

describe('the secret box of an Electron with asynchronous calls', () => {
  it('opens what it sealed in this run and in a later one, and nothing else', async () => {
    const keys = keptKeys();
    const first = await box({ safeStorage: asynchronous(), keys });
    const sealed = first.seal('a Guid, 中文');
    expect(first.open(sealed)).toBe('a Guid, 中文');
    const later = await box({ safeStorage: asynchronous(), keys });
    expect(later.open(sealed)).toBe('a Guid, 中文');
    expect(later.open(`${sealed.slice(0, -8)}AAAAAA==`)).toBeNull();
    expect(later.open('k1.AAAA')).toBeNull();
    expect(JSON.stringify(keys.content())).not.toContain('Guid');
  });

  it('asks the system once a run, and calls nothing that keeps the main process waiting', async () => {
    const safeStorage = asynchronous();
    const waits = (): never => {
      throw new Error('waits');
    };
    const opened = await box({ safeStorage: Object.assign(safeStorage, { encryptString: waits, isEncryptionAvailable: waits }) });
    for (let times = 0; times < 10; times += 1) opened.open(opened.seal(`secret ${String(times)}`));
    expect(opened.available()).toBe(true);
    expect(safeStorage.asked).toBe(1);
  });

  it('opens what an older Earshot had the system seal', async () => {
    const sealed = (await box({ safeStorage: storage(true) })).seal('kept before');
    expect((await box({ safeStorage: asynchronous() })).open(sealed)).toBe('kept before');
  });

  it('seals its key anew when the system has another one by now; what it sealed before still opens', async () => {
    const keys = keptKeys();
    const sealed = (await box({ safeStorage: asynchronous('key 1'), keys })).seal('kept');
    const later = await box({ safeStorage: asynchronous('key 2', ['key 1']), keys });
    expect(later.open(sealed)).toBe('kept');
    expect(sealedKeys(keys)).toEqual(['key 2']);
  });

  it('keeps a key that no longer opens, as notes may wait for it, and seals by a new one', async () => {
    const keys = keptKeys();
    const sealed = (await box({ safeStorage: asynchronous('of the old computer'), keys })).seal('a note');
    const moved = await box({ safeStorage: asynchronous('of the new computer'), keys });
    expect(moved.open(sealed)).toBeNull();
    expect(moved.open(moved.seal('another'))).toBe('another');
    expect(sealedKeys(keys)).toEqual(['of the new computer', 'of the old computer']);
    expect((await box({ safeStorage: asynchronous('of the old computer'), keys })).open(sealed)).toBe('a note');
  });

  it('is not available where its key cannot be written: nothing would open what it sealed', async () => {
    const full: StateFile = { damaged: false, read: () => ({}), write: () => undefined };
    expect((await box({ safeStorage: asynchronous(), keys: full })).available()).toBe(false);
  });

  it('does not ask again in the same run once the system refused: it may ask for a password each time', async () => {
    const safeStorage = asynchronous();
    safeStorage.isAsyncEncryptionAvailable = () => {
      safeStorage.asked += 1;
      return Promise.reject(new Error('refused'));
    };
    const refused = await box({ safeStorage });
    for (let times = 0; times < 5; times += 1) expect(refused.available()).toBe(false);
    expect(safeStorage.asked).toBe(1);
  });

  it('keeps a start waiting for a second at most while somebody is asked for a password, and is available once they answered', async () => {
    const safeStorage = asynchronous();
    const answer = Promise.withResolvers<boolean>();
    safeStorage.isAsyncEncryptionAvailable = () => answer.promise;
    const clock = createHandClock();
    const opening = openSecretBox({ safeStorage, platform: 'darwin', keyring: open, keys: keptKeys(), clock, log: silentLog });
    await clock.advance(1_000);
    const opened = await opening;
    expect(opened.available()).toBe(false);
    answer.resolve(true);
    await expect.poll(opened.available).toBe(true);
  });

  it('leaves a locked keyring alone, and asks when it was unlocked', async () => {
    const safeStorage = asynchronous();
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
    let locked = true;
    const opened = await box({ safeStorage, platform: 'linux', locked: () => locked });
    expect([opened.available(), safeStorage.asked]).toEqual([false, 0]);
    locked = false;
    await expect.poll(opened.available).toBe(true);
  });
});
