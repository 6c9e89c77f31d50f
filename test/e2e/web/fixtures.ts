import { chromium, expect, test as base, type Browser, type ConsoleMessage, type Page } from '@playwright/test';
import { startSimulator, type Simulator } from '../../../simulator/index.ts';
import { chromiumArguments, findHeadlessChromium, withoutOptimizing } from '../../support/chromium.ts';
import { gatewayCertificate } from '../../support/gatewayCertificate.ts';
import { keptPort } from '../../support/keptPort.ts';
import { fillSignIn, signIn } from '../../support/signInPage.ts';
import { signInOverBridge } from '../../support/signInOverBridge.ts';
import { redeemLink } from '../../support/webHost.ts';
import { startWebHostHere, type WebHostHere } from '../../support/webHostHere.ts';
import { startWebHostsElsewhere, type WebHostsElsewhere } from '../../support/webHostsElsewhere.ts';

interface Stage {
  /** How many agents the simulator has. */
  readonly agents: number;
  /** What the administrator set by policy. */
  readonly policy: Readonly<Record<string, unknown>>;
  readonly simulator: Simulator;
  readonly host: WebHostHere;
  /** A page to go to anywhere with: it shows what the test before left on it, and keeps nothing else of it. */
  readonly pageInTurn: Page;
  /** Earshot, opened by the printed link. */
  readonly earshot: Page;
  /**
   * Opens Earshot where the inspector is signed in already: for tests of what comes after it, as typing a sign-in costs as much as
   * the rest of such a test. All else is as fresh as in `earshot`.
   */
  readonly openSignedIn: () => Promise<Page>;
}

interface Shared {
  readonly chromiumBrowser: Browser;
  /** Gives a page to each test in turn. */
  readonly pages: () => Promise<Page>;
  /** The port of each test's host in turn: from an address that it knows, Chromium need not compile the page's scripts again. */
  readonly address: { port: number };
  /** Windows' own Node.js, against which `npm run test:windows` drives the tests; else null: in the test's own process. */
  readonly hostsElsewhere: WebHostsElsewhere | null;
}

/** A name that stands for this machine in the tests' browser, as an attacker's DNS may have it. */
export const elsewhere = 'evil.example';

/** A window as an inspector may have it. */
export const usualSize = { width: 1280, height: 800 } as const;

/**
 * One page for all tests of a worker: a window of its own costs Chromium more than most tests do, four seconds of a core's time.
 * It stores nothing but its cookie. What the page before has on its way, `leaveAlone` keeps from the next test's host.
 * The next test's page takes the place of the one before; an empty one between them would take another second.
 */
function givePages(browser: Browser): () => Promise<Page> {
  let persisted: Page | null = null;
  return async () => {
    if (persisted === null || persisted.isClosed()) persisted = await (await browser.newContext({ viewport: usualSize })).newPage();
    const page = persisted;
    for (const other of page.context().pages()) if (other !== page) await other.close();
    await page.context().clearCookies();
    // A window that is as large as the screen takes no other size.
    await page.evaluate('document.fullscreenElement === null || document.exitFullscreen()');
    await page.setViewportSize(usualSize);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
    await page.mouse.move(0, 0);
    return page;
  };
}

/** Collects what goes wrong in the page that is gone to next; the function ends it and gives all of it. */
export function complaintsOf(page: Page): () => readonly string[] {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') complaints.push(message.text());
  };
  const onError = ({ message }: Error): void => void complaints.push(message);
  // Of the page that still stands there.
  const forget = (): void => void (complaints.length = 0);
  page.on('console', onConsole).on('pageerror', onError).once('framenavigated', forget);
  return () => {
    page.off('console', onConsole).off('pageerror', onError);
    return complaints;
  };
}

/**
 * Ends what a test sees of its page, which stands until the next one's takes its place: it must not come back, by an address that the
 * next test's host has. Fails the test for what went wrong in it.
 */
async function leaveAlone(page: Page, complaints: () => readonly string[]): Promise<void> {
  // A blocked script or style would show here, as the page comes with the strict headers.
  expect(complaints().filter((line) => !line.includes('WebSocket'))).toEqual([]);
  if (!page.isClosed()) await page.evaluate('globalThis.WebSocket = undefined');
}

/** A simulator and a web host for each test again, and a page on it. */
export const test = base.extend<Stage & { readonly chromiumIsThere: null }, Shared>({
  // Asked before each test: a skip in a worker's fixture skips the first of its tests, and the others count as passed without having run.
  chromiumIsThere: [
    async ({}, use) => {
      const found = findHeadlessChromium(process.env);
      base.skip(found.kind === 'missing', found.kind === 'missing' ? found.why : '');
      await use(null);
    },
    { auto: true },
  ],
  chromiumBrowser: [
    async ({}, use) => {
      const found = findHeadlessChromium(process.env);
      // An afterEach that asks for a page does so after a skip, too.
      base.skip(found.kind === 'missing', found.kind === 'missing' ? found.why : '');
      if (found.kind === 'missing') return;
      const browser = await chromium.launch({
        executablePath: found.file,
        args: [...chromiumArguments, withoutOptimizing, `--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    async ({ chromiumBrowser }, use) => {
      await use(givePages(chromiumBrowser));
    },
    { scope: 'worker' },
  ],
  address: [
    async ({}, use) => {
      await use({ port: await keptPort() });
    },
    { scope: 'worker' },
  ],
  hostsElsewhere: [
    async ({}, use) => {
      const node = process.env['EARSHOT_TEST_NODE'];
      const hosts = node === undefined ? null : await startWebHostsElsewhere(node);
      await use(hosts);
      await hosts?.stop();
    },
    { scope: 'worker' },
  ],
  agents: [40, { option: true }],
  policy: [{}, { option: true }],
  simulator: async ({ agents }, use) => {
    const certificate = await gatewayCertificate();
    const simulator = await startSimulator({
      agents,
      centre: 'still',
      phone: { kind: 'picksUp', afterMs: 1_500 },
      certificate,
      port: await keptPort(),
    });
    simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
    await use(simulator);
    await simulator.close();
  },
  host: async ({ policy, address, hostsElsewhere }, use) => {
    const host =
      hostsElsewhere === null
        ? // Another program may have taken the port meanwhile.
          await startWebHostHere({ policy, port: address.port }).catch(() => startWebHostHere({ policy }))
        : await hostsElsewhere.start(policy, address.port);
    address.port = host.port;
    await use(host);
    await host.stop();
  },
  pageInTurn: async ({ pages }, use) => {
    await use(await pages());
  },
  earshot: async ({ pageInTurn, host }, use) => {
    const complaints = complaintsOf(pageInTurn);
    await pageInTurn.goto(host.link);
    await use(pageInTurn);
    await leaveAlone(pageInTurn, complaints);
  },
  openSignedIn: async ({ pageInTurn, host, simulator }, use) => {
    const complaints = complaintsOf(pageInTurn);
    await use(async () => {
      const cookie = await redeemLink(host.link);
      await signInOverBridge(host.origin, cookie, simulator);
      const [name = '', value = ''] = cookie.split('=');
      await pageInTurn.context().addCookies([{ name, value, url: host.origin, httpOnly: true, sameSite: 'Strict' }]);
      await pageInTurn.goto(host.origin);
      await expect(pageInTurn.getByTestId('connection')).toHaveText('Live');
      return pageInTurn;
    });
    await leaveAlone(pageInTurn, complaints);
  },
});

/** Lets the list hold every state that it can show. */
export function everyState(simulator: Simulator): void {
  const states = ['idle', 'preoccupied', 'occupied', 'answering', 'talking', 'wrapUp', 'busy', 'rest'] as const;
  for (const [nth, state] of states.entries()) simulator.setAgent(String(20_002 + nth), { state });
}

export { expect, fillSignIn, signIn };
