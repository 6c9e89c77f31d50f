import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { startSimulator, type Simulator } from '../../../simulator/index.ts';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { startDesktop, type Desktop } from '../../support/desktop/desktop.ts';
import { audioLacks, desktopLacks } from '../../support/desktop/programs.ts';
import { fillSignIn } from '../../support/signInPage.ts';
import type { Time } from '../../../main/web/host.ts';
import { patientClock } from '../../support/patientClock.ts';
import { startWebHostHere, type WebHostHere } from '../../support/webHostHere.ts';

interface Stage {
  readonly simulator: Simulator;
  readonly host: WebHostHere;
  /** A page of a browser with a screen, a speaker and a notification daemon; nobody is signed in. */
  readonly page: Page;
}

interface Shared {
  readonly desktop: Desktop;
  /** With a window on the desktop. */
  readonly windowed: Browser;
}

/** An alert's surfaces have a second to appear; on this host's clock that is ten, as they are a busy machine's. */
function leisure(): Time {
  const clock = patientClock(0.1);
  return { clock, monotonic: clock.now, upFor: clock.now };
}

const test = base.extend<Stage & { readonly allIsThere: null }, Shared>({
  // Before each test, not in a worker's fixture: that would skip the first of its tests alone (test/e2e/web/fixtures.ts).
  allIsThere: [
    async ({}, use) => {
      const found = findChromium(process.env);
      const lacks = [...desktopLacks(), ...audioLacks(), ...(found.kind === 'missing' ? [found.why] : [])];
      base.skip(lacks.length > 0, lacks.join('; '));
      await use(null);
    },
    { auto: true },
  ],
  desktop: [
    async ({}, use) => {
      const desktop = await startDesktop();
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  windowed: [
    async ({ desktop }, use) => {
      const found = findChromium(process.env);
      if (found.kind === 'missing') throw new Error(found.why);
      const browser = await chromium.launch({
        executablePath: found.file,
        headless: false,
        env: { ...desktop.env },
        args: [...chromiumArguments],
        // Playwright makes the browser mute.
        ignoreDefaultArgs: ['--mute-audio'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  simulator: async ({}, use) => {
    const simulator = await startSimulator({ agents: 20, centre: 'still' });
    await use(simulator);
    await simulator.close();
  },
  host: async ({}, use) => {
    const host = await startWebHostHere({ time: leisure() });
    await use(host);
    await host.stop();
  },
  page: async ({ desktop, windowed, host }, use) => {
    const context = await windowed.newContext();
    const page = await context.newPage();
    await page.goto(host.link);
    await use(page);
    await context.close();
    // The next test begins in silence.
    await expect.poll(() => playing(desktop)).toBe(0);
  },
});

// One desktop for all of them.
test.describe.configure({ mode: 'default' });

async function signIn(page: Page, simulator: Simulator): Promise<string> {
  await fillSignIn(page, simulator);
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  return simulator.inspectors[0]?.agentId ?? '';
}

const ring = (simulator: Simulator, inspector: string): void => simulator.pushEvent(inspector, 'AgentOther_PhoneAlerting');
const endRing = (simulator: Simulator, inspector: string): void => simulator.pushEvent(inspector, 'AgentOther_PhoneRelease');
const icon = (page: Page): Promise<string | null> => page.locator('link[rel="icon"]').getAttribute('href');
const playing = async (desktop: Desktop): Promise<number> => (await desktop.sounds()).filter(({ running }) => running).length;

/** What the host wrote of the surfaces, newest last. */
async function results({ dataFolder }: WebHostHere, surface: string): Promise<string[]> {
  const lineSchema = z.looseObject({ surface: z.string().optional(), result: z.string().optional(), why: z.string().optional() });
  const text = await readFile(path.join(dataFolder, 'logs', 'earshot-web.log'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter((line) => line.surface === surface)
    .map(({ result, why }) => result ?? why ?? '');
}

test('a ring is heard, notified of, and in the tab’s title and picture, until it is over', async ({ desktop, simulator, host, page }) => {
  await page.context().grantPermissions(['notifications'], { origin: host.origin });
  const inspector = await signIn(page, simulator);
  const quiet = await icon(page);
  ring(simulator, inspector);
  await expect(page).toHaveTitle('Your phone is ringing · Earshot');
  expect(await icon(page)).not.toBe(quiet);
  await expect.poll(() => desktop.toasts().find(({ open }) => open)?.title).toBe('Your phone is ringing');
  await expect.poll(() => playing(desktop)).toBe(1);
  for (const surface of ['toast', 'sound', 'badge']) await expect.poll(() => results(host, surface)).toEqual(['shown']);
  endRing(simulator, inspector);
  await expect.poll(() => playing(desktop)).toBe(0);
  await expect.poll(() => desktop.toasts().filter(({ open }) => open)).toEqual([]);
});

test('the browser is asked for notifications only by a button', async ({ simulator, host, page }) => {
  await page.addInitScript(`{
    const ask = Notification.requestPermission.bind(Notification);
    globalThis.asked = 0;
    Notification.requestPermission = () => { globalThis.asked += 1; return ask(); };
  }`);
  await page.reload();
  await signIn(page, simulator);
  expect(await page.evaluate('[Notification.permission, asked]')).toEqual(['default', 0]);
  await page.context().grantPermissions(['notifications'], { origin: host.origin });
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await expect(page.getByRole('button', { name: 'Allow notifications' })).toBeHidden();
  expect(await page.evaluate('[Notification.permission, asked]')).toEqual(['granted', 1]);
});

test('a page that was not clicked yet says that it could not sound; once clicked it sounds the next ring', async ({
  desktop,
  simulator,
  host,
  page: signedInPage,
}) => {
  const inspector = await signIn(signedInPage, simulator);
  const page = await signedInPage.context().newPage();
  // Playwright counts as a person: whatever it looks for in the page, the browser takes for a click. What comes over the
  // network tells as well that the page is there.
  const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await page.goto(host.origin);
  await connected;
  await signedInPage.close();
  ring(simulator, inspector);
  const words = page.getByText('this browser plays none until you click the page');
  await expect.poll(() => results(host, 'sound')).not.toEqual([]);
  expect((await results(host, 'sound'))[0]).toBe('soundBlocked');
  await expect(words).toBeVisible();
  expect(await playing(desktop)).toBe(0);
  await page.locator('body').click();
  await expect(words).toBeHidden();
  endRing(simulator, inspector);
  await expect(page).toHaveTitle('(1) Earshot');
  ring(simulator, inspector);
  await expect.poll(() => playing(desktop)).toBe(1);
});

test('of two tabs one sounds', async ({ desktop, simulator, host, page }) => {
  const inspector = await signIn(page, simulator);
  const second = await page.context().newPage();
  await second.goto(host.origin);
  await expect(second.getByRole('grid')).toBeVisible();
  await second.locator('body').click();
  ring(simulator, inspector);
  await expect(second).toHaveTitle('Your phone is ringing · Earshot');
  await expect.poll(() => playing(desktop)).toBe(1);
  await page.close();
  await expect.poll(() => playing(desktop)).toBe(1);
});

test('a host that ends while the phone rings leaves no sound behind', async ({ desktop, simulator, host, page }) => {
  const inspector = await signIn(page, simulator);
  ring(simulator, inspector);
  await expect.poll(() => playing(desktop)).toBe(1);
  await host.stop();
  await expect.poll(() => playing(desktop)).toBe(0);
});
