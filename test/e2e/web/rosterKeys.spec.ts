import type { Locator, Page } from '@playwright/test';
import { holdTimers } from '../../support/heldTimers.ts';
import { rosterViewKept } from '../../support/rosterViewKept.ts';
import { expect, test } from './fixtures.ts';

/** Milliseconds, as in `renderer/keys/useStopByEscape.ts`. */
const escapeAgainWithin = 4_000;

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Agents' });
const row = (page: Page, workNo: string): Locator => page.locator(`[data-work-no="${workNo}"]`);

test('from search to listening by keys alone: slash, type, down, L; Escape twice stops', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await expect(row(page, '20001')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('li wei');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, '20001')).toBeFocused();
  await page.keyboard.press('l');
  const listen = page.getByRole('region', { name: 'Your listen' });
  await expect(listen).toContainText('Listening to Li Wei (20001)');

  const letPass = await holdTimers(page, escapeAgainWithin);
  await page.keyboard.press('Escape');
  await expect(listen).toContainText('Press Escape again to stop listening');
  expect(simulator.sessionOf('291').listen).toMatchObject({ workNo: '20001' });
  await page.keyboard.press('Escape');
  await expect(listen).toContainText('Not listening');
  await letPass();
});

test('Escape once moves neither the listen bar nor its buttons', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Listen to 20001', exact: true }).click();
  const listen = page.getByRole('region', { name: 'Your listen' });
  const whisper = listen.getByRole('button', { name: 'Whisper' });
  await expect(whisper).toBeVisible();
  const places = async (): Promise<unknown> => [await listen.boundingBox(), (await whisper.boundingBox())?.y];
  const before = await places();
  await page.keyboard.press('Escape');
  await expect(listen).toContainText('Press Escape again to stop listening');
  expect(await places()).toEqual(before);
});

test('the listened row offers to stop, and has no dead Listen button', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Listen to 20001', exact: true }).click();
  const stop = page.getByRole('button', { name: 'Stop listening to 20001' });
  await expect(stop).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Listen to 20001', exact: true })).toHaveCount(0);
  await stop.click();
  await expect(page.getByRole('button', { name: 'Listen to 20001', exact: true })).toBeVisible();
});

test('L on an agent that cannot be heard says why, and asks the gateway for nothing', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await row(page, '20001').focus();
  simulator.setAgent('20001', { state: 'signedOut' });
  await expect(row(page, '20001')).toContainText('Left the list');
  await page.keyboard.press('l');
  await expect(page.getByRole('status').filter({ hasText: 'This agent has left the list.' })).toHaveCount(1);
  expect(simulator.sessionOf('291').listen).toBeNull();
});

test('arrows, Home, End and Page keys go through rows and cells, and the numbers of rows and columns are true', async ({
  openSignedIn,
}) => {
  const page = await openSignedIn();
  await row(page, '20001').focus();
  const rows = Number(await grid(page).getAttribute('aria-rowcount'));
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', String(rows));
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('PageDown');
  expect(Number(await page.locator(':focus').getAttribute('aria-rowindex'))).toBeGreaterThan(8);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveText('20001');
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAccessibleName('Listen to 20001');
  await page.keyboard.press('Control+End');
  await expect(page.locator('[role="row"]:has(:focus)')).toHaveAttribute('aria-rowindex', String(rows));
  const columns = Number(await grid(page).getAttribute('aria-colcount'));
  expect(await page.locator('[role="row"]:has(:focus) [role="gridcell"]').count()).toBe(columns);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[role="columnheader"]:has(:focus)')).toHaveCount(1);
});

test('Tab reaches the first agent from the search in few steps', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await expect(row(page, '20001')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await expect(row(page, '20001')).toBeFocused();
});

test('Enter opens the details with the focus on them, Escape goes back to the agent', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await row(page, '20001').focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: 'Details of Li Wei' });
  await expect(details).toContainText('20001');
  await expect(details.getByRole('heading', { name: 'Li Wei' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(row(page, '20001')).toBeFocused();
});

test('a question mark lists the keys; in the search it is a letter', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await expect(row(page, '20001')).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('Listen to the agent');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Search agents' })).toHaveValue('?');
});

test('at twice the size every column can be reached, and it is said that there are more', async ({ pageInTurn, openSignedIn }) => {
  await pageInTurn.setViewportSize({ width: 640, height: 400 });
  const page = await openSignedIn();
  await expect(page.getByText('More columns to the side')).toBeVisible();
  await row(page, '20001').focus();
  for (let cell = 0; cell < 7; cell += 1) await page.keyboard.press('ArrowRight');
  const cell = page.locator('[role="gridcell"]:focus');
  await expect(cell).toHaveText('Yes');
  const [box, action] = [await cell.boundingBox(), await row(page, '20001').locator('.agents__cell--action').boundingBox()];
  expect(box === null || action === null ? NaN : box.x + box.width).toBeLessThanOrEqual((action?.x ?? 0) + 1);
});

test('where columns are scrolled to the side, number and Listen stay in sight, in the headings too', async ({
  pageInTurn,
  openSignedIn,
}) => {
  await pageInTurn.setViewportSize({ width: 640, height: 400 });
  const page = await openSignedIn();
  await expect(page.getByText('More columns to the side')).toBeVisible();
  const left = async (part: string): Promise<number | undefined> => (await page.locator(part).first().boundingBox())?.x;
  const staying = ['.agents__body .agents__cell--workNo', '.agents__body .agents__cell--action', '.agents__head .agents__cell--workNo'];
  const before = await Promise.all(staying.map(left));
  const name = await left('.agents__body .agents__cell--name');
  await page.evaluate(`document.querySelector('[role=grid]').scrollLeft = 120`);
  await expect.poll(() => left('.agents__body .agents__cell--name')).toBe((name ?? NaN) - 120);
  expect(await Promise.all(staying.map(left))).toEqual(before);
});

test('keys of a single character can be switched off, and are off after a new start of the page', async ({
  openSignedIn,
  host,
  simulator,
}) => {
  const page = await openSignedIn();
  const search = page.getByRole('searchbox');
  await row(page, '20001').focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('switch').click();
  await keys.getByRole('button', { name: 'Close' }).click();
  for (const key of ['f', '/', '?', 'l']) {
    await row(page, '20001').focus();
    await page.keyboard.press(key);
  }
  await expect(keys).toHaveCount(0);
  await expect(search).not.toBeFocused();
  await expect(page.getByRole('button', { name: 'Favourite: 20001' })).toHaveAttribute('aria-pressed', 'false');
  expect(simulator.sessionOf('291').listen).toBeNull();

  await rosterViewKept(host.dataFolder, ({ singleKeys }) => !singleKeys);
  await page.reload();
  await expect(row(page, '20001')).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).not.toBeFocused();
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(keys.getByRole('switch')).not.toBeChecked();
});

test('after a page of agents has gone by, L listens to the agent that the focused row shows', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await row(page, '20001').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const workNo = (await page.locator(':focus').getAttribute('data-work-no')) ?? '';
  expect(workNo).not.toBe('20001');
  simulator.setAgent(workNo, { state: 'talking' });
  await expect(row(page, workNo)).toContainText('Talking');
  await expect(row(page, workNo)).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText(`(${workNo})`);
});

test('from a row that was scrolled out of sight the arrow goes on to its neighbour, and the open details follow', async ({
  openSignedIn,
}) => {
  const page = await openSignedIn();
  await row(page, '20001').focus();
  await page.keyboard.press('Enter');
  await row(page, '20001').focus();
  const details = page.getByRole('complementary');
  await expect(details).toContainText('20001');
  await row(page, '20001').hover();
  await page.mouse.wheel(0, 4_000);
  await expect(row(page, '20002')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  const next = (await page.locator(':focus').getAttribute('data-work-no')) ?? '';
  expect(next).not.toBe('20001');
  await expect(row(page, next)).toBeVisible();
  await expect(details).toContainText(next);
});

test('R refreshes the order that is held, and the focus stays with its agent', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await page.getByRole('columnheader', { name: 'State', exact: true }).getByRole('button').click();
  await page.keyboard.press('ArrowDown');
  const workNo = (await page.locator(':focus').getAttribute('data-work-no')) ?? '';
  const last = (await page.locator('[data-work-no]').last().getAttribute('data-work-no')) ?? '';
  simulator.setAgent(last, { state: 'talking' });
  await expect(page.getByText('1 agent moved')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText('1 agent moved')).toHaveCount(0);
  await expect(row(page, workNo)).toBeFocused();
});

test('Escape clears the search and stays in it; the down arrow goes to what was found', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await expect(row(page, '20001')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('nobody');
  await expect(page.getByText('No agent matches').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, '20001')).toBeFocused();
});

test('every key of the list is one that is tried here', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Keys' }).click();
  // A key that is added to the list wants a test that presses it; those of modes, notes and the worklist have theirs.
  await expect(page.getByRole('dialog', { name: 'Keys' }).locator('kbd')).toHaveText([
    '/',
    '↓ or Enter',
    '↑ ↓',
    '← →',
    'Home, End',
    'Ctrl+Home, Ctrl+End',
    'Page Up, Page Down',
    'Enter',
    'L',
    'F',
    'R',
    'N',
    'D',
    'Alt+L',
    'Alt+W',
    'Alt+I',
    'Alt+T',
    'Escape, Escape',
    'Escape',
    'Alt+1 to Alt+9',
    'Ctrl+← →',
    'Shift+← →',
    '?',
  ]);
});
