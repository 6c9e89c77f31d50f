import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication } from '@playwright/test';
import type { WindowPlan } from '../../main/alerts/surfaces.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import { alertPage } from './alertPage.ts';
import { driving } from './driving.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './sharedHarness.ts';

const ring = (change: Partial<WindowPlan> = {}): WindowPlan => ({
  ringId: randomUUID(),
  language: 'en',
  title: 'Your phone is ringing',
  body: 'Pick up to listen to Li Wei (101).',
  name: 'Li Wei',
  since: Date.now(),
  mark: 'ringing',
  buttons: [
    { action: 'stopListening', words: 'Stop' },
    { action: 'show', words: 'Show Earshot' },
  ],
  ...change,
});

const alertTitle = 'Earshot alert';
const focused = (app: ElectronApplication): Promise<string | null> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle() ?? null);
const gone = (desktop: Desktop): Promise<void> => expect.poll(() => desktop.window(alertTitle)).toBeNull();

test('the alert window stands above the others and leaves the focus where it is', async ({ harness, desktop }) => {
  const { alertWindow } = driving(harness.app);
  await expect.poll(() => focused(harness.app)).toBe('Earshot');
  const active = await desktop.activeWindow();
  expect(await alertWindow(ring())).toEqual({ kind: 'shown' });
  // The window manager writes its words when it has put the window up.
  await expect.poll(async () => (await desktop.window(alertTitle))?.state).toContain('_NET_WM_STATE_ABOVE');
  const shown = await desktop.window(alertTitle);
  expect(shown?.state).not.toContain('_NET_WM_STATE_FOCUSED');
  await expect.poll(() => desktop.topmostWindow()).toBe(shown?.id);
  expect(await desktop.activeWindow()).toBe(active);
  expect(await focused(harness.app)).toBe('Earshot');
  expect(await alertWindow(null)).toEqual({ kind: 'shown' });
  await gone(desktop);
});

test('it says who rings and for how long, and counts on', async ({ harness }) => {
  const { alertWindow } = driving(harness.app);
  await alertWindow(ring({ since: Date.now() - 61_000 }));
  const page = await alertPage(harness.app);
  await expect(page.getByRole('alert')).toContainText('Your phone is ringing');
  await expect(page.getByRole('alert')).toContainText('Pick up to listen to Li Wei (101).');
  await expect(page.getByRole('timer')).toHaveText(/^1:0\d$/u);
  const before = await page.getByRole('timer').textContent();
  await expect(page.getByRole('timer')).not.toHaveText(before ?? '');
});

for (const name of ['Li Wei', 'W'.repeat(40), 'Wolfeschlegel '.repeat(3).trim(), 'م'.repeat(40)]) {
  test(`the work number is seen behind the name ${name}`, async ({ harness }) => {
    const { alertWindow } = driving(harness.app);
    const page = await alertPage(harness.app);
    for (const [title, body] of [
      ['Your phone is ringing', `Pick up to listen to ${name} (50001).`],
      ['Your phone is ringing', `You follow ${name} (50001), whose call has begun. Pick up to listen.`],
      [`${name} (50001) is talking now`, 'Listen?'],
    ] as const) {
      await alertWindow(ring({ title, body, name }));
      const seen = await page.evaluate<boolean>(`(() => {
        const part = document.querySelector('.alert__name');
        const line = part.parentElement;
        const behind = [...line.childNodes].at(-1);
        const number = document.createRange();
        number.setStart(behind, behind.data.indexOf('50001'));
        number.setEnd(behind, behind.data.indexOf('50001') + 5);
        const [box, ground] = [number.getBoundingClientRect(), line.getBoundingClientRect()];
        return part.clientWidth > 0 && box.bottom <= ground.bottom + 1 && box.right <= ground.right + 1 && box.bottom <= innerHeight;
      })()`);
      expect(seen).toBe(true);
    }
  });
}

test('it is read aloud in the language of its words', async ({ harness }) => {
  const { alertWindow } = driving(harness.app);
  for (const language of ['zh-CN', 'en']) {
    await alertWindow(ring({ language }));
    await expect((await alertPage(harness.app)).locator('html')).toHaveAttribute('lang', language);
  }
});

test('its buttons act, by mouse and by keyboard', async ({ harness, desktop }) => {
  const { alertWindow, heard, windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  await alertWindow(ring());
  const page = await alertPage(harness.app);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(heard).toEqual([{ name: 'stopListening', input: {} }]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show Earshot' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(windowVisible).toBe(true);
});

test('the inspector’s own word is given in it, where nobody else can tell whether they hear the call', async ({ harness }) => {
  const { alertWindow, heard } = driving(harness.app);
  const page = await alertPage(harness.app);
  for (const [words, action, hears] of [
    ['I hear it', 'hearIt', true],
    ['I hear nothing', 'hearNothing', false],
  ] as const) {
    await alertWindow(ring({ title: 'Do you hear the call?', buttons: [{ action, words }] }));
    // A press that comes as it appears does nothing.
    await expect(async () => {
      await page.getByRole('button', { name: words }).click();
      expect(await heard()).toContainEqual({ name: 'tellHearing', input: { hears } });
    }).toPass();
  }
});

test('a press that comes as it appears, or as it becomes another alert, does nothing; to show Earshot never waits', async ({
  harness,
  desktop,
}) => {
  const { alertWindow, heard, windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  for (const plan of [ring(), ring()]) {
    await alertWindow(plan);
    const page = await alertPage(harness.app);
    const stop = page.getByRole('button', { name: 'Stop' });
    // Past the page, as a press that was on its way.
    await page.evaluate("document.querySelector('button').click(); window.earshotAlert.press('stopListening')");
    await expect(stop).toBeEnabled();
    expect(await heard()).toEqual([]);
  }
  await alertWindow(ring());
  await (await alertPage(harness.app)).getByRole('button', { name: 'Show Earshot' }).click();
  await expect.poll(windowVisible).toBe(true);
});

test('Escape, and its close key, put it away for this ring; the next one shows it again', async ({ harness, desktop }) => {
  const { alertWindow } = driving(harness.app);
  const first = ring();
  await alertWindow(first);
  await (await alertPage(harness.app)).keyboard.press('Escape');
  await gone(desktop);
  expect(await alertWindow({ ...first, body: 'The same ring' })).toMatchObject({ kind: 'notShown' });
  expect(await desktop.window(alertTitle)).toBeNull();
  expect(await alertWindow(ring())).toEqual({ kind: 'shown' });
  await desktop.closeWindow(alertTitle);
  await gone(desktop);
  expect(await alertWindow(ring())).toEqual({ kind: 'shown' });
  await alertWindow(null);
  await gone(desktop);
});

test('a ring that is over before the window is up shows none, not even for a moment', async ({ harness, desktop }) => {
  const { alertWindow } = driving(harness.app);
  // From now on the page is ready, and waits for nothing.
  expect(await alertWindow(ring())).toEqual({ kind: 'shown' });
  await alertWindow(null);
  await gone(desktop);
  const { outcomes, times } = await harness.app.evaluate(async ({ BrowserWindow }, plan) => {
    let times = 0;
    const count = (): void => {
      times += 1;
    };
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('/alert.html'));
    window?.on('show', count);
    const outcomes = await Promise.all([globalThis.earshotHarness.ask('window', plan), globalThis.earshotHarness.ask('window', null)]);
    window?.off('show', count);
    return { outcomes, times };
  }, ring());
  expect(outcomes).toMatchObject([{ kind: 'notShown' }, { kind: 'shown' }]);
  expect(times).toBe(0);
  expect(await desktop.window(alertTitle)).toBeNull();
});

test('fifty rings in a second leave nothing behind', async ({ harness, desktop }) => {
  const outcomes = await harness.app.evaluate(async (_electron, plan) => {
    const asked: Promise<{ kind: string }>[] = [];
    for (let nth = 0; nth < 50; nth += 1) {
      asked.push(globalThis.earshotHarness.ask('window', { ...plan, ringId: `${plan.ringId}-${String(nth)}` }));
      asked.push(globalThis.earshotHarness.ask('window', null));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Promise.all(asked);
  }, ring());
  expect(outcomes).toHaveLength(100);
  await gone(desktop);
});

for (const [what, body] of Object.entries({
  markup: 'Pick up to listen to <img src=x onerror="document.title=1"><b>Li</b> (101).',
  'bidi controls': 'Pick up to listen to \u202eieW iL\u202c (101).',
  'ten kilobytes': `Pick up to listen to ${'李'.repeat(10_000)}`,
  'right to left': 'Pick up to listen to أحمد (101).',
  'no name': '',
})) {
  test(`a name with ${what} is only words, and the buttons stay in view`, async ({ harness }) => {
    const { alertWindow } = driving(harness.app);
    expect(await alertWindow(ring({ body }))).toEqual({ kind: 'shown' });
    const page = await alertPage(harness.app);
    await expect(page.getByRole('button', { name: 'Stop' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('img, b')).toHaveCount(0);
    expect(await page.getByRole('alert').textContent()).not.toMatch(/[\u202a-\u202e]/u);
  });
}

alone('a page that crashes while it shows a ring comes back with it', async ({ harness, desktop }) => {
  const { alertWindow } = driving(harness.app);
  await alertWindow(ring());
  await harness.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/alert.html'))
      ?.webContents.forcefullyCrashRenderer();
  });
  await gone(desktop);
  await expect.poll(() => desktop.window(alertTitle)).not.toBeNull();
  await alertWindow(null);
  await gone(desktop);
});

for (const theme of ['light', 'dark'] as const) {
  test(`an accessibility check finds nothing in the ${theme} alert window`, async ({ harness, desktop }, testInfo) => {
    const { alertWindow } = driving(harness.app);
    await alertWindow(ring());
    const page = await alertPage(harness.app);
    // Playwright tells every page that the theme is light unless it is told otherwise.
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: testInfo.outputPath(`alert-page-${theme}.png`) });
    await desktop.screenshot(testInfo.outputPath(`alert-${theme}.png`));
    // It asks for a page of its own in the browser's context, which Electron has not.
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    await page.emulateMedia({ colorScheme: null });
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('the alert page has its own bridge and nothing of the window’s, of Node or of Electron', async ({ harness }) => {
  await driving(harness.app).alertWindow(ring());
  const page = await alertPage(harness.app);
  expect(await page.evaluate('[typeof window.earshot, typeof require, typeof process]')).toEqual(['undefined', 'undefined', 'undefined']);
  expect(await page.evaluate('Object.keys(window.earshotAlert).sort()')).toEqual(['onOrder', 'press', 'report']);
  expect(await page.evaluate("navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error) => error.name)")).not.toBe(
    'given',
  );
});

test('a press that does not fit its schema, or comes from the window, does nothing', async ({ harness }) => {
  const { alertWindow, heard } = driving(harness.app);
  await alertWindow(ring());
  const page = await alertPage(harness.app);
  await page.evaluate("window.earshotAlert.press('listen'); window.earshotAlert.press({}); window.earshotAlert.report({ id: 'x' })");
  await expect(page.getByRole('button', { name: 'Stop' })).toBeEnabled();
  await page.evaluate("window.earshotAlert.press('stopListening')");
  await expect.poll(heard).toEqual([{ name: 'stopListening', input: {} }]);
});
