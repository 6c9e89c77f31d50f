import type { Locator, Page } from '@playwright/test';
import { closePanel } from '../../support/closePanel.ts';
import { rosterViewKept } from '../../support/rosterViewKept.ts';
import { expect, test } from './fixtures.ts';

const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search agents' });
const shown = (page: Page): Locator => page.locator('[data-work-no]');
const chip = (page: Page, name: RegExp): Locator => page.getByRole('toolbar', { name: 'Filter by state' }).getByRole('button', { name });

test('a Chinese name is found by its initials and by its sound, in each of its readings', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { name: '单田芳', state: 'idle' });
  simulator.setAgent('20003', { name: '王秀英', state: 'idle' });
  const page = await openSignedIn();
  for (const typed of ['stf', 'dtf', 'shantian']) {
    await search(page).fill(typed);
    await expect(shown(page)).toHaveCount(1);
    await expect(shown(page)).toContainText('单田芳');
  }
  await search(page).fill('wxy');
  await expect(shown(page)).toContainText('王秀英');
});

test('chips count live, within what else is looked for, and narrow to their state', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await search(page).fill('li wei');
  await expect(chip(page, /^Talking/)).toHaveText('Talking 1');
  await expect(chip(page, /^Idle/)).toHaveText('Idle 0');
  simulator.setAgent('20001', { state: 'idle' });
  await expect(chip(page, /^Talking/)).toHaveText('Talking 0');
  await chip(page, /^Talking/).click();
  await expect(page.getByText('No agent matches').first()).toBeVisible();
  await chip(page, /^Idle/).click();
  await expect(shown(page)).toHaveCount(1);
});

test('groups, the time in state and what can be heard narrow, too', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await expect(shown(page).first()).toBeVisible();
  const rows = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  const all = await rows();
  await page.getByRole('button', { name: 'Can be heard' }).click();
  await expect(shown(page).first()).toContainText('20001');
  expect(await rows()).toBeLessThan(all);
  await page.getByRole('button', { name: 'Can be heard' }).click();

  await page.getByRole('button', { name: 'All groups' }).click();
  const first = page.getByRole('list', { name: 'Groups' }).getByRole('checkbox').first();
  const group = (await page.getByRole('list', { name: 'Groups' }).locator('label').first().textContent()) ?? '';
  await first.check();
  await closePanel(page);
  const groups = await shown(page).locator('.agents__cell--group').allTextContents();
  expect(groups.length).toBeGreaterThan(0);
  expect(new Set(groups)).toEqual(new Set([group]));

  await page.getByRole('button', { name: 'Any time in state' }).click();
  await page.getByLabel('At least').fill('600');
  await expect(page.getByText('No agent matches').first()).toBeVisible();
});

test('favourites, a saved view with its key, and all of it is there again after a restart', async ({ openSignedIn, host }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').focus();
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Favourite: 20001' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Favourites', exact: true }).click();
  await expect(shown(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Name', { exact: true }).fill('My team');
  await page.getByRole('button', { name: 'Save view' }).click();
  await closePanel(page);
  await page.getByRole('button', { name: 'Favourites', exact: true }).click();
  await expect(shown(page)).not.toHaveCount(1);
  await page.keyboard.press('Alt+Digit1');
  await expect(shown(page)).toHaveCount(1);
  await rosterViewKept(host.dataFolder, ({ views, filter }) => views.length === 1 && filter.onlyFavourites);
  await page.reload();
  await expect(page.getByRole('button', { name: 'My team' })).toBeVisible();
  await expect(shown(page)).toHaveCount(1);
});

test('columns are chosen, moved and widened by keyboard, kept, and reset', async ({ openSignedIn, host }) => {
  const page = await openSignedIn();
  const headings = page.getByRole('columnheader').getByRole('button');
  await expect(headings).toHaveText(['Number', 'Name', 'Group', 'State', 'Time in state', 'Can you listen']);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Skills' }).check();
  await page.getByRole('checkbox', { name: 'Compact rows' }).check();
  await closePanel(page);
  await page.getByRole('columnheader', { name: 'Group' }).getByRole('button').focus();
  await page.keyboard.press('Control+ArrowLeft');
  const width = async (): Promise<number> => (await page.getByRole('columnheader', { name: 'Group' }).boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe(Math.round(before) + 16);
  const arranged = ['Number', 'Group', 'Name', 'Skills', 'State', 'Time in state', 'Can you listen'];
  await expect(headings).toHaveText(arranged);
  await rosterViewKept(host.dataFolder, ({ columns }) => columns.widths.group !== undefined);
  await page.reload();
  await expect(headings).toHaveText(arranged);
  await expect.poll(async () => (await shown(page).first().boundingBox())?.height).toBe(26);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset columns and order' }).click();
  await expect(headings).toHaveText(['Number', 'Name', 'Group', 'State', 'Time in state', 'Can you listen']);
});

test('a heading is dragged elsewhere, and its edge makes it wider', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  const headings = page.getByRole('columnheader').getByRole('button');
  await page
    .getByRole('columnheader', { name: 'State', exact: true })
    .getByRole('button')
    .dragTo(page.getByRole('columnheader', { name: 'Name' }));
  await expect(headings).toHaveText(['Number', 'State', 'Name', 'Group', 'Time in state', 'Can you listen']);
  const heading = page.getByRole('columnheader', { name: 'Name' });
  const box = await heading.boundingBox();
  if (box === null) throw new Error('The heading is not there.');
  await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 37, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await heading.boundingBox())?.width).toBe(Math.round(box.width) + 40);
});
