import { faceOf, shown } from '../../renderer/faces/shown.ts';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

/** The faces of the roster that are not the everyday one, with words that show that it is there. */
const faces: readonly (readonly [string, string])[] = [
  ['roster-empty', 'No agent is signed in'],
  ['roster-failed', 'The agents could not be loaded'],
  ['roster-failed-old', 'The list is from'],
  ['roster-coming', 'A newer one is on its way.'],
  ['stale', 'The list may be out of date'],
  ['reconnecting', 'The list is from'],
];

test('axe finds nothing serious on the roster empty, loading, stale or failed, light or dark', async ({ pageInTurn }) => {
  for (const [name, words] of faces) {
    await test.step(name, () =>
      shown(pageInTurn, faceOf(name), async (page) => {
        await expect(page.getByText(words).first()).toBeVisible();
        await expectAccessibleIn([light, dark], page);
      }),
    );
  }
  await test.step('loading', () =>
    shown(pageInTurn, faceOf('roster-loading'), async (page) => {
      await expect(page.getByRole('status').filter({ hasText: 'Loading the agents' })).toHaveCount(1);
      await expectAccessibleIn([light, dark], page);
    }));
});

test('while the agents are on their way, every column has its bar', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('roster-loading'), async (page) => {
    const bars = page.locator('.skeleton__row').first().locator('.skeleton__bar');
    // Number, name, group, state, time in state, can you listen; and the star.
    await expect(bars).toHaveCount(7);
    const tops = new Set((await Promise.all((await bars.all()).map((bar) => bar.boundingBox()))).map((box) => box?.y));
    expect(tops.size).toBe(1);
  });
});

test('a wallboard of agents who could not be loaded says so, and does not say that nobody is there', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('roster-failed'), async (page) => {
    await page.getByRole('button', { name: 'Wallboard' }).click();
    await expect(page.getByRole('heading', { name: 'Wallboard' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'The agents could not be loaded' })).toBeVisible();
    await expect(page.getByText('0 agents')).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('entries that could not be read are counted under the agents', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('roster-by-time'), async (page) => {
    await expect(page.getByText('3 entries could not be read')).toBeVisible();
  });
});

test('a call is marked as long from the minutes on that the settings say', async ({ pageInTurn }) => {
  const face = faceOf('roster');
  const { settings } = face.state;
  const [one, other, third] = face.rows ?? [];
  if (one === undefined || other === undefined || third === undefined) throw new Error('The face has no agents.');
  const minutesAgo = (minutes: number): number => Date.now() - minutes * 60_000;
  const rows = [
    { ...one, state: 'talking', since: minutesAgo(8) },
    { ...other, state: 'talking', since: minutesAgo(6) },
    { ...third, state: 'idle', since: minutesAgo(8) },
  ] as const;
  for (const [longTalkMinutes, marks] of [
    [7, [1, 0, 0]],
    [5, [1, 1, 0]],
  ] as const) {
    const state = { ...face.state, settings: { ...settings, values: { ...settings.values, longTalkMinutes } } };
    await shown(pageInTurn, { ...face, state, rows }, async (page) => {
      for (const [nth, { workNo }] of rows.entries())
        await expect(page.locator(`[data-work-no="${workNo}"]`).getByText('Long call')).toHaveCount(marks[nth] ?? NaN);
      await page.getByRole('button', { name: 'Wallboard' }).click();
      const long = page.getByRole('list', { name: 'Agents by state' }).getByRole('listitem').filter({ hasText: 'Long calls' });
      await expect(long).toHaveText(`${String(marks.filter((mark) => mark === 1).length)}Long calls`);
    });
  }
});

test('of many groups the charts and the wallboard say that they show the largest', async ({ pageInTurn }) => {
  const face = faceOf('roster');
  const rows = (face.rows ?? []).slice(0, 60).map((row, nth) => ({ ...row, group: `Group ${String(nth % 20)} with rather a long name` }));
  await shown(pageInTurn, { ...face, rows }, async (page) => {
    await page.getByRole('button', { name: 'Overview' }).click();
    const overview = page.getByRole('region', { name: 'Overview' });
    await expect(overview.getByText('The 8 largest of 20 groups')).toBeVisible();
    // The table for screen readers has them all.
    await expect(overview.getByRole('table', { name: 'Agents by group' }).getByRole('row')).toHaveCount(21);
    // One line for each, so that no name covers another or is cut at the edge.
    const lines = overview.locator('figure').last().locator('tspan');
    await expect(lines.filter({ hasText: 'Group' })).toHaveCount(8);
    await expect(lines.filter({ hasText: 'long name' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Wallboard' }).click();
    await expect(page.getByText('The 12 largest of 20 groups')).toBeVisible();
  });
});

test('in a window of 640 by 400 there are agents under the open overview, and the listen bar covers none', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('roster'), async (page) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
    await page.locator('[data-work-no]').first().focus();
    const row = page.locator('[data-work-no]').nth(1);
    await row.scrollIntoViewIfNeeded();
    expect((await row.boundingBox())?.height).toBe(32);
    const middle = await row.boundingBox();
    if (middle === null) throw new Error('The row is not there.');
    const hit = await page.evaluate<boolean>(
      `document.elementFromPoint(${String(middle.x + 200)}, ${String(middle.y + 16)})?.closest('[data-work-no]') !== null`,
    );
    expect(hit).toBe(true);
  });
});

test('with forced colours a chosen chip differs by its ground, not by a hue alone', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('roster'), async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await expect(page.getByRole('toolbar', { name: 'Filter by state' })).toBeVisible();
    const ground = (pressed: boolean): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('.strip__chips .chip[aria-pressed="${String(pressed)}"]')).backgroundColor`);
    expect(await ground(true)).not.toBe(await ground(false));
    await expectAccessible(page);
  });
});

test('who hears an agent now is in that agent’s row: oneself, another inspector by number, or nothing known', async ({ pageInTurn }) => {
  const face = faceOf('roster');
  const [one, other, third] = face.rows ?? [];
  const { session } = face.state;
  if (one === undefined || other === undefined || third === undefined || session.kind !== 'signedIn')
    throw new Error('The face lacks agents.');
  const rows = [
    { ...one, inspectedBy: session.agentId },
    { ...other, inspectedBy: '292' },
    { ...third, inspectedBy: null },
  ];
  await shown(pageInTurn, { ...face, rows }, async (page) => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Inspected by' }).check();
    await page.keyboard.press('Escape');
    for (const [nth, words] of ['You', '292', ''].entries())
      await expect(page.locator(`[data-work-no="${rows[nth]?.workNo ?? ''}"] .agents__cell--inspectedBy`)).toHaveText(words);
  });
});
