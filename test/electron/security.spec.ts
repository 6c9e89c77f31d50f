import { expect, test } from './sharedHarness.ts';
import { driving } from './driving.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesLookedUp, servePlainPage, startListener, tried, waysToAName, waysToAnAddress, type WayOut } from '../support/waysOut.ts';

/** What Electron’s Chromium may not have, and what is denied to every page, a plain one, too. */
const notInElectron: ReadonlySet<string> = new Set(['fetchLater', 'window', 'dns-prefetch', 'preconnect', 'STUN server']);

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

test('every answer carries the content security policy, and it holds', async ({ harness }) => {
  const headers = await harness.app.evaluate(async ({ net }) => {
    const answers = await Promise.all(['index.html', 'none.html'].map((path) => net.fetch(`app://earshot/${path}`)));
    return answers.map((answer) => [
      answer.status,
      answer.headers.get('content-security-policy'),
      answer.headers.get('x-content-type-options'),
    ]);
  });
  expect(headers).toEqual([
    [200, policy, 'nosniff'],
    [404, policy, 'nosniff'],
  ]);
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  expect(await harness.page.evaluate('document.documentElement.dataset.inline ?? "blocked"')).toBe('blocked');
  const evaluated = `new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = '/eval.js';
    script.onload = () => resolve(document.documentElement.dataset.evaluated);
    document.head.append(script);
  })`;
  expect(await harness.page.evaluate(evaluated)).toBe('EvalError');
});

test('the page reaches no network, its own origin included', async ({ harness }) => {
  const fetched = (url: string): Promise<unknown> =>
    harness.page.evaluate(`fetch(${JSON.stringify(url)}).then(() => 'answered', () => 'refused')`);
  expect(await fetched('app://earshot/page.js')).toBe('refused');
  expect(await fetched('http://127.0.0.1:9/')).toBe('refused');
  const image = `new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('shown'); image.onerror = () => resolve('refused'); image.src = 'https://127.0.0.1:9/x.png'; })`;
  expect(await harness.page.evaluate(image)).toBe('refused');
});

for (const path of [
  '/..%2f..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/preload/preload.cjs',
  '/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/page.js%00.html',
  '/',
  '/%',
]) {
  test(`what app:// answers to ${path}`, async ({ harness }) => {
    const status = await harness.app.evaluate(async ({ net }, url) => (await net.fetch(url)).status, `app://earshot${path}`);
    expect(status).toBe(path === '/' ? 200 : 404);
  });
}

test('no other host is served on the scheme', async ({ harness }) => {
  const status = await harness.app.evaluate(async ({ net }) => (await net.fetch('app://elsewhere/index.html')).status);
  expect(status).toBe(404);
});

test('navigation and new windows are denied', async ({ harness }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  await harness.page.evaluate("location.href = 'https://127.0.0.1:9/'");
  await harness.page.evaluate("location.href = 'app://earshot/page.css'");
  await harness.page.evaluate("location.href = 'data:text/html,x'");
  expect(await harness.page.evaluate("String(window.open('app://earshot/index.html'))")).toBe('null');
  await harness.page.evaluate("document.body.append(Object.assign(document.createElement('iframe'), { src: 'app://earshot/index.html' }))");
  const logged = async (): Promise<string[]> => (await harness.log()).map(({ event }) => event);
  await expect.poll(logged).toContain('navigation denied');
  expect(harness.page.url()).toBe('app://earshot/index.html');
  const pages = harness.app.windows().map((page) => page.url());
  expect(pages.filter((url) => url !== 'app://earshot/alert.html')).toEqual(['app://earshot/index.html']);
  // What stands in the frame is Chromium's own error page, of no origin that the page could reach into.
  expect(await harness.page.evaluate('(() => { try { return String(frames[0].document); } catch (error) { return error.name; } })()')).toBe(
    'SecurityError',
  );
});

test('every permission is denied', async ({ harness }) => {
  expect(await harness.page.evaluate('Notification.requestPermission()')).toBe('denied');
  expect(
    await harness.page.evaluate("navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error) => error.name)"),
  ).not.toBe('given');
  expect(
    await harness.page.evaluate(
      "new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('denied')))",
    ),
  ).toBe('denied');
  expect(await harness.page.evaluate("navigator.clipboard.readText().then(() => 'given', () => 'denied')")).toBe('denied');
});

test('the page has the bridge and nothing of Node or Electron', async ({ harness }) => {
  const names = await harness.page.evaluate('Object.keys(window.earshot).sort()');
  expect(names).toEqual([
    'alertShown',
    'answerPhone',
    'cancelSignIn',
    'changeMode',
    'changeSettings',
    'checkAudit',
    'closeNote',
    'dismissForced',
    'dismissLink',
    'dismissListen',
    'dismissMissed',
    'dismissNotice',
    'exportAudit',
    'exportNotes',
    'findNotes',
    'followAgent',
    'forceAgent',
    'forgetCertificate',
    'goIdle',
    'holdStanding',
    'inspect',
    'keepRosterView',
    'listen',
    'listenFollowed',
    'listenLinked',
    'listenNext',
    'onReachable',
    'onRoster',
    'onState',
    'readNote',
    'readStatistics',
    'readWorklist',
    'replaceCertificate',
    'runDiagnostics',
    'saveNote',
    'saveSupportFile',
    'signIn',
    'signOut',
    'skipFollowed',
    'standingListen',
    'stopDiagnostics',
    'stopListening',
    'takeOver',
    'tellHearing',
    'testAlert',
    'testRule',
    'trustCertificate',
    'tryNow',
    'unfollow',
    'watchAgents',
    'watchAlertTimes',
    'watchRoster',
  ]);
  expect(await harness.page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined']);
});

test('a payload that does not fit its schema is refused with words', async ({ harness }) => {
  const refused = { ok: false, problem: { code: 'bad-request' } };
  for (const input of [
    '{ workNo: "101; drop" }',
    '{ workNo: 101 }',
    '{ workNo: "101", more: 1 }',
    'null',
    '"101"',
    '[]',
    '{ get workNo() { return "x" } }',
  ]) {
    expect(await harness.page.evaluate(`window.earshot.listen(${input})`), input).toMatchObject(refused);
  }
  expect(await harness.page.evaluate('window.earshot.listen({ workNo: "101" })')).toEqual({ ok: true });
  expect(await driving(harness.app).heard()).toEqual([{ name: 'listen', input: { workNo: '101' } }]);
});

test('a call from another window is refused with words', async ({ harness }) => {
  const preload = join(import.meta.dirname, '..', '..', 'dist', 'preload', 'preload.cjs');
  const answer = await harness.app.evaluate(async ({ BrowserWindow }, script) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
    await stranger.loadURL('app://earshot/index.html');
    const said: unknown = await stranger.webContents.executeJavaScript('window.earshot.signOut()');
    stranger.destroy();
    return said;
  }, preload);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
  expect(await driving(harness.app).heard()).toEqual([]);
  expect(await harness.log()).toContainEqual({ event: 'ipc refused', channel: 'earshot:signOut', why: 'other-contents' });
});

test('main listens on no channel but the checked ones', async ({ harness }) => {
  // `error` is Electron's own listener, which no page can reach.
  expect(await harness.app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String))).toEqual(['error']);
});

test('script in the page brings nothing out of it, by no way that Chromium has, not even in a name that is looked up', async ({
  harness,
}, testInfo) => {
  const netLog = testInfo.outputPath('net.json');
  await harness.app.evaluate(({ session }, file) => session.defaultSession.netLog.startLogging(file), netLog);
  const [silent, plain] = [await startListener(), await servePlainPage()];
  // One after the other on the same page, but what leaves it on one of its own: a window costs more than all that is tried in it.
  const onPlainPage = ({ leaves }: WayOut, script: string, until: string | null): Promise<void> =>
    harness.app.evaluate(
      async ({ BrowserWindow }, { url, code, alone, host }) => {
        const open = async () => {
          const made = new BrowserWindow({ show: false, webPreferences: { partition: 'plain', sandbox: true } });
          for (const event of ['will-navigate', 'will-frame-navigate'] as const) made.webContents.removeAllListeners(event);
          made.webContents.setWebRTCIPHandlingPolicy('default');
          await made.loadURL(url);
          return made;
        };
        const opened = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL() === url);
        const window = alone || opened === undefined ? await open() : opened;
        const givenUp = new Promise<void>((resolve) => {
          if (host === null) resolve();
          window.webContents.on('did-fail-load', (_event, _code, _text, failed) => {
            if (new URL(failed).hostname === host) resolve();
          });
        });
        await window.webContents.executeJavaScript(code, true);
        await givenUp;
      },
      { url: plain.url, code: script, alone: leaves === true, host: until },
    );
  for (const way of waysToAnAddress) {
    await test.step(way.name, async () => {
      await harness.page.evaluate(tried(way.script(silent, '')));
      if (!notInElectron.has(way.name)) {
        const control = await startListener();
        await onPlainPage(way, tried(way.script(control, '')), null);
        await expect.poll(control.heard, way.name).toBeGreaterThan(0);
        await control.close();
      }
      expect(silent.heard(), way.name).toBe(0);
    });
  }
  for (const [nth, way] of waysToAName.entries()) {
    await test.step(`a name by ${way.name}`, async () => {
      await harness.page.evaluate(tried(way.script(silent, `own-${String(nth)}.example`)));
      const host = `plain-${String(nth)}.example`;
      await onPlainPage(way, tried(way.script(silent, host)), way.loads === true ? host : null);
    });
  }
  await harness.app.evaluate(async ({ BrowserWindow, session }) => {
    await session.defaultSession.netLog.stopLogging();
    for (const window of BrowserWindow.getAllWindows()) if (window.getTitle() === 'plain') window.destroy();
  });
  plain.close();
  await silent.close();
  const lookedUp = namesLookedUp(await readFile(netLog, 'utf8'));
  expect(lookedUp.filter((name) => name.startsWith('own'))).toEqual([]);
  const control = waysToAName.flatMap(({ name }, nth) => (notInElectron.has(name) ? [] : [`plain-${String(nth)}.example`]));
  expect(lookedUp).toEqual(expect.arrayContaining(control));
});
