import type { Page } from '@playwright/test';
import type { Simulator } from '../../../simulator/index.ts';
import { expect, test } from './fixtures.ts';

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
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
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

test('sorting by a column says so, and puts the others in order', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
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
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
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

test('once one has scrolled, the document has the rows in their order, and the focus is where it was', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20003"]').focus();
  await page.evaluate('window.focused = document.activeElement; undefined');
  const places = (): Promise<number[]> =>
    page.evaluate(
      `[...document.querySelectorAll('[data-work-no]')].map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')))`,
    );
  const inOrder = async (): Promise<boolean> => {
    const now = await places();
    return now.length > 10 && now.every((place, nth) => nth === 0 || place > (now[nth - 1] ?? NaN));
  };
  expect(await inOrder()).toBe(true);
  await page.locator('[data-work-no="20003"]').hover();
  for (const notches of [3, 40, -20, -23]) {
    const before = await scrolled(page);
    for (let notch = 0; notch < Math.abs(notches); notch += 1) await page.mouse.wheel(0, Math.sign(notches) * 120);
    await expect.poll(() => scrolled(page)).toBe(before + notches * 120);
    await expect.poll(inOrder).toBe(true);
    expect(await page.evaluate('document.activeElement === window.focused && focused.dataset.workNo')).toBe('20003');
  }
});

test('a click that begins while the rows still come to rest is for the agent under it', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  for (const { workNo } of simulator.agents()) if (Number(workNo) > 20_000) simulator.setAgent(workNo, { state: 'talking' });
  const rows = page.locator('[data-work-no]');
  // One look tells of all: until then some could not be listened to.
  await expect(rows.nth(10)).toContainText('Talking');
  await expect(rows.filter({ hasNotText: 'Talking' })).toHaveCount(0);
  await rows.nth(4).hover();
  const under = (): Promise<string | null> => page.evaluate('document.querySelector("[data-work-no]:hover")?.dataset.workNo ?? null');
  const box = await page
    .getByRole('button', { name: /^Listen to/ })
    .nth(6)
    .boundingBox();
  if (box === null) throw new Error('There is no button.');
  // A press that brings the focus keeps its row; one without, as a finger's, does not.
  await page.evaluate('document.addEventListener("mousedown", (event) => event.preventDefault(), true)');
  await page.mouse.move(box.x + 8, box.y + 8);
  for (let notch = 0; notch < 12; notch += 1) await page.mouse.wheel(0, 107);
  const underPress = `document.elementFromPoint(${String(box.x + 8)}, ${String(box.y + 8)})?.closest('[data-work-no]') !== null`;
  // Scrolled all the way, and with rows there: a busy machine draws them a moment later.
  await expect.poll(async () => [await scrolled(page), await page.evaluate(underPress)], { intervals: [10] }).toEqual([12 * 107, true]);
  await page.mouse.down();
  const workNo = await under();
  // Longer than it takes to come to rest.
  await page.waitForTimeout(600);
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText(`(${String(workNo)})`);
});

function scrolled(page: Page): Promise<number> {
  return page.evaluate('document.querySelector(".agents__scroller").scrollTop');
}
