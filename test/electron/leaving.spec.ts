import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { command } from './running.ts';

const ways: Record<string, (child: ChildProcess, leaving: () => Promise<void>) => unknown> = {
  SIGTERM: (child) => child.kill('SIGTERM'),
  SIGINT: (child) => child.kill('SIGINT'),
  SIGHUP: (child) => child.kill('SIGHUP'),
  // The second one while the sign-out is under way, as npm passes Ctrl+C on.
  'SIGTERM twice': async (child, leaving) => {
    child.kill('SIGTERM');
    await leaving();
    child.kill('SIGTERM');
  },
};

for (const [way, leave] of Object.entries(ways)) {
  test(`${way} closes the Inspector once and ends in peace`, async ({ desktop, harnessEntry }) => {
    const earshot = await command({ desktop, entry: harnessEntry, env: { EARSHOT_TEST_CLOSE_TAKES: '1500' } });
    const child = earshot.start();
    await expect.poll(() => desktop.window('Earshot')).not.toBeNull();
    const ended = once(child, 'exit');
    const leaving = (): Promise<void> => expect.poll(async () => (await earshot.log()).map(({ event }) => event)).toContain('quit');
    await leave(child, leaving);
    expect(await ended).toEqual([0, null]);
    expect((await earshot.log()).filter(({ event }) => event === 'inspector closed')).toHaveLength(1);
    await expect.poll(() => desktop.trayItems()).toEqual([]);
    await earshot.forget();
  });
}

test('the tray’s Quit closes the Inspector, and takes tray icon and toast away', async ({ harness, desktop }) => {
  await desktop.closeWindow('Earshot');
  await expect.poll(() => desktop.toastsDisplayed()).toBe(1);
  const ended = once(harness.app.process(), 'exit');
  await desktop.clickTrayMenu('Quit');
  expect(await ended).toEqual([0, null]);
  expect((await harness.log()).filter(({ event }) => event === 'inspector closed')).toHaveLength(1);
  await expect.poll(() => desktop.trayItems()).toEqual([]);
  await expect.poll(() => desktop.toastsDisplayed()).toBe(0);
});

test('a start with --quit, as an installer makes it, ends the Earshot that runs, and then itself', async ({ harness, desktop }) => {
  const ended = once(harness.app.process(), 'exit');
  const asking = once(harness.start('--quit'), 'exit');
  expect(await ended).toEqual([0, null]);
  expect(await asking).toEqual([0, null]);
  expect((await harness.log()).filter(({ event }) => event === 'inspector closed')).toHaveLength(1);
  await expect.poll(() => desktop.trayItems()).toEqual([]);
});

test('in the middle of a listen it stays, tells the inspector once, and the start with --quit says so by its status', async ({
  harness,
  desktop,
}) => {
  await harness.app.evaluate(() => {
    if (globalThis.earshotHarness.inspector !== null) globalThis.earshotHarness.inspector.listens = true;
  });
  // The desktop is other tests', too.
  const before = desktop.toasts().length;
  expect(await once(harness.start('--quit'), 'exit')).toEqual([3, null]);
  const told = (): string[] =>
    desktop
      .toasts()
      .slice(before)
      .map(({ title }) => title);
  await expect.poll(told).toEqual(['Earshot is to be updated']);
  expect(await driving(harness.app).windowVisible()).toBe(true);
});

test('a gateway that never answers does not keep Earshot open, nor on the screen', async ({ harness, desktop }) => {
  await harness.app.evaluate(() => {
    if (globalThis.earshotHarness.inspector !== null) globalThis.earshotHarness.inspector.closeTakes = 60_000;
  });
  const ended = once(harness.app.process(), 'exit');
  const start = performance.now();
  await desktop.clickTrayMenu('Quit');
  await expect.poll(() => driving(harness.app).windowVisible()).toBe(false);
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - start).toBeGreaterThan(3500);
  // Far less than the gateway would take, also on a busy machine.
  expect(performance.now() - start).toBeLessThan(30_000);
});
