import { randomUUID } from 'node:crypto';
import { open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { SecretBox } from '../ports/storage.ts';
import { codeOf } from '../results/codeOf.ts';
import { failed, passed, type Outcome } from './attempt.ts';

/** Writes a file into Earshot's folder, reads it back, removes it; and whether the system can encrypt what has to stay secret. */
export async function tryStorage(folder: string, box: SecretBox): Promise<Outcome> {
  const file = path.join(folder, `storage-test-${randomUUID()}`);
  const content = randomUUID();
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    const same = (await readFile(file, 'utf8')) === content;
    await unlink(file);
    return same ? passed({ kind: 'stored', secretsKept: keepsSecrets(box) }) : failed({ kind: 'notStored', code: 'not-the-same' });
  } catch (error) {
    const code = codeOf(error) ?? 'unexpected';
    return failed({ kind: 'notStored', code: code.slice(0, 32) });
  }
}

/** Tried, not asked: a keychain that is there may be locked. */
function keepsSecrets(box: SecretBox): boolean {
  if (!box.available()) return false;
  try {
    return box.open(box.seal('storage test')) === 'storage test';
  } catch {
    return false;
  }
}
