import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const row = (page: Page, workNo: string): Locator => page.locator(`[data-work-no="${workNo}"]`);
const name = (page: Page, workNo: string): Locator => row(page, workNo).locator('.agents__cell--name');

test('a name of markup is text, in the row and in the details', async ({ openSignedIn, simulator }) => {
  const markup = '<img src=x onerror="document.title=1"><b>Li</b>';
  simulator.setAgent('20002', { name: markup, state: 'idle' });
  const page = await openSignedIn();
  await expect(name(page, '20002')).toHaveText(markup);
  await name(page, '20002').click();
  await expect(page.getByRole('complementary').getByRole('heading', { name: markup })).toBeVisible();
  await expect(page).toHaveTitle('Earshot');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('a name from right to left stands right to left in its cell, and turns nothing around it', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { name: 'محمد الهاشمي', state: 'idle' });
  simulator.setAgent('20003', { name: '\u202eieW iL', state: 'idle' });
  const page = await openSignedIn();
  await expect(name(page, '20002')).toHaveText('محمد الهاشمي');
  await expect(name(page, '20002')).toHaveCSS('direction', 'rtl');
  await expect(name(page, '20003')).toHaveText('ieW iL');
  await expect(row(page, '20002').locator('.agents__cell--state')).toHaveCSS('direction', 'ltr');
  await expect(row(page, '20002').locator('[role="gridcell"]').nth(1)).toHaveText('20002');
});

test('a name of emoji is whole, and is found', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { name: '👩🏽‍💻 Zoë 🎧', state: 'idle' });
  const page = await openSignedIn();
  await expect(name(page, '20002')).toHaveText('👩🏽‍💻 Zoë 🎧');
  await page.getByRole('searchbox').fill('🎧');
  await expect(page.locator('[data-work-no]')).toHaveCount(1);
});

test('a name of ten kilobytes is cut to a line as high as every other', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { name: '名'.repeat(10_000), state: 'idle' });
  const page = await openSignedIn();
  await expect(name(page, '20002')).toHaveText(`${'名'.repeat(199)}…`);
  expect((await row(page, '20002').boundingBox())?.height).toBe(32);
  await name(page, '20002').click();
  const panel = await page.getByRole('complementary').boundingBox();
  expect(panel?.width).toBeLessThanOrEqual(321);
});
