import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { startSimulator, type Simulator } from '../../../simulator/index.ts';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { fillSignIn, signIn } from '../../support/signInPage.ts';
import { startWebHost, type RunningWebHost } from '../../support/webHost.ts';

interface Stage {
  /** How many agents the simulator has. */
  readonly agents: number;
  /** What the administrator set by policy. */
  readonly policy: Readonly<Record<string, unknown>>;
  readonly simulator: Simulator;
  readonly host: RunningWebHost;
  /** Earshot, opened by the printed link. */
  readonly earshot: Page;
}

interface Shared {
  readonly chromiumBrowser: Browser;
}

/** A simulator, a web host and a page on it, for each test anew. */
export const test = base.extend<Stage, Shared>({
  chromiumBrowser: [
    async ({}, use) => {
      const found = findChromium(process.env);
      base.skip(found.kind === 'missing', found.kind === 'missing' ? found.why : '');
      if (found.kind === 'missing') return;
      const browser = await chromium.launch({ executablePath: found.file, args: [...chromiumArguments] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  agents: [40, { option: true }],
  policy: [{}, { option: true }],
  simulator: async ({ agents }, use) => {
    const simulator = await startSimulator({ agents, centre: 'still', phone: { kind: 'picksUp', afterMs: 1_500 } });
    simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
    await use(simulator);
    await simulator.close();
  },
  host: async ({ policy }, use) => {
    const host = await startWebHost({ env: { EARSHOT_TEST_POLICY: JSON.stringify(policy) } });
    await use(host);
    await host.stop();
  },
  earshot: async ({ chromiumBrowser, host }, use) => {
    const context = await chromiumBrowser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.link);
    await use(page);
    // A blocked script or style would show here, as the page comes with the strict headers.
    expect(complaints.filter((line) => !line.includes('WebSocket'))).toEqual([]);
    await context.close();
  },
});

export { expect, fillSignIn, signIn };
