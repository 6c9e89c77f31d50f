import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canaries, findCanaries, type Finding } from '../../support/canary/canaries.ts';
import { startLeakyGateway } from '../../support/canary/leakyGateway.ts';
import { watchTexts } from '../../support/canary/pageWatch.ts';
import { commandOf, crashDumps, descendants, searchFolder, searchProcesses } from '../../support/canary/places.ts';
import { playShift } from '../../support/canary/shift.ts';
import { expect, test } from '../../electron/fixtures.ts';
import { launch } from '../../electron/running.ts';
import { answerDialog } from '../../electron/saveDialog.ts';

const everything = Object.values(canaries).join(' ');

/** Every state and roster message, and the answer to every command, as the page gets them from the preload script. */
const watchBridge = `(() => {
  window.earshotTestMessages = [];
  const keep = (message) => { window.earshotTestMessages.push(JSON.stringify(message)); };
  window.earshot.onState(keep);
  window.earshot.onRoster(keep);
})()`;

test('no secret of a whole shift is found in log, data, messages, page, processes or crash output', async ({ desktop }) => {
  test.setTimeout(300_000);
  const gateway = await startLeakyGateway();
  const earshot = await launch({ desktop, entry: '.' });
  const { app, page, dataFolder } = earshot;
  const pid = app.process().pid ?? 0;
  const output: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (data: Buffer) => output.push(data.toString()));
  const console_: string[] = [];
  page.on('console', (message) => console_.push(message.text()));
  await page.evaluate(watchBridge);
  const texts = await watchTexts(page);
  const findings: Finding[] = [];
  await playShift(page, gateway, async () => {
    findings.push(...searchProcesses(pid), ...searchFolder(dataFolder));
    const answers = await page.evaluate(
      'Promise.all([window.earshot.listen({ workNo: "x" }), window.earshot.takeOver(), window.earshot.goIdle()])',
    );
    findings.push(...findCanaries('answers to commands', JSON.stringify(answers)));
  });
  const messages = await page.evaluate<string>('window.earshotTestMessages.join("\\n")');
  const shown = await texts();

  const log = (): Promise<string> => readFile(join(dataFolder, 'logs', 'earshot.log'), 'utf8');
  await test.step('main crashes: an uncaught error and an unhandled rejection', async () => {
    await app.evaluate((_electron, words) => {
      setTimeout(() => {
        throw new TypeError(`wrong: ${words}\n    at ${words} (${words}:1:1)`);
      });
      void Promise.reject(new Error(words, { cause: words }));
    }, everything);
    await expect.poll(log).toContain('uncaught exception');
    await expect.poll(log).toContain('unhandled rejection');
    await expect(page.getByTestId('connection')).toHaveText('Live');
  });
  await test.step('the file for support and the table of listens', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-saved-'));
    await page.getByRole('button', { name: 'Settings' }).click();
    for (const [tab, button, name, holds] of [
      // Not empty: the listens of the shift are in them.
      ['Diagnostics', 'Save the file', 'support.json', '"event": "listen"'],
      ['Audit trail', 'Save the table', 'listens.csv', '900-003'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('button', { name: button }).click();
      await answerDialog(desktop, join(folder, name));
      await expect(page.getByText(`Saved as ${name}.`)).toBeVisible();
      expect(await readFile(join(folder, name), 'utf8')).toContain(holds);
    }
    findings.push(...searchFolder(folder));
    await rm(folder, { recursive: true });
    await page.getByRole('button', { name: 'Back' }).click();
  });
  await test.step('the page crashes, and comes back', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('/index.html'))
        ?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(log).toContain('page gone');
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('/index.html'))?.webContents;
          // Asked of a page that has crashed, the question would stay open for good.
          if (contents === undefined || contents.isCrashed() || contents.isLoading()) return 'gone';
          return contents.executeJavaScript('document.querySelector("[data-testid=connection]")?.textContent ?? "empty"');
        }),
      )
      .toBe('Live');
  });
  await test.step('no crash is kept or sent anywhere', async () => {
    expect(crashDumps(dataFolder)).toEqual([]);
    expect(
      descendants(pid)
        .map(commandOf)
        .filter((command) => /crashpad/i.test(command)),
    ).toEqual([]);
    expect(await app.evaluate(({ crashReporter }) => crashReporter.getParameters())).toEqual({});
  });
  await test.step('nothing is found', () => {
    // What this proves nothing without: the secrets were there, and came back out of the gateway.
    expect(gateway.heard.some(({ body }) => body.includes(canaries.ownPhone) && body.includes(canaries.password))).toBe(true);
    expect(gateway.heard.some(({ guid }) => guid === canaries.renewedGuid)).toBe(true);
    expect(messages).toContain('"packed"');
    expect(messages).toContain('900-003');
    expect(shown).toContain('Listening to');
    findings.push(...findCanaries('messages to the page', messages), ...findCanaries('texts of the page', shown));
    findings.push(...findCanaries('console of the page', console_.join('\n')), ...findCanaries('stdout and stderr', output.join('')));
    findings.push(...findCanaries('toasts', JSON.stringify(desktop.toasts())));
    findings.push(...searchFolder(dataFolder), ...searchProcesses(pid));
    expect(findings).toEqual([]);
  });
  await earshot.close();
  await gateway.close();
});
