import { execFile } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { administeredBy, type Administered } from './administered.ts';
import { machineFilePath, readMachineFile } from './machineFile.ts';
import { loadNativeRegistry } from './policy/nativeModule.ts';
import { readPolicy } from './policy/policy.ts';
import type { RunProgram } from './policy/program.ts';
import { readProtectedFile } from './protectedFile.ts';
import { windowsFolder } from './windowsFolder.ts';

/** A program that does not answer must not keep Earshot from starting. */
const answersWithin = 5_000;

/**
 * What the administrator of this computer set, read again with each call. `registryModule`: the full path of native-reg's module
 * for this processor (nativeModule.ts), which only Windows has. Never rejects.
 */
export async function readAdministeredHere(registryModule: string): Promise<Administered> {
  const { platform } = process;
  const windows = platform === 'win32' ? windowsFolder(realpathSync.native) : '';
  // The rest of the environment is the inspector's; without a folder of its own, a program gets theirs from Node.js.
  const env = platform === 'win32' ? { SystemRoot: windows, windir: windows, PATH: `${windows}\\System32` } : {};
  const machine = readMachineFile(() => readProtectedFile(machineFilePath(platform, windows), platform));
  const rights = (file: string) => (existsSync(file) ? statSync(file) : null);
  const loadNative = () => loadNativeRegistry(registryModule);
  const run = runProgram(env);
  return administeredBy(machine, await readPolicy({ platform, windows, loadNative, run, userName: userInfo().username, rights }));
}

/** `env` is all that the programs know of the environment. */
const runProgram =
  (env: Readonly<Record<string, string>>): RunProgram =>
  (file, args) =>
    new Promise((resolve) => {
      const options = { env, encoding: 'buffer', timeout: answersWithin, windowsHide: true, maxBuffer: 1_048_576 } as const;
      execFile(file, args, options, (error, output) => {
        resolve({ ok: error === null, output });
      });
    });
