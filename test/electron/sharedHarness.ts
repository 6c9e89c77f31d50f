import { asAtStart } from './asAtStart.ts';
import { test as base } from './fixtures.ts';
import type { Running } from './running.ts';

/** As in fixtures.ts, but with an application that other tests used before: as it was at its start, and to be left so that it can be that again. */
export const test = base.extend({
  desktop: async ({ workersDesktop }, use) => {
    await use(workersDesktop);
  },
  harness: async ({ desktop, sharedHarness }, use, testInfo) => {
    const take = async (): Promise<Running> => asAtStart(await sharedHarness.take(), desktop);
    // Twice in some fifty whole runs the window manager had lost the window of a used one: Electron showed it, the desktop had none.
    const running = await take().catch(async (error: unknown) => {
      // Whatever else is not as at the start, a test before or Earshot has left behind.
      if ((await desktop.windows()).some(({ title }) => title === 'Earshot')) throw error;
      testInfo.annotations.push({ type: 'replaced', description: String(error) });
      await sharedHarness.end();
      return take();
    });
    await use(running);
  },
});

export { expect } from './fixtures.ts';
