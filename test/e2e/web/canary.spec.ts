import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { canaries, findCanaries, type Finding } from '../../support/canary/canaries.ts';
import { startLeakyGateway } from '../../support/canary/leakyGateway.ts';
import { watchTexts } from '../../support/canary/pageWatch.ts';
import { crashDumps, searchFolder, searchProcesses } from '../../support/canary/places.ts';
import { playShift } from '../../support/canary/shift.ts';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { startWebHost } from '../../support/webHost.ts';
import { expect, test } from './fixtures.ts';

test('no secret of a whole shift is found in log, data, traffic, page, processes or crash output', async () => {
  test.setTimeout(240_000);
  const found = findChromium(process.env);
  test.skip(found.kind === 'missing', found.kind === 'missing' ? found.why : '');
  if (found.kind === 'missing') return;
  const gateway = await startLeakyGateway();
  const host = await startWebHost({
    nodeFlags: ['--import', path.join(import.meta.dirname, '..', '..', 'support', 'faultOnSignal.ts')],
    env: { EARSHOT_TEST_FAULT: Buffer.from(Object.values(canaries).join(' ')).reverse().toString() },
  });
  const profile = mkdtempSync(path.join(tmpdir(), 'earshot-profile-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: found.file, args: [...chromiumArguments] });
  const page = await context.newPage();
  const fromHost: string[] = [];
  const console_: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => fromHost.push(payload.toString()));
  });
  page.on('response', (response) => {
    fromHost.push(JSON.stringify(response.headers()));
  });
  page.on('console', (message) => console_.push(message.text()));
  await page.goto(host.link);
  const texts = await watchTexts(page);
  const findings: Finding[] = [];
  await playShift(page, gateway, () => {
    findings.push(...searchProcesses(host.pid), ...searchFolder(host.dataFolder));
    return Promise.resolve();
  });

  await test.step('a crash', async () => {
    const log = (): string => readFileSync(path.join(host.dataFolder, 'logs', 'earshot-web.log'), 'utf8');
    process.kill(host.pid, 'SIGUSR2');
    await expect.poll(log).toContain('uncaught exception');
    await expect.poll(log).toContain('unhandled rejection');
    await expect(page.getByTestId('connection')).toHaveText('Live');
    expect(log()).toContain('faultOnSignal.ts');
  });

  await test.step('the file for support and the table of listens', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Diagnostics' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).click();
    const support = readFileSync(await (await coming).path(), 'utf8');
    // Not empty: the listens of the shift are in it.
    expect(support).toContain('"event": "listen"');
    findings.push(...findCanaries('file for support', support));
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    const table = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the table' }).click();
    const csv = readFileSync(await (await table).path(), 'utf8');
    expect(csv).toContain('900-003');
    findings.push(...findCanaries('table of listens', csv));
  });

  await test.step('nothing is found', async () => {
    // What this proves nothing without: the secrets were there, and came back out of the gateway.
    expect(gateway.heard.some(({ body }) => body.includes(canaries.ownPhone) && body.includes(canaries.password))).toBe(true);
    expect(gateway.heard.some(({ guid }) => guid === canaries.renewedGuid)).toBe(true);
    expect(fromHost.length).toBeGreaterThan(20);
    findings.push(...findCanaries('frames and headers from the host', fromHost.join('\n')));
    findings.push(...findCanaries('texts of the page', await texts()));
    findings.push(...findCanaries('console of the page', console_.join('\n')));
    findings.push(...findCanaries('stdout and stderr', host.output()));
    findings.push(...searchFolder(host.dataFolder), ...searchProcesses(host.pid));
    await context.close();
    findings.push(...searchFolder(profile));
    expect(findings).toEqual([]);
    expect(crashDumps(host.dataFolder)).toEqual([]);
  });

  await host.stop();
  await gateway.close();
  rmSync(profile, { recursive: true, force: true });
});
