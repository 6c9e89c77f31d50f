import { expect, test } from './sharedHarness.ts';

declare global {
  var earshotBusy: boolean | undefined;
  var earshotCame: boolean | undefined;
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
