import { describe, expect, it } from 'vitest';
import { persistedEnd } from './knownEnd.ts';
import { recover } from './recover.ts';
import type { StateFile } from '../ports/storage.ts';
import { openPersisted } from '../store/persisted.ts';
import { readableBox } from '../../test/support/readableBox.ts';
import { silentLog } from '../../test/support/silentLog.ts';
import { trailOf } from '../../test/support/trails.ts';

const end = { seq: 7, hash: 'a'.repeat(64) };

function stage() {
  let content: unknown = null;
  const file: StateFile = { damaged: false, read: () => content, write: (value) => (content = value) };
  const persisted = openPersisted(file, silentLog);
  return { open: persistedEnd(persisted, readableBox), locked: persistedEnd(persisted, { ...readableBox, available: () => false }) };
}

describe('the kept end of the trail', () => {
  it('that was sealed is sealed as long as the keyring is locked, and stays as it is', () => {
    const { open, locked } = stage();
    open.keep(end);
    expect(locked.read()).toBe('sealed');
    locked.keep({ ...end, seq: 8 });
    expect(open.read()).toEqual(end);
  });

  it('is kept as it is where nothing seals', () => {
    const { locked } = stage();
    locked.keep(end);
    locked.keep({ ...end, seq: 8 });
    expect(locked.read()).toEqual({ ...end, seq: 8 });
  });

  it('that is sealed is no finding, unlike one that is gone', () => {
    const files = trailOf(4).files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
    expect(recover(files, null).notes).toMatchObject([{ kind: 'endMissing' }]);
    expect(recover(files, 'sealed').notes).toEqual([]);
  });
});
