import type { ElectronApplication } from '@playwright/test';
import { inTurn } from './inTurn.ts';
import { expect, test } from './sharedHarness.ts';

declare global {
  var earshotBusy: boolean | undefined;
  var earshotCame: boolean | undefined;
  var earshotTimes: number | undefined;
}

test('what a test runs in the main process does not come in the midst of what runs there', async ({ harness }) => {
  await harness.app.evaluate(() => {
    setTimeout(() => {
      globalThis.earshotBusy = true;
      globalThis.earshotHarness.inspector?.host.log.info('busy');
      const moment = new Int32Array(new SharedArrayBuffer(4));
      for (let ms = 0; ms < 500 && globalThis.earshotCame !== true; ms += 10) Atomics.wait(moment, 0, 0, 10);
      globalThis.earshotBusy = false;
    });
  });
  await expect.poll(async () => (await harness.log()).some(({ event }) => event === 'busy')).toBe(true);
  const cameInTheMidst = await harness.app.evaluate(() => {
    globalThis.earshotCame = true;
    return globalThis.earshotBusy;
  });
  expect(cameInTheMidst).toBe(false);
});

test('what a test runs there runs once, though the debugger loses sight of its end', async ({ harness: { app } }) => {
  let asked = 0;
  const forgetful: Pick<ElectronApplication, 'evaluate'> = Object.assign(
    { evaluate: app.evaluate },
    {
      evaluate: async (act: Parameters<typeof app.evaluate>[0], given: unknown): Promise<unknown> => {
        const answer: unknown = await app.evaluate(act, given);
        asked += 1;
        if (asked === 1) throw new Error('electronApplication.evaluate: Resulting promise was garbage collected.');
        return answer;
      },
    },
  );
  // The application is other tests', too.
  await app.evaluate(() => (globalThis.earshotTimes = 0));
  expect(await inTurn(forgetful).evaluate(() => (globalThis.earshotTimes = (globalThis.earshotTimes ?? 0) + 1))).toBe(1);
  expect(asked).toBe(2);
});
