import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const time = (page: Page, workNo: string): Locator => page.locator(`[data-work-no="${workNo}"] .agents__cell--timeInState`);
const rows = (page: Page): Locator => page.locator('[data-work-no]');
const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Filters and view' }).getByRole('button', { name, exact: true });

test('a time that only began to be counted says at least, until the gateway says it or a change is seen', async ({
  openSignedIn,
  simulator,
}) => {
  // The gateway refuses every detail, so that nothing becomes exact.
  simulator.nextAnswer({ interface: 'queryAgentInfoByWorkNo', times: 1_000_000 }, { kind: 'retcode', retcode: '300-001' });
  simulator.nextAnswer({ path: /agentinfonoskills/, times: 1_000_000 }, { kind: 'retcode', retcode: '300-001' });
  const page = await openSignedIn();
  await expect(time(page, '20001')).toHaveText(/^≥ \d+:\d\d$/);
  simulator.setAgent('20001', { state: 'idle' });
  await expect(time(page, '20001')).toHaveText(/^\d+:\d\d$/);
});

test('the time of an agent in sight becomes exact', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await expect(time(page, '20001')).toHaveText(/^\d+:\d\d$/);
});

test('at most so many minutes narrows, too, and the count says how many are left', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await expect(rows(page).first()).toBeVisible();
  await page.waitForTimeout(4_000);
  await tool(page, 'Any time in state').click();
  await page.getByLabel('At most').fill('0.01');
  await expect(page.getByText('No agent matches').first()).toBeVisible();
  await expect(page.getByText(/^0 of \d+ agents$/)).toBeVisible();
  simulator.setAgent('20001', { state: 'idle' });
  await page.getByLabel('At most').fill('0.5');
  await expect(page.locator('[data-work-no="20001"]')).toBeVisible();
});
