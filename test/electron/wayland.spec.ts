import { randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import type { Shown, WindowPlan } from '../../main/alerts/surfaces.ts';
import { westonLacks } from '../support/desktop/programs.ts';
import { startWeston, type Weston, type WestonOptions } from '../support/desktop/weston.ts';
import { alertPage } from './alertPage.ts';
import { driving } from './driving.ts';
import { expect, test as base } from './fixtures.ts';
import { launch, type Running } from './running.ts';

const notKnown: Shown = { kind: 'notShown', why: 'unconfirmed' };
const shown: Shown = { kind: 'shown' };

const ring = (): WindowPlan => ({
  ringId: randomUUID(),
  language: 'en',
  title: 'Your phone is ringing',
  body: 'Pick up to listen to Li Wei (101).',
  name: 'Li Wei',
  since: Date.now(),
  mark: 'ringing',
  buttons: [{ action: 'stopListening', words: 'Stop' }],
});

interface Stage {
  readonly compositor: WestonOptions;
  /** For Electron itself. */
  readonly flags: readonly string[];
  readonly weston: Weston;
  readonly earshot: Running;
}

const test = base.extend<Stage>({
  compositor: [{ xwayland: false }, { option: true }],
  flags: [[], { option: true }],
  weston: async ({ desktop, compositor }, use) => {
    const lacks = westonLacks();
    base.skip(lacks.length > 0, lacks.join('; '));
    const weston = await startWeston(desktop, compositor);
    await use(weston);
    weston.stop();
  },
  earshot: async ({ desktop, weston, harnessEntry, flags }, use) => {
    const running = await launch({ desktop: { ...desktop, env: weston.env }, entry: harnessEntry, flags });
    await expect(running.page.locator('#session')).toHaveText('signedOut');
    await use(running);
    await running.close();
  },
});

/** How many of a picture's pixels are others than another's: what came on the screen, or left it. */
async function changed(app: ElectronApplication, before: string, after: string): Promise<number> {
  return app.evaluate(
    ({ nativeImage }, files) => {
      const [one, other] = files.map((file) => nativeImage.createFromPath(file).toBitmap());
      if (one === undefined || other === undefined || one.length !== other.length) throw new Error('No two pictures of one size.');
      let count = 0;
      for (let at = 0; at < one.length; at += 4) if (one.readUInt32LE(at) !== other.readUInt32LE(at)) count += 1;
      return count;
    },
    [before, after],
  );
}

/** Of the compositor's picture, what `act` brought onto it; pictures are taken until there is as much as awaited. */
async function brought(stage: Pick<Stage, 'weston' | 'earshot'>, act: () => Promise<unknown>, atLeast: number): Promise<number> {
  const before = await stage.weston.screenshot();
  await act();
  let most = 0;
  await expect
    .poll(
      async () => {
        const after = await stage.weston.screenshot();
        most = await changed(stage.earshot.app, before, after);
        unlinkSync(after);
        return most;
      },
      { intervals: [1_100] },
    )
    .toBeGreaterThanOrEqual(atLeast);
  return most;
}

/** The compositor's picture, once two in a row are the same. */
async function atRest({ weston, earshot }: Pick<Stage, 'weston' | 'earshot'>): Promise<string> {
  let last = await weston.screenshot();
  await expect
    .poll(
      async () => {
        const next = await weston.screenshot();
        const difference = await changed(earshot.app, last, next);
        unlinkSync(last);
        last = next;
        return difference;
      },
      { intervals: [1_100] },
    )
    .toBeLessThan(aWindow);
  return last;
}

/** Fewer pixels than either window has; the clock of weston's own panel has far fewer. */
const aWindow = 20_000;

const hideWindow = ({ app }: Running): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) each.hide();
  });

const showWindow = ({ app }: Running): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) if (each.getTitle() === 'Earshot') each.show();
  });

test.describe('on Wayland alone', () => {
  test.use({ flags: ['--ozone-platform=wayland'] });

  test('the window comes, and is in the picture; the tray has its icon', async ({ earshot, weston, desktop }) => {
    const { windowVisible } = driving(earshot.app);
    await expect.poll(windowVisible).toBe(true);
    await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot: signed out');
    // From an empty picture, as nobody tells when the compositor has painted what came by itself.
    await hideWindow(earshot);
    await brought({ earshot, weston }, () => showWindow(earshot), aWindow);
  });

  test('the alert window and the main window come into the picture, and are said to be not known, as nobody tells a program there', async ({
    earshot,
    weston,
  }) => {
    const { alertWindow, raise } = driving(earshot.app);
    await hideWindow(earshot);
    await brought({ earshot, weston }, async () => expect(await alertWindow(ring())).toEqual(notKnown), aWindow);
    await expect((await alertPage(earshot.app)).getByRole('alert')).toContainText('Your phone is ringing');
    await brought({ earshot, weston }, () => alertWindow(null), aWindow);
    await brought({ earshot, weston }, async () => expect(await raise(true)).toEqual(notKnown), aWindow);
  });

  test('attention is not said to be shown: this compositor shows nothing of it', async ({ earshot, weston }) => {
    const { attention } = driving(earshot.app);
    // Whole, as what is still to be painted would look like attention.
    await hideWindow(earshot);
    await brought({ earshot, weston }, () => showWindow(earshot), aWindow);
    const before = await atRest({ earshot, weston });
    expect(await attention(true)).toEqual(notKnown);
    // What does not come can only be waited for.
    await pause(1_500);
    expect(await changed(earshot.app, before, await weston.screenshot())).toBeLessThan(aWindow);
    expect(await attention(false)).toEqual(shown);
  });
});

test.describe('on Wayland with XWayland, on which a packed Earshot starts itself there', () => {
  test.use({ compositor: { xwayland: true }, flags: ['--ozone-platform=x11'] });

  test('the alert window and the main window are said to be shown, and are in the picture', async ({ earshot, weston }) => {
    const { alertWindow, raise } = driving(earshot.app);
    await hideWindow(earshot);
    await brought({ earshot, weston }, async () => expect(await alertWindow(ring())).toEqual(shown), aWindow);
    await brought({ earshot, weston }, () => alertWindow(null), aWindow);
    await brought({ earshot, weston }, async () => expect(await raise(true)).toEqual(shown), aWindow);
  });
});
