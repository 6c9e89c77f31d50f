import { asAtStart } from './asAtStart.ts';
import { test as base } from './fixtures.ts';

/** As in fixtures.ts, but with an application that other tests used before: as it was at its start, and to be left so that it can be that again. */
export const test = base.extend({
  desktop: async ({ workersDesktop }, use) => {
    await use(workersDesktop);
  },
  harness: async ({ desktop, sharedHarness }, use) => {
    await use(await asAtStart(await sharedHarness.take(), desktop));
  },
});

export { expect } from './fixtures.ts';
