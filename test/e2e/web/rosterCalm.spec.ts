import { expect, test } from './fixtures.ts';

test('no row moves while the pointer is in the table; it says how many would, and refreshes when asked', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  const rows = page.locator('[data-work-no]');
  await page.getByRole('columnheader', { name: 'State', exact: true }).getByRole('button').click();
  await rows.nth(2).hover();
  const order = (): Promise<string[]> => page.locator('[data-work-no] .agents__cell--workNo').allTextContents();
  const before = await order();
  const last = before.at(-1) ?? '';
  simulator.setAgent(last, { state: 'talking' });
  await expect(page.locator(`[data-work-no="${last}"]`)).toContainText('Talking');
  await expect(page.getByText('1 agent moved')).toBeVisible();
  expect(await order()).toEqual(before);
  await page.getByRole('button', { name: 'Refresh order' }).click();
  await expect(page.getByText('1 agent moved')).toHaveCount(0);
  expect(await order()).not.toEqual(before);
});

test('nor while the focus is in it; leaving lets go', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').focus();
  simulator.setAgent('20001', { state: 'signedOut' });
  await expect(page.locator('[data-work-no="20001"]')).toContainText('Left the list');
  await page.getByRole('searchbox', { name: 'Search agents' }).focus();
  await expect(page.locator('[data-work-no="20001"]')).toHaveCount(0);
});

test('a notice and a stale list move no row', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  const row = page.locator('[data-work-no="20001"]');
  const before = await row.boundingBox();
  await simulator.close();
  await expect(page.getByText(/The list is from/)).toBeVisible({ timeout: 30_000 });
  expect((await row.boundingBox())?.y).toBe(before?.y);
});

test('in an outage the last list is there with its time for who comes back from the settings', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  const row = page.locator('[data-work-no="20001"]');
  await expect(row).toContainText('Talking');
  await simulator.close();
  await expect(page.getByText(/The list is from/)).toBeVisible({ timeout: 30_000 });
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.click();
  await expect(row).toBeHidden();
  // Longer than a list counts as present.
  await page.waitForTimeout(15_000);
  await settings.click();
  await expect(row).toContainText('Talking');
  await expect(page.getByText(/The list is from/)).toBeVisible();
});

test('a list from before the window was out of sight is said to be old until the next one is there', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  const row = page.locator('[data-work-no="20001"]');
  await expect(row).toContainText('Talking');
  const visibility = (state: 'hidden' | 'visible'): Promise<void> =>
    page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));`);
  await visibility('hidden');
  await page.waitForTimeout(16_000);
  simulator.setAgent('20001', { state: 'idle' });
  simulator.nextAnswer({ interface: 'queryOnlineAgent' }, { kind: 'delay', ms: 3_000, when: 'beforeHandling' });
  await visibility('visible');
  await expect(page.getByText(/The list is from .* A newer one is on its way\./)).toBeVisible();
  await expect(row).toContainText('Talking');
  await expect(row).toContainText('Idle');
  await expect(page.getByText(/The list is from/)).toHaveCount(0);
});

test('nothing fades in for those who want no motion', async ({ pageInTurn, openSignedIn, simulator }) => {
  await pageInTurn.emulateMedia({ reducedMotion: 'reduce' });
  const page = await openSignedIn();
  await expect(page.locator('[data-work-no="20001"]')).toContainText('Talking');
  simulator.setAgent('20001', { state: 'idle' });
  const cell = page.locator('[data-work-no="20001"] .agents__cell--fresh');
  await expect(cell).toContainText('Idle');
  const duration = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('.agents__cell--fresh'), '::before').animationDuration`,
  );
  expect(duration).toBe('0s');
});

test('the overview counts by state and group for eyes and for screen readers', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Overview' }).click();
  const overview = page.getByRole('region', { name: 'Overview' });
  await expect(overview.locator('svg.recharts-surface').first()).toBeVisible();
  const table = overview.getByRole('table', { name: 'Agents by state' });
  const talking = Number(
    await table
      .getByRole('row', { name: /Talking/ })
      .getByRole('cell')
      .textContent(),
  );
  expect(talking).toBe(simulator.agents().filter(({ state }) => state === 'talking').length);
});

test('the wallboard fills the window with the counts, and Escape leads back', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Wallboard' }).click();
  await expect(page.getByRole('list', { name: 'Agents by state' })).toContainText('Talking');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close the wallboard' }).press('Escape');
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
});
