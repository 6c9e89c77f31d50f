import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShownSettings } from '../../contract/settings.ts';
import { readAdministeredHere } from '../../main/settings/administeredHere.ts';
import { definitions } from '../../main/settings/definition.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';
import { registryModuleIn } from '../../main/settings/policy/registryModule.ts';
import type { RegistryRead } from '../../main/settings/registryRead.ts';
import { root } from '../../scripts/project.ts';
import { isWine } from '../support/wine.ts';
import { removePolicies, setPolicy } from './registryHere.ts';

const machineFile = 'C:\\ProgramData\\Earshot\\settings.json';

/** A way to the registry, with the module that is looked for, and what is said of the reading. */
type Way = readonly [string, string, RegistryRead];

const natively: Way = ['Windows’ own functions', registryModuleIn(root), { by: 'native' }];
const byRegExe: Way = ['reg.exe', 'C:\\nowhere\\node.napi.node', { by: 'regExe', because: { code: 'missing' } }];
const ways: readonly Way[] = [natively, byRegExe];

/** What Earshot goes by, of what stands on this Windows and what the inspector chose. */
async function effective(user: Record<string, unknown> = {}, [, registryModule, how]: Way = natively): Promise<ShownSettings> {
  const { machine, policy, faults, registry } = await readAdministeredHere(registryModule);
  expect(faults).toEqual([]);
  expect(registry).toEqual(how);
  return effectiveSettings({ user, machine, policy, sourceUnreadable: false });
}

/** As an administrator leaves it: nobody may write it any more. */
function writeMachineFile(values: Record<string, unknown>): void {
  mkdirSync(path.dirname(machineFile), { recursive: true });
  writeFileSync(machineFile, JSON.stringify(values));
  chmodSync(machineFile, 0o444);
}

function removeMachineFile(): void {
  if (!existsSync(machineFile)) return;
  chmodSync(machineFile, 0o666);
  rmSync(path.dirname(machineFile), { recursive: true });
}

function clean(): void {
  removePolicies();
  removeMachineFile();
}

beforeEach(clean);
afterAll(clean);

describe('policies that reg.exe wrote', () => {
  test.each(ways)('are obeyed and locked, read by %s: a number, a word, a list', async (...way) => {
    setPolicy('computer', 'userTrust', 0);
    setPolicy('computer', 'pollGap', 300);
    setPolicy('computer', 'minimumTls', '1.3');
    setPolicy('computer', 'backupGateways', ['gw2.example:8043', 'gw3.example']);
    const { values, locked, wrong } = await effective({}, way);
    expect(values).toMatchObject({
      userTrust: false,
      pollGap: 300,
      minimumTls: '1.3',
      backupGateways: ['gw2.example:8043', 'gw3.example'],
    });
    expect([...locked].sort()).toEqual(['backupGateways', 'minimumTls', 'pollGap', 'userTrust']);
    expect(wrong).toEqual([]);
  });

  test('of the computer win over the user’s, those over the inspector’s choice, that over the default', async () => {
    const user = { alertVolume: 10, rosterInterval: 10, longTalkMinutes: 10 };
    setPolicy('user', 'alertVolume', 30);
    setPolicy('user', 'rosterInterval', 30);
    setPolicy('computer', 'alertVolume', 40);
    expect((await effective(user)).values).toMatchObject({
      ...{ alertVolume: 40, rosterInterval: 30, longTalkMinutes: 10 },
      pollGap: definitions.pollGap.fallback,
    });
  });

  test('of a wrong type, beyond the bounds, or of an unknown name are named and do not count', async () => {
    setPolicy('computer', 'pollGap', 9_000);
    setPolicy('computer', 'alertVolume', ['loud', 'louder']);
    setPolicy('computer', 'alertVolum', 50);
    const { values, wrong } = await effective();
    expect(values).toMatchObject({ pollGap: definitions.pollGap.fallback, alertVolume: definitions.alertVolume.fallback });
    expect(wrong.map(({ name, why }) => [name, why]).sort()).toEqual([
      ['alertVolum', 'unknownName'],
      ['alertVolume', 'doesNotFit'],
      ['pollGap', 'doesNotFit'],
    ]);
  });

  test.each(ways)('may say Chinese as JSON escapes, read by %s', async (...way) => {
    setPolicy('computer', 'alertDevice', '"\\u626c\\u58f0\\u5668"');
    expect((await effective({}, way)).values.alertDevice).toBe('扬声器');
  });

  test('may say Chinese as it is typed; read by reg.exe, what the console made of it is named and does not count', async () => {
    setPolicy('computer', 'alertDevice', '扬声器');
    expect((await effective()).values.alertDevice).toBe('扬声器');
    const { values, wrong } = await effective({}, byRegExe);
    expect([values.alertDevice, wrong]).toEqual(['', [{ name: 'alertDevice', source: 'policy', why: 'doesNotFit' }]]);
  });

  test('may leave a key below, which is named by both ways', async () => {
    setPolicy('computer', 'pollGap', 300, 'pins');
    for (const way of ways) expect((await effective({}, way)).wrong.map(({ name }) => name)).toEqual(['pins']);
  });

  test('are gone when the key is', async () => {
    setPolicy('computer', 'pollGap', 300);
    removePolicies();
    expect((await effective()).values.pollGap).toBe(definitions.pollGap.fallback);
  });
});

describe('the file of this computer', () => {
  test('counts when the inspector cannot write it: over their choice, under every policy', async ({ skip }) => {
    skip(isWine, 'as root, Wine lets everybody write every file');
    writeMachineFile({ alertVolume: 20, rosterInterval: 20 });
    setPolicy('user', 'alertVolume', 30);
    expect((await effective({ rosterInterval: 10 })).values).toMatchObject({ alertVolume: 30, rosterInterval: 20 });
  });

  test('does not count while the inspector can write it', async () => {
    mkdirSync(path.dirname(machineFile), { recursive: true });
    writeFileSync(machineFile, '{"userTrust":true}');
    expect(await readAdministeredHere(registryModuleIn(root))).toMatchObject({ machine: {}, faults: ['machineFileUnprotected'] });
  });
});
