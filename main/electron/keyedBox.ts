import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../ports/log.ts';
import type { StateFile, SecretBox } from '../ports/storage.ts';

/** The asynchronous half of Electron's safe storage (45; read in its types). */
export interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  /** Reads what the synchronous half sealed, too. `shouldReEncrypt`: the system has another key by now, by which it is to be sealed again. */
  decryptStringAsync(sealed: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
}

export interface KeyedBoxOptions {
  readonly safeStorage: AsyncSafeStorage;
  /** Whether the system can be asked now. */
  mayAsk(): boolean;
  /** Where the sealed keys are kept. */
  readonly keys: StateFile;
  /** Opens what was sealed by the system itself, before there were keys. */
  readonly older: SecretBox;
  readonly log: Log;
}

export interface KeyedBox {
  readonly box: SecretBox;
  /** Settles when what was asked of the system was answered; at once when nothing was. */
  asked(): Promise<void>;
}

/** The newest first; a key that does not open any more stays, as notes may wait for it. */
const keptSchema = z.object({ keys: z.array(z.string().max(4_096)).max(100) });
const keySchema = z.base64().transform((text) => Buffer.from(text, 'base64'));

/** Before what a key of ours sealed, which the system's own never begins with. */
const mark = 'k1.';
const cipher = 'aes-256-gcm';
/** Bytes. */
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/**
 * A secret box that answers at once, though the system's encryption takes its time: that seals one key, which is asked for once a run,
 * and everything else is sealed by the key (AES-256-GCM). Until the system has answered it is not available. Refused once, the system
 * is not asked again in this run: it may ask somebody for a password each time.
 */
export function createKeyedBox({ safeStorage, mayAsk, keys, older, log }: KeyedBoxOptions): KeyedBox {
  let opened: readonly Buffer[] = [];
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return;
      const parsed = keptSchema.safeParse(keys.read());
      opened = await openKeys(parsed.success ? parsed.data.keys : []);
    } catch (error) {
      log.warn('system encryption not usable', { why: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async function openKeys(persisted: readonly string[]): Promise<readonly Buffer[]> {
    const found: Buffer[] = [];
    const sealed = [...persisted];
    for (const [at, text] of persisted.entries()) {
      const answer = await safeStorage.decryptStringAsync(Buffer.from(text, 'base64')).catch(() => null);
      const key = keySchema.safeParse(answer?.result);
      if (answer === null || !key.success || key.data.length !== keyLength) continue;
      found.push(key.data);
      if (answer.shouldReEncrypt) sealed[at] = await seal(key.data);
    }
    if (found.length === 0) {
      if (persisted.length > 0) log.warn('kept keys no longer decrypt');
      const key = randomBytes(keyLength);
      found.push(key);
      sealed.unshift(await seal(key));
    }
    if (sealed.some((text, at) => text !== persisted[at])) {
      keys.write({ keys: sealed });
      const written = keptSchema.safeParse(keys.read());
      // What a key seals that is not kept, nothing opens again.
      if (!written.success || written.data.keys[0] !== sealed[0]) throw new Error('The keys could not be written.');
    }
    return found;
  }

  const seal = async (key: Buffer): Promise<string> => (await safeStorage.encryptStringAsync(key.toString('base64'))).toString('base64');

  return {
    box: {
      available: () => {
        if (opened.length === 0 && asking === null && mayAsk()) asking = ask();
        return opened.length > 0;
      },
      seal: (text) => {
        const [key] = opened;
        if (key === undefined) throw new Error('The system’s encryption has not answered.');
        return mark + sealBy(key, text);
      },
      open: (sealed) => {
        if (!sealed.startsWith(mark)) return older.open(sealed);
        const bytes = Buffer.from(sealed.slice(mark.length), 'base64');
        for (const key of opened) {
          const text = openBy(key, bytes);
          if (text !== null) return text;
        }
        return null;
      },
    },
    asked: () => asking ?? Promise.resolve(),
  };
}

function sealBy(key: Buffer, text: string): string {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, key, nonce);
  const bytes = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), bytes]).toString('base64');
}

/** Null: by another key, or not whole. */
function openBy(key: Buffer, bytes: Buffer): string | null {
  if (bytes.length < nonceLength + tagLength) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
  opening.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  try {
    return Buffer.concat([opening.update(bytes.subarray(nonceLength + tagLength)), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
