import { expect, test as base } from '@playwright/test';
import { findElectron } from '../../scripts/electronBinary.ts';
import type { Unpacked } from '../../scripts/packaging/unpacked.ts';
import { inProject } from '../../scripts/project.ts';
import { startDesktop, type Desktop } from '../support/desktop/desktop.ts';
import { desktopLacks } from '../support/desktop/programs.ts';
import { packUnpacked, testPackage } from '../support/packed.ts';
import { driving } from './driving.ts';
import { harnessEntry } from './harness/built.ts';
import { launch, type Running } from './running.ts';

/** An application that a worker's tests use one after the other. */
interface Shared {
  /** It is started when there is none. */
  take(): Promise<Running>;
  /** Ends it, if there is one. */
  end(): Promise<void>;
}

// All that outlives a test is declared here: Playwright starts another worker, with another desktop, where a file declares more.
interface WorkerFixtures {
  readonly workersDesktop: Desktop;
  /** A desktop of this size, `2560x1600`, without sound. It is started when it is asked for first, and stays for the worker's other tests. */
  readonly desktopOf: (size: string) => Promise<Desktop>;
  readonly sharedHarness: Shared;
  /** The harness's bundle, which harness.setup.ts built. */
  readonly harnessEntry: string;
  /** The product's own entry; its build is the caller's matter. */
  readonly product: string;
  /** The product's package. */
  readonly packed: Unpacked;
}

interface TestFixtures {
  /** Skips by name what this machine cannot run. */
  readonly able: undefined;
  /** A desktop on which no application runs. */
  readonly desktop: Desktop;
  /** The Electron host around a scripted Inspector, started for this test, with a data folder of its own. */
  readonly harness: Running;
}

async function startHarness(desktop: Desktop): Promise<Running> {
  const running = await launch({ desktop, entry: harnessEntry });
  await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
  return running;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  workersDesktop: [
    async ({}, use) => {
      const desktop = await startDesktop();
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  desktopOf: [
    async ({}, use) => {
      const desktops = new Map<string, Promise<Desktop>>();
      await use((size) => {
        const desktop = desktops.get(size) ?? startDesktop({ size, without: ['pulseaudio'] });
        desktops.set(size, desktop);
        return desktop;
      });
      for (const desktop of await Promise.allSettled(desktops.values())) if (desktop.status === 'fulfilled') await desktop.value.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  sharedHarness: [
    async ({ workersDesktop }, use) => {
      let running: Running | null = null;
      const end = async (): Promise<void> => {
        const ended = running;
        running = null;
        await ended?.close();
      };
      await use({ take: async () => (running ??= await startHarness(workersDesktop)), end });
      await end();
    },
    { scope: 'worker' },
  ],
  harnessEntry: [
    async ({}, use) => {
      await use(harnessEntry);
    },
    { scope: 'worker' },
  ],
  product: [
    async ({}, use) => {
      await use(inProject());
    },
    { scope: 'worker' },
  ],
  packed: [
    async ({}, use) => {
      await use(await packUnpacked(testPackage));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  able: [
    async ({}, use, testInfo) => {
      const electron = findElectron(process.env, false);
      const reasons = [...desktopLacks(), ...(electron.kind === 'missing' ? [electron.why] : [])];
      testInfo.skip(reasons.length > 0, reasons.join('; '));
      await use(undefined);
    },
    { auto: true },
  ],
  desktop: async ({ workersDesktop, sharedHarness }, use) => {
    await sharedHarness.end();
    await use(workersDesktop);
  },
  harness: async ({ desktop }, use) => {
    const running = await startHarness(desktop);
    await use(running);
    await running.close();
  },
});

export { expect };
