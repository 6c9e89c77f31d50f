import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAdministeredHere } from '../../main/settings/administeredHere.ts';
import { registryModuleIn } from '../../main/settings/policy/registryModule.ts';
import { root } from '../../scripts/project.ts';
import { removePolicies, setPolicy } from './registryHere.ts';

/** Every variable by which a program of Windows could be sent elsewhere, and that by which native-reg's own loader could. */
const names = [
  ...(['SystemRoot', 'windir', 'SystemDrive', 'ProgramData', 'ALLUSERSPROFILE', 'PATH', 'ComSpec', 'PATHEXT'] as const),
  'NATIVE_REG_PREBUILD',
] as const;

let before: NodeJS.ProcessEnv;
let own: string;

beforeEach(() => {
  before = { ...process.env };
  own = mkdtempSync(path.join(tmpdir(), 'earshot-environment-'));
  removePolicies();
});

afterEach(() => {
  for (const name of names) {
    const value = before[name];
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  removePolicies();
  rmSync(own, { recursive: true, force: true });
});

test.each([
  ['Windows’ own functions', registryModuleIn(root), { by: 'native' }],
  ['reg.exe', 'C:\\nowhere\\node.napi.node', { by: 'regExe', because: { code: 'missing' } }],
])(
  'an inspector who points every variable at a folder of their own changes nothing of what the administrator set, read by %s',
  async (_, registryModule, registry) => {
    // A Windows of one's own: a reg.exe that knows of no policies, and a settings file that allows everything.
    const fake = path.join(own, 'Windows', 'System32');
    mkdirSync(fake, { recursive: true });
    copyFileSync('C:\\Windows\\System32\\hostname.exe', path.join(fake, 'reg.exe'));
    mkdirSync(path.join(own, 'ProgramData', 'Earshot'), { recursive: true });
    writeFileSync(path.join(own, 'ProgramData', 'Earshot', 'settings.json'), '{"userTrust":true,"minimumTls":"1.0"}');
    setPolicy('computer', 'userTrust', 0);
    const asSet = await readAdministeredHere(registryModule);

    const windows = path.join(own, 'Windows');
    const hostile = { ProgramData: path.join(own, 'ProgramData'), ALLUSERSPROFILE: path.join(own, 'ProgramData'), PATH: fake };
    Object.assign(process.env, hostile, {
      SystemRoot: windows,
      windir: windows,
      ComSpec: path.join(fake, 'cmd.exe'),
      SystemDrive: own,
      PATHEXT: '.COM',
      NATIVE_REG_PREBUILD: own,
    });
    expect(await readAdministeredHere(registryModule)).toEqual(asSet);
    expect(asSet).toEqual({ machine: {}, policy: { userTrust: false }, faults: [], registry });
  },
);
