import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { appId } from '../../main/electron/identity.ts';
import { toastActivator } from '../../main/electron/toastActivator.ts';
import { inProject } from '../../scripts/project.ts';
import { windowsPath } from '../../scripts/windows/wine.ts';
import { standing } from './left.ts';
import { installer, installersFolder, ofUser, onC, onlyOlder, versions } from './places.ts';
import { registry, wine } from './wine.ts';

const folder = onC('Program Files', 'Earshot');
const shortcut = path.join('Microsoft', 'Windows', 'Start Menu', 'Programs', 'Earshot.lnk');
/** Wine 8 makes it for the user who installs, Windows for all. */
const menus = [onC('ProgramData', shortcut), ofUser('AppData', 'Roaming', shortcut)];
const table = (name: string): string => execFileSync('msiinfo', ['export', installer('msi', 'newer'), name], { encoding: 'utf8' });
const installed = (): readonly string[] =>
  [...registry('HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall')]
    .filter(([name, data]) => name.endsWith('\\DisplayName') && data === 'Earshot')
    .map(([name]) => name);

let before: readonly string[];

beforeAll(() => {
  before = standing();
});

describe('the installer for a computer (MSI)', () => {
  test('says in its own tables what earshot:// starts', () => {
    const registryTable = table('Registry');
    expect(registryTable).toContain('Software\\Classes\\earshot\t\tURL:Earshot');
    expect(registryTable).toContain('Software\\Classes\\earshot\\shell\\open\\command\t\t"[#mainExecutable]" "%1"');
  });

  test('gives both shortcuts the id by which Windows shows toasts: in its project, as wixl leaves properties of shortcuts out', () => {
    const project = readFileSync(path.join(installersFolder('newer'), 'project.wxs'), 'utf8');
    const shortcuts = [...project.matchAll(/<Shortcut Id="(\w+)"[\s\S]*?<\/Shortcut>/gu)].map(([text, id]) => [
      id,
      /Key="System\.AppUserModel\.ID" Value="([^"]+)"/u.exec(text)?.[1],
    ]);
    expect(shortcuts).toEqual([
      ['desktopShortcut', appId],
      ['startMenuShortcut', appId],
    ]);
    expect(project).toContain(`Key="System.AppUserModel.ToastActivatorCLSID" Value="${toastActivator}"`);
  });

  test('installs without a word: program, templates, licences, Start menu, entry to uninstall, earshot://', () => {
    expect(wine('msiexec', '/i', windowsPath(installer('msi', 'older')), '/qn').status).toBe(0);
    expect(existsSync(path.join(folder, 'Earshot.exe'))).toBe(true);
    expect(readdirSync(path.join(folder, 'resources', 'policy')).sort()).toEqual(readdirSync(inProject('assets', 'policy')).sort());
    expect(readdirSync(path.join(folder, 'resources', 'licenses')).sort()).toEqual(['LICENSE.txt', 'main.md', 'page.md', 'registry.md']);
    expect(readdirSync(path.join(folder, 'resources', 'registry'))).toEqual(['node.napi.node']);
    expect(menus.filter((each) => existsSync(each))).toHaveLength(1);
    expect(installed()).toHaveLength(1);
    const key = 'HKEY_LOCAL_MACHINE\\Software\\Classes\\earshot';
    const links = registry('HKLM\\Software\\Classes\\earshot');
    expect(links.get(`${key}\\shell\\open\\command\\(Default)`)).toBe('"C:\\Program Files\\Earshot\\Earshot.exe" "%1"');
    expect(links.has(`${key}\\URL Protocol`)).toBe(true);
  });

  test('takes the place of an older version', () => {
    expect(existsSync(path.join(folder, onlyOlder))).toBe(true);
    expect(wine('msiexec', '/i', windowsPath(installer('msi', 'newer')), '/qn').status).toBe(0);
    const [entry, another] = installed();
    expect(another).toBeUndefined();
    const key = entry?.slice(0, -'\\DisplayName'.length) ?? '';
    expect(registry(key).get(`${key}\\DisplayVersion`)).toMatch(new RegExp(`^${versions.newer.replaceAll('.', '\\.')}`, 'u'));
    expect(existsSync(path.join(folder, 'Earshot.exe'))).toBe(true);
    expect(existsSync(path.join(folder, onlyOlder))).toBe(false);
  });

  test('gives no older version its place; once it was removed, the older one is installed', () => {
    const older = (): number | null => wine('msiexec', '/i', windowsPath(installer('msi', 'older')), '/qn').status;
    // 1603, of which Linux keeps the last byte.
    expect(older()).toBe(1603 % 256);
    expect(installed()).toHaveLength(1);
    expect(wine('msiexec', '/x', windowsPath(installer('msi', 'newer')), '/qn').status).toBe(0);
    expect(older()).toBe(0);
    expect(existsSync(path.join(folder, 'Earshot.exe'))).toBe(true);
    expect(wine('msiexec', '/i', windowsPath(installer('msi', 'newer')), '/qn').status).toBe(0);
  });

  test('is uninstalled without a trace', () => {
    expect(wine('msiexec', '/x', windowsPath(installer('msi', 'newer')), '/qn').status).toBe(0);
    expect(existsSync(folder)).toBe(false);
    expect(standing()).toEqual(before);
  });

  test('installs into a long path with blanks and Chinese, and is uninstalled from there', () => {
    const deep = ['检查员 工具', 'x'.repeat(100), 'y'.repeat(70)];
    const place = `APPLICATIONFOLDER=C:\\${deep.join('\\')}\\Earshot`;
    expect(wine('msiexec', '/i', windowsPath(installer('msi', 'newer')), place, '/qn').status).toBe(0);
    expect(existsSync(onC(...deep, 'Earshot', 'Earshot.exe'))).toBe(true);
    // Wine looks for it in the usual folder otherwise; Windows remembers.
    expect(wine('msiexec', '/x', windowsPath(installer('msi', 'newer')), place, '/qn').status).toBe(0);
    expect(existsSync(onC(...deep, 'Earshot'))).toBe(false);
    rmSync(onC(deep[0] ?? ''), { recursive: true, force: true });
    expect(standing()).toEqual(before);
  });
});

test.skip('onto a disk that is full it rolls back and says so: Wine 8’s Windows Installer goes on where a file could not be written', () =>
  undefined);
