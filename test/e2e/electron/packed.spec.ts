import { connect, createServer } from 'node:net';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contents, listing } from '../../../scripts/packaging/contents.ts';
import { readFuses, wrongFuses } from '../../../scripts/packaging/fuses.ts';
import { filesUnder } from '../../../scripts/packaging/sizes.ts';
import { inProject } from '../../../scripts/project.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { expect, test } from '../../electron/fixtures.ts';
import { formShown, listenByKeyboard, signInByKeyboard, trustByKeyboard } from '../../support/byKeyboard.ts';
import { buildElsewhere, packUnpacked, startPacked, type PackedRun } from '../../support/packed.ts';
import { settingsFileLacks, withSettingsFile } from '../../support/settingsFile.ts';

// The package keeps every debugger out, so nothing here looks inside: keys go in as from a keyboard, and what comes of them
// is seen in the tray, in toasts, on the screen, in the log and at the gateway.
// One worker, which packs once.
test.describe.configure({ mode: 'default' });

test('the package’s fuses are as stated', async ({ packed }) => {
  const fuses = await readFuses(packed.program);
  expect(fuses.length).toBeGreaterThanOrEqual(8);
  expect(wrongFuses(fuses)).toEqual([]);
  expect(fuses.find(({ name }) => name === 'enableNodeCliInspectArguments')?.found).toBe('off');
});

test('the package holds what was built and its pictures: no source, test, map, simulator or module', ({ packed }) => {
  const files = contents(packed.archive).map(({ path }) => path);
  const known =
    /^(?:package\.json|dist\/main\/electron\.js|dist\/preload\/(?:preload|alert)\.cjs|dist\/renderer\/(?:\w+\.html|assets\/[\w.-]+\.(?:js|css|svg|wav|woff2|png))|assets\/(?:tray|badge)\/[\w@.]+\.(?:png|ico)|assets\/icon\/256\.png)$/u;
  expect(files.filter((file) => !known.test(file))).toEqual([]);
  expect(files.filter((file) => /\.(?:map|ts|tsx)$|node_modules|simulator|test/u.test(file))).toEqual([]);
  // Everything that the main bundle looks for at its start.
  expect(files).toEqual(
    expect.arrayContaining(['dist/main/electron.js', 'dist/preload/alert.cjs', 'dist/preload/preload.cjs', 'dist/renderer/alert.html']),
  );
  const built = filesUnder(inProject('dist', 'renderer'))
    .map((file) => file.slice(inProject().length + 1).replaceAll('\\', '/'))
    // The libraries' licences lie beside the archive.
    .filter((file) => !file.includes('/.vite/'));
  expect(files.filter((file) => file.startsWith('dist/renderer/'))).toEqual(built);
});

test('only the languages that Earshot speaks are packed', ({ packed }) => {
  const locales = filesUnder(join(packed.folder, 'locales')).map((file) => file.slice(join(packed.folder, 'locales').length + 1));
  expect(locales).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('the policy templates lie beside the application, where an administrator finds them', ({ packed }) => {
  const under = (folder: string): string[] => filesUnder(folder).map((file) => file.slice(folder.length + 1));
  expect(under(join(packed.resources, 'policy'))).toEqual(under(inProject('assets', 'policy')));
});

test('the licences lie beside the application: Earshot’s, of every library that is in it, Electron’s and Chromium’s', async ({
  packed,
}) => {
  const text = (...parts: readonly string[]): Promise<string> => readFile(join(...parts), 'utf8');
  const licenses = join(packed.resources, 'licenses');
  expect(await text(licenses, 'LICENSE.txt')).toBe(await text(inProject('LICENSE')));
  for (const [file, libraries] of [
    ['main.md', ['conf', 'electron-store', 'pino', 'tough-cookie', 'undici', 'zod']],
    [
      'page.md',
      ['@radix-ui/react-popover', '@tanstack/react-virtual', 'lucide-react', 'pinyin-pro', 'react', 'react-dom', 'recharts', 'zod'],
    ],
  ] as const) {
    const named = [...(await text(licenses, file)).matchAll(/^## (\S+)/gmu)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining([...libraries]));
  }
  expect(await text(packed.folder, 'LICENSE.electron.txt')).toContain('Electron contributors');
  expect(await text(packed.folder, 'LICENSES.chromium.html')).toContain('Chromium');
});

test('built and packed once more in another folder, the archive holds the same files with the same contents', async ({ packed }) => {
  // It only computes, all the time: on a busy machine for as long as the others let it wait.
  test.setTimeout(600_000);
  const elsewhere = await buildElsewhere();
  const again = await packUnpacked(join(elsewhere, 'packages'), elsewhere);
  expect(listing(contents(again.archive))).toBe(listing(contents(packed.archive)));
  await rm(elsewhere, { recursive: true, force: true });
});

test('the package refuses to be debugged, by Chromium’s switch and by Node’s', async ({ desktop, packed }) => {
  const [chromium, node] = [await freePort(), await freePort()];
  const flags = [`--remote-debugging-port=${String(chromium)}`, `--inspect=127.0.0.1:${String(node)}`];
  const earshot = await startPacked(packed.program, { env: desktop.env, flags });
  await expect.poll(() => formShown(desktop)).toBe(true);
  expect(await listens(chromium)).toBe(false);
  expect(await listens(node)).toBe(false);
  expect(await earshot.log()).toContain('"name":"remote-debugging-port","event":"switch refused"');
  await desktop.clickTrayMenu('Quit Earshot');
  expect(await earshot.ended).toBe(0);
  await earshot.forget();
});

test('told to by the settings file of the computer, the desktop starts it at log-in, in the tray unless that is switched off', async ({
  desktop,
  packed,
}, testInfo) => {
  const lacks = settingsFileLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
  const start = async (settings: object, flags: readonly string[]): Promise<PackedRun> =>
    startPacked(await withSettingsFile(testInfo.outputPath('earshot-administered'), packed.program, settings), { env: desktop.env, flags });
  const quit = async (earshot: PackedRun): Promise<void> => {
    await desktop.clickTrayMenu('Quit Earshot');
    expect(await earshot.ended).toBe(0);
    await earshot.forget();
  };
  const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'earshot.desktop');

  await test.step('the first start writes the desktop’s entry', async () => {
    const earshot = await start({ autostart: true }, []);
    await expect.poll(() => formShown(desktop)).toBe(true);
    expect(await readFile(entry, 'utf8')).toContain(`\nExec="${packed.program}" --at-login\n`);
    await quit(earshot);
  });
  await test.step('started so, it waits in the tray', async () => {
    const earshot = await start({ autostart: true }, ['--at-login']);
    await desktop.trayItem();
    // What does not come can only be waited for.
    await pause(2_000);
    expect(await desktop.window('Earshot')).toBeNull();
    await desktop.clickTrayIcon();
    await expect.poll(() => formShown(desktop)).toBe(true);
    await quit(earshot);
  });
  await test.step('or opens its window, and the entry goes where it is not wanted any more', async () => {
    const earshot = await start({ autostart: false, startHidden: false }, ['--at-login']);
    await expect.poll(() => formShown(desktop)).toBe(true);
    await expect(readFile(entry, 'utf8')).rejects.toThrow('ENOENT');
    await quit(earshot);
  });
});

test('the main job in the package: sign in, trust the certificate, listen, the ring, stop, quit', async ({ desktop, packed }) => {
  // It rings until it is picked up below, however long the looks at the ring take.
  const simulator = await startSimulator({ agents: 40, centre: 'still', phone: { kind: 'neverAnswers' } });
  simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
  const earshot = await startPacked(packed.program, { env: desktop.env });

  await test.step('the sign-in form takes what is typed; the certificate is shown before anything is sent', async () => {
    await expect.poll(() => formShown(desktop)).toBe(true);
    await signInByKeyboard(desktop, simulator);
    await expect.poll(() => earshot.log()).toContain('certificate not trusted');
    expect(simulator.requests).toEqual([]);
  });
  await test.step('trusted, it is live', async () => {
    await trustByKeyboard(desktop);
    await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Live as 291');
  });
  await test.step('the agent is found and listened to by keys; the ring is in the tray and in a toast', async () => {
    const asked = (): number => simulator.requests.filter((request) => request.interface === 'addSupervise').length;
    await expect
      .poll(
        async () => {
          // The first look at the agents may not be on the screen yet.
          if (asked() === 0) await listenByKeyboard(desktop, '20001');
          return asked();
        },
        { intervals: [1_500], timeout: 60_000 },
      )
      .toBe(1);
    await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Your phone is ringing: Li Wei (20001)');
    await expect
      .poll(() => desktop.toasts().filter(({ open }) => open))
      .toMatchObject([{ title: 'Your phone is ringing', body: 'Pick up to listen to Li Wei (20001).' }]);
  });
  await test.step('picked up, it is stopped by keys', async () => {
    simulator.pickUp('291');
    await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Listening to Li Wei (20001)');
    await desktop.press('Escape', 'Escape');
    await expect.poll(() => simulator.sessionOf('291').listen).toBeNull();
    await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Live as 291');
  });
  await test.step('quit, it signs out at the gateway and ends well', async () => {
    await desktop.chooseInTray('Quit Earshot', () => Promise.resolve(!simulator.sessionOf('291').signedIn));
    expect(await earshot.ended).toBe(0);
    expect(simulator.sessionOf('291').signedIn).toBe(false);
  });
  await simulator.close();
  await earshot.forget();
});

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
