import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import type { Running } from './running.ts';

/** Ends the application in some way, and returns how it ended, how long it took and how often the Inspector was closed. */
async function leaving(harness: Running, closeTakes: number, leave: () => unknown): Promise<{ code: unknown; took: number; closes: string }> {
  const record = `${harness.dataFolder}/closes`;
  await harness.app.evaluate(
    (_electron, { takes, file }) => {
      const { inspector } = globalThis.earshotHarness;
      if (inspector === null) return;
      inspector.closeTakes = takes;
      inspector.closeRecord = file;
    },
    { takes: closeTakes, file: record },
  );
  const ended = once(harness.app.process(), 'exit');
  const start = performance.now();
  leave();
  const [code] = await ended;
  return { code, took: performance.now() - start, closes: await readFile(record, 'utf8') };
}

test('SIGTERM closes the Inspector once and ends in peace', async ({ harness }) => {
  const { code, closes } = await leaving(harness, 200, () => {
    harness.app.process().kill('SIGTERM');
    harness.app.process().kill('SIGTERM');
  });
  expect(code).toBe(0);
  expect(closes).toBe('closed\n');
});

test('SIGINT does the same', async ({ harness }) => {
  const { code, closes } = await leaving(harness, 0, () => harness.app.process().kill('SIGINT'));
  expect(code).toBe(0);
  expect(closes).toBe('closed\n');
});

test('the tray’s Quit closes the Inspector, and the tray is empty after it', async ({ harness, desktop }) => {
  await desktop.trayItem();
  const { code, closes } = await leaving(harness, 100, () => desktop.clickTrayMenu('Quit'));
  expect(code).toBe(0);
  expect(closes).toBe('closed\n');
  await expect.poll(() => desktop.trayItems()).toEqual([]);
});

test('a gateway that never answers does not keep Earshot open', async ({ harness }) => {
  const { code, took } = await leaving(harness, 60_000, () =>
    harness.app.evaluate(({ app }) => {
      app.quit();
    }).catch(() => undefined),
  );
  expect(code).toBe(0);
  expect(took).toBeGreaterThan(3500);
  expect(took).toBeLessThan(6000);
});
