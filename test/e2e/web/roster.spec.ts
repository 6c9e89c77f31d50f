import type { Simulator } from '../../../simulator/index.ts';
import { expect, signIn, test } from './fixtures.ts';

test.use({ agents: 1_000 });

/** The numbers of the agents that the list holds, the lowest first. */
function listed(simulator: Simulator): string[] {
  return simulator
    .agents()
    .filter(({ state, workNo }) => state !== 'signedOut' && workNo !== '291' && workNo !== '292')
    .map(({ workNo }) => workNo)
    .sort();
}

test('a thousand agents: few rows are mounted, all are counted, the last is reached by scrolling and by key', async ({
  earshot: page,
  simulator,
}) => {
  await signIn(page, simulator);
  const grid = page.getByRole('grid', { name: 'Agents' });
  const buttons = grid.getByRole('button', { name: /^Listen to/ });
  await expect(buttons.first()).toBeVisible();
  const numbers = listed(simulator);
  const last = numbers.at(-1) ?? '';
  // The header is a row too.
  await expect(grid).toHaveAttribute('aria-rowcount', String(numbers.length + 1));
  expect(await buttons.count()).toBeLessThanOrEqual(60);

  await page.getByRole('button', { name: 'Listen to 20001' }).focus();
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('button', { name: `Listen to ${last}`, exact: true })).toBeVisible();
  expect(await buttons.count()).toBeLessThanOrEqual(60);
});

test('sorting by a column says so, and puts the others in order', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);
  const grid = page.getByRole('grid', { name: 'Agents' });
  const header = grid.getByRole('columnheader', { name: /Number/ });
  const mounted = (): Promise<string[]> => grid.locator('[data-work-no] .agents__cell--workNo').allTextContents();
  await expect(page.getByRole('button', { name: 'Listen to 20001', exact: true })).toBeVisible();
  const ascending = listed(simulator);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const before = await mounted();
  expect(before.length).toBeGreaterThan(5);
  expect(before).toEqual(ascending.slice(0, before.length));

  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const after = await mounted();
  expect(after.length).toBeGreaterThan(5);
  expect(after).toEqual(ascending.reverse().slice(0, after.length));
});

test('a click is for the agent under whom it began: if the rows were scrolled meanwhile, it is none', async ({
  earshot: page,
  simulator,
}) => {
  await signIn(page, simulator);
  const scrollTo = (row: number): Promise<void> =>
    page.evaluate(`document.querySelector('.agents__scroller').scrollTop = ${String(row)} * 32; undefined`);
  const underPointer = (): Promise<string | null> =>
    page.evaluate('document.querySelector("button:hover, button:active")?.getAttribute("aria-label") ?? null');
  await expect(page.getByRole('button', { name: 'Listen to 20001', exact: true })).toBeVisible();
  await scrollTo(100);
  const button = page.getByRole('button', { name: /^Listen to/ }).nth(15);
  await expect(button).toHaveAttribute('aria-label', /201\d\d$/);
  await button.hover();
  const pressed = await underPointer();
  // A press that brings the focus keeps its row; one without, as a finger's, does not.
  await page.evaluate('document.addEventListener("mousedown", (event) => event.preventDefault(), true)');
  await page.mouse.down();
  await scrollTo(150);
  // The same button, of another agent by now.
  await expect(button).not.toHaveAttribute('aria-label', pressed ?? '');
  await page.mouse.up();
  await expect.poll(underPointer).not.toBe(pressed);
  await scrollTo(0);
  await page.getByRole('button', { name: 'Listen to 20001', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('(20001)');
  await expect.poll(() => simulator.requests.filter((request) => request.interface === 'addSupervise')).toHaveLength(1);
});
