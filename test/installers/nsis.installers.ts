import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/project.ts';
import { windowsPath } from '../../scripts/windows/wine.ts';
import { standing } from './left.ts';
import { installer, ofUser, onC, versions } from './places.ts';
import { registry, wine } from './wine.ts';

const folder = ofUser('AppData', 'Local', 'Programs', 'earshot');
const program = path.join(folder, 'Earshot.exe');
const menu = ofUser('AppData', 'Roaming', 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Earshot.lnk');
const kept = ofUser('AppData', 'Roaming', 'Earshot', 'config.json');
const uninstallKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const command = (): string | undefined =>
  registry('HKCU\\Software\\Classes\\earshot').get('HKEY_CURRENT_USER\\Software\\Classes\\earshot\\shell\\open\\command\\(Default)');
const uninstallEntries = (name: string): readonly string[] =>
  [...registry(uninstallKey)].filter(([key]) => key.endsWith(`\\${name}`)).map(([, data]) => data);

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
  rmSync(path.dirname(kept), { recursive: true, force: true });
});

describe('the installer for one user (NSIS)', () => {
  test('installs without a word: program, templates, licences, Start menu, entry to uninstall, earshot://', () => {
    expect(wine(windowsPath(installer('exe', 'older')), '/S').status).toBe(0);
    expect(existsSync(program)).toBe(true);
    expect(readdirSync(path.join(folder, 'resources', 'policy')).sort()).toEqual(readdirSync(inProject('assets', 'policy')).sort());
    expect(readdirSync(path.join(folder, 'resources', 'licenses')).sort()).toEqual(['LICENSE.txt', 'main.md', 'page.md']);
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
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(kept, '{}');
    expect(wine(windowsPath(installer('exe', 'newer')), '/S').status).toBe(0);
    expect(uninstallEntries('DisplayVersion')).toEqual([versions.newer]);
    expect(existsSync(kept)).toBe(true);
    expect(command()).toMatch(/Earshot\.exe" "%1"$/u);
  });

  test('is uninstalled without a trace but the inspector’s own data, and without the start at log-in that Earshot wrote', async () => {
    const run = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
    wine('reg', 'add', run, '/v', 'app.earshot.desktop', '/d', `"${command()?.split('"')[1] ?? ''}" --at-login`, '/f');
    await uninstall(folder);
    expect(standing()).toEqual([...before, kept].sort());
  });

  test('installs into a long path with blanks and Chinese, and is uninstalled from there', async () => {
    const deep = ['检查员 工具', 'x'.repeat(100), 'y'.repeat(70)];
    const place = onC(...deep, 'Earshot');
    expect(wine(windowsPath(installer('exe', 'newer')), '/S', `/D=C:\\${deep.join('\\')}\\Earshot`).status).toBe(0);
    expect(existsSync(path.join(place, 'Earshot.exe'))).toBe(true);
    await uninstall(place);
    rmSync(onC(deep[0] ?? ''), { recursive: true });
    expect(standing()).toEqual([...before, kept].sort());
  });
});

test.skip('is asked about when Earshot runs, and closes it when silent: Wine 8’s tasklist lists no programs by their user', () =>
  undefined);
test.skip('gives its shortcut the id by which Windows shows toasts: Wine 8 keeps no properties of a shortcut', () => undefined);
