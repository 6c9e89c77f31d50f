import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toastActivator } from '../../main/electron/toastActivator.ts';
import { inProject } from '../../scripts/project.ts';
import { windowsPath } from '../../scripts/windows/wine.ts';
import { fullDisk, noDisk } from './fullDisk.ts';
import { standing } from './left.ts';
import { installer, ofUser, onC, onlyOlder, versions } from './places.ts';
import { registry, startWine, wine } from './wine.ts';

const folder = ofUser('AppData', 'Local', 'Programs', 'earshot');
const program = path.join(folder, 'Earshot.exe');
const menu = ofUser('AppData', 'Roaming', 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Earshot.lnk');
const persisted = ofUser('AppData', 'Roaming', 'Earshot', 'config.json');
const uninstallKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const command = (): string | undefined =>
  registry('HKCU\\Software\\Classes\\earshot').get('HKEY_CURRENT_USER\\Software\\Classes\\earshot\\shell\\open\\command\\(Default)');
const uninstallEntries = (name: string): readonly string[] =>
  [...registry(uninstallKey)].filter(([key]) => key.endsWith(`\\${name}`)).map(([, data]) => data);

/** Puts a program that stands for a running Earshot where Earshot's lies. */
function compileRunningEarshot(to: string): void {
  const source = inProject('scripts', 'installers', 'standins', 'runningEarshot.c');
  execFileSync('x86_64-w64-mingw32-gcc', ['-O2', '-s', source, '-o', to]);
}

/** The uninstaller goes on as a copy of itself. */
async function uninstall(from: string): Promise<void> {
  wine(windowsPath(path.join(from, 'Uninstall Earshot.exe')), '/S');
  await expect.poll(() => existsSync(from)).toBe(false);
}

let before: readonly string[];

beforeAll(() => {
  before = standing();
});

afterAll(() => {
  rmSync(path.dirname(persisted), { recursive: true, force: true });
});

describe('the installer for one user (NSIS)', () => {
  test('installs without a word: program, templates, licences, Start menu, entry to uninstall, earshot://', () => {
    expect(wine(windowsPath(installer('exe', 'older')), '/S').status).toBe(0);
    expect(existsSync(program)).toBe(true);
    expect(readdirSync(path.join(folder, 'resources', 'policy')).sort()).toEqual(readdirSync(inProject('assets', 'policy')).sort());
    expect(readdirSync(path.join(folder, 'resources', 'licenses')).sort()).toEqual(['LICENSE.txt', 'main.md', 'page.md', 'registry.md']);
    expect(readdirSync(path.join(folder, 'resources', 'registry'))).toEqual(['node.napi.node']);
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.older]);
    expect(uninstallEntries('QuietUninstallString')).toEqual([expect.stringContaining('/S')]);
    expect(command()).toMatch(/^"C:\\users\\[^"]+\\AppData\\Local\\Programs\\earshot\\Earshot\.exe" "%1"$/iu);
  });

  test('puts Earshot into the Start menu', () => {
    const shortcut = readFileSync(menu);
    expect((['latin1', 'utf16le'] as const).some((encoding) => shortcut.includes(Buffer.from('Earshot.exe', encoding)))).toBe(true);
  });

  test('does not start Earshot at log-in: that is the setting’s', () => {
    expect([...registry('HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run').values()].join()).not.toMatch(/earshot/iu);
  });

  test('keeps no copy of itself for an updater, which there is not', () => {
    expect(existsSync(ofUser('AppData', 'Local', 'earshot-updater'))).toBe(false);
  });

  test('takes the place of an older version, and what the inspector chose stays', () => {
    mkdirSync(path.dirname(persisted), { recursive: true });
    writeFileSync(persisted, '{}');
    expect(existsSync(path.join(folder, onlyOlder))).toBe(true);
    expect(wine(windowsPath(installer('exe', 'newer')), '/S').status).toBe(0);
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.newer]);
    expect(existsSync(path.join(folder, onlyOlder))).toBe(false);
    expect(existsSync(persisted)).toBe(true);
    expect(command()).toMatch(/Earshot\.exe" "%1"$/u);
  });

  test('takes the place of a newer version, too: the way back', () => {
    expect(wine(windowsPath(installer('exe', 'older')), '/S').status).toBe(0);
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.older]);
    expect(existsSync(persisted)).toBe(true);
  });

  test('is uninstalled without a trace but the inspector’s own data, and without what Earshot wrote: start at log-in, who takes a toast’s press', async () => {
    const run = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
    const installed = command()?.split('"')[1] ?? '';
    wine('reg', 'add', run, '/v', 'app.earshot.desktop', '/d', `"${installed}" --at-login`, '/f');
    wine('reg', 'add', `HKCU\\Software\\Classes\\CLSID\\${toastActivator}\\LocalServer32`, '/ve', '/d', installed, '/f');
    expect(standing().filter((each) => each.includes(toastActivator))).toHaveLength(1);
    await uninstall(folder);
    expect(standing()).toEqual([...before, persisted].sort());
  });

  test('installs into a long path with blanks and Chinese, and is uninstalled from there', async () => {
    const deep = ['检查员 工具', 'x'.repeat(100), 'y'.repeat(70)];
    const place = onC(...deep, 'Earshot');
    expect(wine(windowsPath(installer('exe', 'newer')), '/S', `/D=C:\\${deep.join('\\')}\\Earshot`).status).toBe(0);
    expect(existsSync(path.join(place, 'Earshot.exe'))).toBe(true);
    await uninstall(place);
    rmSync(onC(deep[0] ?? ''), { recursive: true });
    expect(standing()).toEqual([...before, persisted].sort());
  });
});

describe('over an Earshot that runs, the silent installer', () => {
  const listening = path.join(folder, 'listening');

  /** An older Earshot that runs; the Electron that can be had under Wine does not start the real one. */
  async function olderRuns(): Promise<ChildProcess> {
    expect(wine(windowsPath(installer('exe', 'older')), '/S').status).toBe(0);
    compileRunningEarshot(program);
    const running = startWine(windowsPath(program));
    await expect.poll(() => existsSync(path.join(folder, 'running'))).toBe(true);
    return running;
  }

  test('has it sign out and end, and takes its place', async () => {
    const running = await olderRuns();
    const ended = once(running, 'exit');
    expect(wine(windowsPath(installer('exe', 'newer')), '/S').status).toBe(0);
    expect(await ended).toEqual([0, null]);
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.newer]);
    await uninstall(folder);
  });

  test('leaves it alone in the middle of a listen, changes nothing, and says so by its status', async () => {
    const running = await olderRuns();
    writeFileSync(listening, '');
    expect(wine(windowsPath(installer('exe', 'newer')), '/S').status).toBe(3);
    expect(running.exitCode).toBeNull();
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.older]);
    expect(existsSync(path.join(folder, 'resources', 'app.asar'))).toBe(true);

    rmSync(listening);
    const ended = once(running, 'exit');
    wine(windowsPath(program), '--quit');
    await ended;
    await uninstall(folder);
    expect(standing()).toEqual([...before, persisted].sort());
  });
});

describe('on a disk that is full, the silent installer', () => {
  test('changes nothing, and says so by Windows’ own number for it', ({ skip }) => {
    const disk = fullDisk() ?? skip(noDisk);
    expect(wine(windowsPath(installer('exe', 'newer')), '/S', '/D=E:\\Earshot').status).toBe(112);
    expect(readdirSync(disk)).toEqual([]);
    expect(uninstallEntries('DisplayVersion')).toEqual([]);
  });
});

test.skip('gives its shortcut the id by which Windows shows toasts: Wine 8 keeps no properties of a shortcut', () => undefined);
