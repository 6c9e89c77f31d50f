import { describe, expect, test } from 'vitest';
import { readManagedPreferences } from './managedPreferences.ts';
import type { Rights } from '../protectedFile.ts';

const ofComputer = '/Library/Managed Preferences/app.earshot.desktop.plist';
const ofUser = '/Library/Managed Preferences/liwei/app.earshot.desktop.plist';
const root: Rights = { uid: 0, mode: 0o100644 };

interface Stored {
  /** What plutil makes of it; null: it cannot. */
  readonly json: string | null;
  readonly rights?: Rights;
}

function read(files: Readonly<Record<string, Stored>>, userName = 'liwei') {
  return readManagedPreferences({
    userName,
    rights: (file) => (files[file] === undefined ? null : (files[file].rights ?? root)),
    run: (program, args) => {
      expect([program, ...args.slice(0, -1)]).toEqual(['/usr/bin/plutil', '-convert', 'json', '-o', '-', '--']);
      const json = files[args.at(-1) ?? '']?.json ?? null;
      return Promise.resolve({ ok: json !== null, output: Buffer.from(json ?? '') });
    },
  });
}

describe('managed preferences of macOS', () => {
  test('count as the profile has them, without what it says of itself', async () => {
    const json = JSON.stringify({ userTrust: false, pins: [], pollGap: 300, PayloadUUID: '0', alertDevice: '"Kopfhörer"' });
    expect(await read({ [ofComputer]: { json } })).toEqual({
      values: { userTrust: false, pins: [], pollGap: 300, alertDevice: 'Kopfhörer' },
      fault: null,
    });
  });

  test('of the user win over those of the computer, each by itself, as everywhere in macOS', async () => {
    const files = { [ofComputer]: { json: '{"alertVolume": 20, "silentMode": true}' }, [ofUser]: { json: '{"alertVolume": 80}' } };
    expect((await read(files)).values).toEqual({ alertVolume: 80, silentMode: true });
  });

  test('that are not there set nothing, and no program is run', async () => {
    expect(await read({})).toEqual({ values: {}, fault: null });
  });

  test.each([
    { json: null },
    { json: 'Property list error' },
    { json: '[]' },
    { json: '{"userTrust": true}', rights: { uid: 501, mode: 0o100644 } },
    { json: '{"userTrust": true}', rights: { uid: 0, mode: 0o100666 } },
  ])('that are %j are not obeyed, and that is said', async (stored) => {
    expect(await read({ [ofComputer]: stored })).toEqual({ values: {}, fault: 'policyUnreadable' });
  });

  test('are looked for under the account’s name alone, whatever that is', async () => {
    const elsewhere = { '/tmp/app.earshot.desktop.plist': { json: '{"userTrust": true}' } };
    expect(await read(elsewhere, '../../tmp')).toEqual({ values: {}, fault: null });
  });
});
