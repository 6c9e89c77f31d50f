import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { autostartEntry } from './autostartEntry.ts';
import { createLoginItem, type LoginItemOptions } from './loginItem.ts';
import { silentLog } from '../../test/support/silentLog.ts';

type Options = Parameters<LoginItemOptions['app']['setLoginItemSettings']>[0];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-autostart-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the system was asked to keep. */
function systemThat(open: boolean, asked: Options[] = []): LoginItemOptions['app'] & { readonly asked: Options[] } {
  return {
    asked,
    isPackaged: true,
    getLoginItemSettings: () => ({
      openAtLogin: open,
      openAsHidden: false,
      wasOpenedAtLogin: false,
      wasOpenedAsHidden: false,
      restoreState: false,
      status: 'enabled',
      executableWillLaunchAtLogin: open,
      launchItems: [],
    }),
    setLoginItemSettings: (options) => asked.push(options),
  };
}

const parts = { executable: '/opt/Ear shot/100%/ear"shot', log: silentLog };

describe('the start at log-in', () => {
  test('is an entry of the desktop on Linux, written once and taken away again', () => {
    const item = createLoginItem({ ...parts, app: systemThat(false), platform: 'linux', autostartFolder: join(folder, 'autostart') });
    item?.set(true);
    expect(readFileSync(join(folder, 'autostart', 'earshot.desktop'), 'utf8')).toContain(
      String.raw`Exec="/opt/Ear shot/100%%/ear\\"shot" --at-login`,
    );
    item?.set(false);
    item?.set(false);
    expect(readdirSync(join(folder, 'autostart'))).toEqual([]);
  });

  test('stays switched off on Linux where the desktop’s own tool switched it off, and knows where the program lies now', () => {
    const file = join(folder, 'earshot.desktop');
    const item = createLoginItem({ ...parts, app: systemThat(false), platform: 'linux', autostartFolder: folder });
    for (const off of ['Hidden=true', 'X-GNOME-Autostart-enabled=false']) {
      writeFileSync(file, `[Desktop Entry]\nType=Application\nExec="/old/earshot" --at-login\n${off}\n`);
      expect(item?.set(true)).toBe('switchedOff');
      const command = String.raw`"/opt/Ear shot/100%%/ear\\"shot" --at-login`;
      expect(readFileSync(file, 'utf8')).toBe(`[Desktop Entry]\nType=Application\nExec=${command}\n${off}\n`);
    }
  });

  test('switched off and on again in Earshot is on, whatever the desktop said before', () => {
    const file = join(folder, 'earshot.desktop');
    const item = createLoginItem({ ...parts, app: systemThat(false), platform: 'linux', autostartFolder: folder });
    writeFileSync(file, '[Desktop Entry]\nExec="/old/earshot" --at-login\nHidden=true\n');
    expect([item?.set(false), item?.set(true)]).toEqual(['asSet', 'asSet']);
    expect(readFileSync(file, 'utf8')).not.toContain('Hidden');
  });

  test('leaves an entry alone that somebody else made under that name', () => {
    const file = join(folder, 'earshot.desktop');
    const theirs = '[Desktop Entry]\nType=Application\nExec=/opt/Earshot/earshot %U\n\n[Desktop Action x]\nExec=earshot --at-login\n';
    writeFileSync(file, theirs);
    const item = createLoginItem({ ...parts, app: systemThat(false), platform: 'linux', autostartFolder: folder });
    expect([item?.set(false), item?.set(true)]).toEqual(['otherwise', 'otherwise']);
    expect(readFileSync(file, 'utf8')).toBe(theirs);
  });

  test.each([
    ['/a b/x', '"/a b/x"'],
    [String.raw`/a\b`, String.raw`"/a\\\\b"`],
    ['/$a`b"c', String.raw`"/\\$a\\` + '`' + String.raw`b\\"c"`],
    ['/100%', '"/100%%"'],
    ['/two\nlines', String.raw`"/two\nlines"`],
  ])('writes %s as the Desktop Entry Specification says', (executable, command) => {
    expect(autostartEntry(executable, '--at-login')).toContain(`\nExec=${command} --at-login\n`);
  });

  test('is asked of Windows with the switch that tells of it, and only when it is another', () => {
    const off = systemThat(false);
    createLoginItem({ ...parts, app: off, platform: 'win32', autostartFolder: folder })?.set(true);
    expect(off.asked).toEqual([{ openAtLogin: true, path: parts.executable, args: ['--at-login'] }]);
    const on = systemThat(true);
    createLoginItem({ ...parts, app: on, platform: 'win32', autostartFolder: folder })?.set(true);
    expect(on.asked).toEqual([]);
  });

  test('is told as switched off where Windows’ task manager or macOS’ settings say so', () => {
    const itemOf = (platform: 'win32' | 'darwin', found: Partial<ReturnType<LoginItemOptions['app']['getLoginItemSettings']>>) => {
      const system = systemThat(true);
      const app = { ...system, getLoginItemSettings: () => ({ ...system.getLoginItemSettings(), ...found }) };
      return createLoginItem({ ...parts, app, platform, autostartFolder: folder });
    };
    expect(itemOf('win32', { executableWillLaunchAtLogin: false })?.set(true)).toBe('switchedOff');
    expect(itemOf('win32', {})?.set(true)).toBe('asSet');
    expect(itemOf('darwin', { status: 'requires-approval' })?.set(true)).toBe('switchedOff');
    expect(itemOf('darwin', { status: 'requires-approval' })?.set(false)).toBe('asSet');
  });
  test.each(['win32', 'darwin'] as const)(
    'that was switched off in the system’s own settings (%s) is left so, and said in the log',
    (platform) => {
      const said: string[] = [];
      const app = systemThat(true);
      const off = () => ({ ...app.getLoginItemSettings(), status: 'requires-approval', executableWillLaunchAtLogin: false }) as const;
      const log = { ...silentLog, info: (event: string) => void said.push(event) };
      createLoginItem({ ...parts, log, app: { ...app, getLoginItemSettings: off }, platform, autostartFolder: folder })?.set(true);
      expect([app.asked, said]).toEqual([[], ['start at log-in switched off by the system']]);
    },
  );

  test('is not offered by an Earshot that is not installed', () => {
    expect(
      createLoginItem({ ...parts, app: { ...systemThat(false), isPackaged: false }, platform: 'linux', autostartFolder: folder }),
    ).toBeNull();
  });

  test('that cannot be written stops nothing', () => {
    const item = createLoginItem({ ...parts, app: systemThat(false), platform: 'linux', autostartFolder: '/dev/null/autostart' });
    expect(item?.set(true)).toBe('failed');
  });
});
