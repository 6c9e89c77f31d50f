import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { lockFolder, type FolderLock } from '../../main/platform/folderLock.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './sharedHarness.ts';
import { command, launch } from './running.ts';

const persisted = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(() => globalThis.earshotHarness.inspector?.host.persisted.read());

test('what is kept is written to earshot.json, for its owner alone', async ({ harness }) => {
  await harness.app.evaluate(() => {
    globalThis.earshotHarness.inspector?.host.persisted.write({ form: { agentId: '101' } });
  });
  expect(await persisted(harness.app)).toEqual({ form: { agentId: '101' } });
  const file = join(harness.dataFolder, 'earshot.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ form: { agentId: '101' } });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

for (const [what, content] of Object.entries({
  'cut off': '{"form": {"age',
  empty: '',
  'not JSON': '\0\u0001\u0002',
  'a list': '[1, 2]',
})) {
  alone(`a kept file that is ${what} does not stop Earshot`, async ({ desktop, harnessEntry }) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-kept-'));
    await writeFile(join(folder, 'earshot.json'), content);
    const running = await launch({ desktop, entry: harnessEntry, env: { EARSHOT_DATA_DIR: folder } });
    expect(await persisted(running.app)).toEqual({});
    await running.app.evaluate(() => {
      globalThis.earshotHarness.inspector?.host.persisted.write({ again: true });
    });
    expect(await persisted(running.app)).toEqual({ again: true });
    await running.close();
  });
}

const ofNoUse: Readonly<Record<string, (folder: string) => Promise<FolderLock | null>>> = {
  'that Earshot in a browser uses': lockFolder,
  'that other users can write in': async (folder) => {
    await chmod(folder, 0o777);
    return null;
  },
};

for (const [what, prepare] of Object.entries(ofNoUse)) {
  alone(`a data folder ${what} is left alone, and Earshot ends in words`, async ({ desktop, harnessEntry }) => {
    const starting = await command({ desktop, entry: harnessEntry });
    const lock = await prepare(starting.dataFolder);
    const { executable, args, env } = starting;
    const child = spawn(executable, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(said).toMatch(/Earshot is running already in a browser|Other users of this computer can write in/);
    lock?.release();
    await starting.forget();
  });
}

test('secrets are sealed by the keyring', async ({ harness }) => {
  const sealed = await harness.app.evaluate(() => {
    const box = globalThis.earshotHarness.inspector?.host.secretBox;
    if (box === undefined) return null;
    const text = box.seal('a Guid');
    return { available: box.available(), text, opened: box.open(text), broken: box.open('bm90IHNlYWxlZA==') };
  });
  expect(sealed).toMatchObject({ available: true, opened: 'a Guid', broken: null });
  expect(Buffer.from(sealed?.text ?? '', 'base64').toString('latin1')).not.toContain('a Guid');
});

alone('without a keyring nothing secret is kept', async ({ desktop, harnessEntry }) => {
  const running = await launch({ desktop, entry: harnessEntry, flags: ['--password-store=basic'] });
  expect(await running.app.evaluate(() => globalThis.earshotHarness.inspector?.host.secretBox.available())).toBe(false);
  await running.close();
});

for (const [what, flag] of Object.entries({
  server: '--proxy-server=http://proxy.example:8080',
  script: `--proxy-pac-url=data:application/x-ns-proxy-autoconfig,${encodeURIComponent('function FindProxyForURL() { return "PROXY proxy.example:8080"; }')}`,
})) {
  alone(
    `the gateway is reached by the proxy ${what} of the system, whatever the pages are kept from`,
    async ({ desktop, harnessEntry }) => {
      const running = await launch({ desktop, entry: harnessEntry, flags: [flag] });
      const ways = await running.app.evaluate(async ({ session }) => [
        await globalThis.earshotHarness.inspector?.host.systemProxy('https://gw.example:8043/'),
        await session.defaultSession.resolveProxy('https://gw.example:8043/'),
      ]);
      expect(ways).toEqual(['PROXY proxy.example:8080', 'PROXY 127.0.0.1:0']);
      await running.close();
    },
  );
}

alone('the environment cannot switch certificate checks off', async ({ desktop, harnessEntry }) => {
  const running = await launch({
    desktop,
    entry: harnessEntry,
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0', EARSHOT_DEMO_SIGN_IN: '{"agentId":1}' },
  });
  expect(await running.app.evaluate(() => Object.keys(process.env).filter((name) => /TLS_REJECT|DEMO/u.test(name)))).toEqual([]);
  expect(await running.log()).toEqual(
    expect.arrayContaining([
      { event: 'environment refused', name: 'NODE_TLS_REJECT_UNAUTHORIZED' },
      { event: 'environment refused', name: 'EARSHOT_DEMO_SIGN_IN' },
    ]),
  );
  await running.close();
});

test('waking up and unlocking reach the Inspector', async ({ harness }) => {
  const resumed = await harness.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
    powerMonitor.emit('unlock-screen');
    return globalThis.earshotHarness.inspector?.resumed;
  });
  expect(resumed).toBe(2);
});
