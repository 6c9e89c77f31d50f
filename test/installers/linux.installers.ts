import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inProject } from '../../scripts/project.ts';
import { installer, onlyOlder, versions } from './places.ts';

const isRoot = process.getuid?.() === 0;
const onlyRoot = 'only root installs packages';
const run = (program: string, ...args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const field = (name: string): string => run('dpkg-deb', '-f', installer('deb', 'newer'), name).trim();

function emptyHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'earshot-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** How the test of the alerts ended; 1: something of a desktop is missing, as it is on a display without one. */
function testAlert(program: string, home = emptyHome()): { readonly status: number | null; readonly printed: string } {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config') };
  const sandbox = isRoot ? ['--no-sandbox'] : [];
  const { status, stdout } = spawnSync('xvfb-run', ['-a', program, ...sandbox, '--test-alert'], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, printed: stdout };
}

describe('the .deb', () => {
  test('says who made it, with an address, and where its page is', () => {
    expect(field('Maintainer')).toMatch(/^Earshot <\S+@\S+>$/u);
    expect(field('Homepage')).toMatch(/^https:\/\/\S+$/u);
    expect(field('Version')).toBe(versions.newer);
  });

  test('is installed, takes the place of an older version, starts, and is purged without a trace', ({ skip }) => {
    skip(!isRoot, onlyRoot);
    onTestFinished(() => void spawnSync('dpkg', ['--purge', 'earshot']));
    const older = path.join('/opt/Earshot', onlyOlder);
    run('apt-get', 'install', '-y', '-qq', installer('deb', 'older'));
    expect(existsSync(older)).toBe(true);
    run('apt-get', 'install', '-y', '-qq', installer('deb', 'newer'));
    expect(existsSync(older)).toBe(false);
    expect(run('dpkg-query', '-W', '-f', '${Version}', 'earshot')).toBe(versions.newer);
    expect(readdirSync('/opt/Earshot/resources/policy').sort()).toEqual(readdirSync(inProject('assets', 'policy')).sort());
    const entry = readFileSync('/usr/share/applications/earshot.desktop', 'utf8');
    expect(entry).toContain('MimeType=x-scheme-handler/earshot;');
    // By which a desktop knows whose a window is: Electron takes it from package.json, too.
    expect(entry).toMatch(/^StartupWMClass=earshot$/mu);
    expect(entry).toMatch(/^Exec=\/opt\/Earshot\/earshot %U$/mu);
    const { status, printed } = testAlert('earshot');
    expect(printed).not.toBe('');
    expect(status).toBeLessThanOrEqual(1);

    const home = emptyHome();
    const persisted = path.join(home, 'config', 'Earshot');
    mkdirSync(persisted, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(persisted, 'earshot.json'), '{"language": "zh-CN", "sounds');
    expect(testAlert('earshot', home).status).toBeLessThanOrEqual(1);
    // What an older Earshot left damaged is moved aside, and said; this one goes on with what it has by itself.
    expect(readdirSync(persisted).includes('earshot.unreadable.json')).toBe(true);
    expect(readFileSync(path.join(persisted, 'logs', 'earshot.log'), 'utf8')).toContain('kept file unreadable');

    run('dpkg', '--purge', 'earshot');
    const left = ['/opt/Earshot', '/usr/bin/earshot', '/usr/share/applications/earshot.desktop', '/etc/apparmor.d/earshot'];
    expect(left.filter((file) => existsSync(file))).toEqual([]);
  });
});

describe('the .deb on a disk that is full', () => {
  const folder = '/opt/Earshot';

  test('is not installed, says why, and leaves nothing', ({ skip }) => {
    skip(!isRoot, onlyRoot);
    mkdirSync(folder, { recursive: true });
    skip(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder]).status !== 0, 'no disk of its own can be mounted here');
    onTestFinished(() => {
      spawnSync('umount', [folder]);
      spawnSync('dpkg', ['--purge', 'earshot']);
      rmSync(folder, { recursive: true, force: true });
    });
    const { status, stderr } = spawnSync('dpkg', ['-i', installer('deb', 'newer')], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('No space left on device');
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync('/usr/bin/earshot')).toBe(false);
  });
});

describe('the AppImage', () => {
  test('unpacks to an application whose entry for the desktop keeps Chromium’s sandbox', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-appimage-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    execFileSync(installer('AppImage', 'newer'), ['--appimage-extract'], { cwd: folder, stdio: 'ignore' });
    const unpacked = path.join(folder, 'squashfs-root');
    const entry = readFileSync(path.join(unpacked, 'earshot.desktop'), 'utf8');
    expect(entry).toMatch(/^Exec=AppRun %U$/mu);
    expect(entry).toContain('MimeType=x-scheme-handler/earshot;');
    expect(readdirSync(path.join(unpacked, 'resources', 'policy')).sort()).toEqual(readdirSync(inProject('assets', 'policy')).sort());
  });

  test('starts from a long path with blanks and Chinese, and leaves nothing unpacked', () => {
    const deep = path.join(emptyHome(), '检查员 工具', 'x'.repeat(100), 'y'.repeat(70), 'Earshot.AppImage');
    mkdirSync(path.dirname(deep), { recursive: true });
    copyFileSync(installer('AppImage', 'newer'), deep);
    const { status, printed } = testAlert(deep);
    expect(printed).not.toBe('');
    expect(status).toBeLessThanOrEqual(1);
    expect(readdirSync('/tmp').filter((name) => name.startsWith('.mount_'))).toEqual([]);
  });
});
