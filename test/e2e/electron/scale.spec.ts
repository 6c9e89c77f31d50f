import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windowPlaceSchema, type Rectangle } from '../../../main/electron/windowPlace.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { launch, type Running } from '../../electron/running.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test as base } from './fixtures.ts';

/** Screens as they are sold, and the scale that their systems propose. */
const screens = [
  { pixels: '1600x1000', scale: 1.25 },
  { pixels: '1920x1080', scale: 1.5 },
  { pixels: '2560x1600', scale: 2 },
  // Chosen by whom everything else is too small for.
  { pixels: '1920x1080', scale: 2 },
] as const;

// One worker, which starts each desktop once.
base.describe.configure({ mode: 'default' });

/** What the alert window is to measure, but for rounding: a ring that made it larger would show at the third. */
const alertSize = { width: 420, height: 152 };

interface Places {
  readonly window: Rectangle;
  readonly workArea: Rectangle;
  readonly scale: number;
}

const test = base.extend<{
  readonly folder: string;
  /** Starts Earshot on a desktop that shows everything larger by this factor; always in the same data folder. */
  readonly start: (on: Desktop, scale: number, entry: string) => Promise<Running>;
}>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-scale-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ folder }, use) => {
    await use((desktop, scale, entry) =>
      launch({ desktop, entry, env: { EARSHOT_DATA_DIR: folder }, flags: [`--force-device-scale-factor=${String(scale)}`] }),
    );
  },
});

for (const { pixels, scale } of screens) {
  test(`at ${String(scale * 100)} % of ${pixels} the window opens whole on the screen, everything in it fits and is sharp, and the alert window is at the top of the screen, in its own size at every ring`, async ({
    start,
    product,
    simulator,
    desktopOf,
  }, testInfo) => {
    const desktop = await desktopOf(pixels);
    const earshot = await start(desktop, scale, product);
    const { page } = earshot;
    await signIn(page, simulator);
    await expect(page.getByRole('region', { name: 'Your listen' })).toBeInViewport({ ratio: 1 });
    await inTheEnd(async () => {
      const places = await placed(earshot, 'Earshot');
      expect(places.scale).toBe(scale);
      expectWithin(places);
    });
    expect(await page.evaluate('devicePixelRatio')).toBe(scale);
    expect(await page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth')).toBe(0);
    expect(await page.evaluate('document.scrollingElement.scrollHeight - document.scrollingElement.clientHeight')).toBe(0);
    // What is drawn from lines is sharp at every scale; a picture of pixels would not be.
    expect(await page.evaluate('document.querySelectorAll("img:not([src$=\'.svg\']), picture, canvas").length')).toBe(0);
    // The panel is given the largest picture that there is, at every scale.
    await expect.poll(async () => (await desktop.trayItem()).pictureSize).toBe(48);
    await desktop.screenshot(testInfo.outputPath('opened.png'));

    await test.step('the alert window, at every ring', async () => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Alerts' }).click();
      const everyRing = page.getByRole('combobox', { name: 'Small window above all others' });
      await everyRing.selectOption('With every ring');
      await expect(everyRing.locator('option:checked')).toHaveText('With every ring');
      for (let ring = 1; ring <= 4; ring += 1) {
        simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
        await inTheEnd(async () => {
          const places = await placed(earshot, 'Earshot alert');
          expectWithin(places);
          const { window, workArea } = places;
          expect(window.y - workArea.y).toBe(48);
          expect(Math.abs(window.x + window.width / 2 - (workArea.x + workArea.width / 2))).toBeLessThanOrEqual(2);
          expect(Math.abs(window.width - alertSize.width)).toBeLessThanOrEqual(2);
          expect(Math.abs(window.height - alertSize.height)).toBeLessThanOrEqual(2);
        });
        simulator.pushEvent('291', 'AgentOther_PhoneRelease', { phoneState: 3 });
        await expect.poll(() => desktop.window('Earshot alert')).toBeNull();
      }
    });
    await earshot.close();
  });
}

for (const [was, is] of [
  [2, 2],
  [1.25, 1.25],
  [1, 2],
  [2, 1.25],
] as const) {
  test(`a window that was left at ${String(was * 100)} % is found at ${String(is * 100)} % where it was, as far as there is room`, async ({
    start,
    folder,
    harnessEntry,
    desktopOf,
  }) => {
    const desktop = await desktopOf('2560x1600');
    const left = { x: 120, y: 80, width: 1040, height: 680 };
    const first = await start(desktop, was, harnessEntry);
    await put(first, folder, left);
    await first.app.close();
    const second = await start(desktop, is, harnessEntry);
    await inTheEnd(async () => {
      const places = await placed(second, 'Earshot');
      expectWithin(places);
      expectNear(places.window, left);
    });
    await second.close();
  });
}

test('a window that is larger than the screen since everything on it is shown larger comes back as large as the screen', async ({
  start,
  folder,
  harnessEntry,
  desktopOf,
}) => {
  const desktop = await desktopOf('2560x1600');
  const first = await start(desktop, 1, harnessEntry);
  await put(first, folder, { x: 60, y: 40, width: 2000, height: 1300 });
  await first.app.close();
  const second = await start(desktop, 2, harnessEntry);
  await inTheEnd(async () => {
    const places = await placed(second, 'Earshot');
    expectWithin(places);
    expect(places.window.width).toBeGreaterThan(1_200);
  });
  await second.close();
});

/** A window manager takes a new window into its frame, and tells of places on the way to the window's own. */
const inTheEnd = (look: () => Promise<void>): Promise<void> => expect(look).toPass({ timeout: 30_000 });

/** Where a window is, and the room there is, both in device-independent pixels; once it is on the screen. */
async function placed(running: Running, title: string): Promise<Places> {
  const read = (): Promise<(Places & { visible: boolean }) | null> =>
    running.app.evaluate(({ BrowserWindow, screen }, wanted) => {
      const found = BrowserWindow.getAllWindows().find((each) => each.getTitle() === wanted);
      if (found === undefined) return null;
      const { workArea, scaleFactor } = screen.getDisplayMatching(found.getBounds());
      return { window: found.getBounds(), workArea, scale: scaleFactor, visible: found.isVisible() };
    }, title);
  await expect.poll(async () => (await read())?.visible).toBe(true);
  const places = await read();
  if (places === null) throw new Error(`There is no window named ${title}.`);
  return places;
}

/** Puts the main window somewhere, and waits until that is written down. */
async function put(running: Running, folder: string, place: Rectangle): Promise<void> {
  await placed(running, 'Earshot');
  await running.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.getTitle() === 'Earshot')
      ?.setBounds(wanted);
  }, place);
  // A window manager moves it and changes its size one after the other.
  await inTheEnd(async () => expectNear(windowPlaceSchema.parse(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))), place));
}

function expectWithin({ window, workArea }: Places): void {
  expect(window.x).toBeGreaterThanOrEqual(workArea.x);
  expect(window.y).toBeGreaterThanOrEqual(workArea.y);
  expect(window.x + window.width).toBeLessThanOrEqual(workArea.x + workArea.width);
  expect(window.y + window.height).toBeLessThanOrEqual(workArea.y + workArea.height);
}

/** A window manager may add its frame once; a scale that is no whole number rounds. */
function expectNear(found: Rectangle, wanted: Rectangle): void {
  for (const each of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(found[each] - wanted[each]), each).toBeLessThan(30);
}
