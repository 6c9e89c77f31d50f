import { describe, expect, test } from 'vitest';
import { settingNames } from './definition.ts';
import { readOwnChoices } from './ownChoices.ts';
import type { RegistryRead } from './registryRead.ts';
import { settingsReport, type SettingsFound } from './settingsReport.ts';

const found = (more: Partial<SettingsFound> = {}): SettingsFound => ({
  administered: { machine: {}, policy: {}, faults: [] },
  own: { kind: 'notThere' },
  places: { policy: 'the policies', machine: '/etc/settings.json', user: '/home/earshot.json' },
  authorityFileFault: () => null,
  ...more,
});

const notObeyed = ({ lines }: { readonly lines: readonly string[] }): readonly string[] =>
  lines.slice(lines.indexOf('Not obeyed:') + 1).map((line) => line.trim());

describe('--check-settings', () => {
  test('tells every setting in force with the place that it comes from', () => {
    const { lines, obeyed } = settingsReport(
      found({
        administered: { machine: { rosterInterval: 10, pollGap: 300 }, policy: { rosterInterval: 20 }, faults: [] },
        own: { kind: 'read', values: { longTalkMinutes: 7 } },
      }),
    );
    expect(obeyed).toBe(true);
    expect(lines).toEqual(
      expect.arrayContaining([
        '  policy         the policies: 1 value',
        '  settings file  /etc/settings.json: 2 values',
        '  own choice     /home/earshot.json: 1 value',
        '  rosterInterval = 20  (policy)',
        '  pollGap = 300  (settings file)',
        '  longTalkMinutes = 7  (own choice)',
        '  gateway = ""  (default)',
        'Everything that was found is obeyed.',
      ]),
    );
    for (const name of settingNames) expect(lines.filter((line) => line.startsWith(`  ${name} = `))).toHaveLength(1);
  });

  test('names each value that is not obeyed, with its place, the reason and what to do, and quotes none', () => {
    const report = settingsReport(
      found({
        administered: {
          machine: { rosterInterval: 'hunter2', proxyDirect: ['ok', 'hunter2:1'] },
          policy: { rosterIntervall: 'hunter2', logLevel: 'hunter2' },
          faults: [],
        },
        own: { kind: 'read', values: { minimumTls: 'hunter2' } },
      }),
    );
    expect(report.obeyed).toBe(false);
    expect(notObeyed(report)).toEqual([
      expect.stringMatching(/^minimumTls \(own choice\): Only the administrator can set it\. Set it by/),
      expect.stringMatching(
        /^proxyDirect \(settings file\): Entry 2 of the list cannot be used; the others count\. It takes a list of texts\. Hosts/,
      ),
      'rosterInterval (settings file): The value does not fit. It takes a whole number from 1 to 60. Correct it.',
      'logLevel (policy): The value does not fit. It takes info or warn or error. Correct it.',
      expect.stringMatching(/^rosterIntervall \(policy\): There is no setting of this name\. Correct it/),
    ]);
    expect(report.lines.join('\n')).not.toContain('hunter2');
  });

  test('tells of places that cannot be read, and that inspectors then trust nothing themselves', () => {
    const report = settingsReport(
      found({ administered: { machine: {}, policy: {}, faults: ['machineFileDamaged', 'policyUnreadable'] }, own: { kind: 'unreadable' } }),
    );
    expect(report.obeyed).toBe(false);
    expect(report.lines).toEqual(
      expect.arrayContaining([
        '  policy         the policies: not obeyed',
        '  settings file  /etc/settings.json: not obeyed',
        '  own choice     /home/earshot.json: not obeyed',
        '  userTrust = false  (off because of what is not obeyed)',
        'Until this is put right, inspectors cannot trust a certificate themselves.',
      ]),
    );
  });

  test('tells how the registry of Windows was read, and why not by Windows’ own functions', () => {
    const told = (registry: RegistryRead) =>
      settingsReport(found({ administered: { machine: {}, policy: {}, faults: [], registry } })).lines[2]?.trim();
    expect(told({ by: 'native' })).toBe('read by Windows’ own functions');
    expect(told({ by: 'regExe', because: { code: 'missing' } })).toMatch(
      /^read with reg\.exe, .* is not at its place\. Install Earshot anew\.$/u,
    );
    expect(told({ by: 'regExe', because: { code: 'notLoaded' } })).toMatch(/does not let Earshot load its module .*\. Allow it/u);
    expect(told({ by: 'nothing', because: { code: 'accessDenied' } })).toMatch(/^read neither .*\. Give users the right to read it\.$/u);
    expect(told({ by: 'nothing', because: { code: 'failed', errno: 1018 } })).toMatch(/\(error 1018\)/u);
  });

  test('tells of a file of authorities that cannot be used', () => {
    const report = settingsReport(
      found({
        administered: { machine: { certificateAuthorityFile: '/ca.pem' }, policy: {}, faults: [] },
        authorityFileFault: (file) => (file === '/ca.pem' ? 'damaged' : null),
      }),
    );
    expect(notObeyed(report)).toEqual([expect.stringMatching(/^certificateAuthorityFile: .*\(damaged\)/)]);
  });

  test('prints no control character that somebody wrote into a name', () => {
    const { lines } = settingsReport(found({ administered: { machine: { '\u001b[2J': 1 }, policy: {}, faults: [] } }));
    expect(lines.join('')).not.toContain('\u001b');
  });
});

describe('the inspector’s own choices', () => {
  test.each<readonly [string, () => string | null, object]>([
    [
      'are read from the kept file',
      () => '{"settings":{"rosterInterval":5},"agentId":"291"}',
      { kind: 'read', values: { rosterInterval: 5 } },
    ],
    ['may be none', () => '{}', { kind: 'read', values: {} }],
    ['may have no file', () => null, { kind: 'notThere' }],
    ['may be damaged', () => '{', { kind: 'unreadable' }],
    [
      'may be closed to us',
      () => {
        throw new Error('EACCES');
      },
      { kind: 'unreadable' },
    ],
  ])('%s', (_, read, expected) => {
    expect(readOwnChoices(read)).toEqual(expected);
  });
});
