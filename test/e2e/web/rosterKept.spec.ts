import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Simulator } from '../../../simulator/index.ts';
import { closePanel } from '../../support/closePanel.ts';
import { rosterViewKept } from '../../support/rosterViewKept.ts';
import { startWebHost } from '../../support/webHost.ts';
import { expect, fillSignIn, signIn, test } from './fixtures.ts';

/** Earshot from its start to its end, over data that stay. */
async function session(
  { page, dataFolder }: { readonly page: Page; readonly dataFolder: string },
  act: () => Promise<void>,
): Promise<void> {
  const host = await startWebHost({ dataFolder });
  await page.goto(host.link);
  await act();
  await host.stop();
}

const headings = (page: Page) => page.getByRole('columnheader').getByRole('button');
const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Filters and view' }).getByRole('button', { name, exact: true });

async function arrange(page: Page, simulator: Simulator): Promise<void> {
  await signIn(page, simulator);
  await tool(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'Skills' }).check();
  await page.getByRole('checkbox', { name: 'Compact rows' }).check();
  await closePanel(page);
  await page.getByRole('columnheader', { name: 'Group' }).getByRole('button').focus();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.locator('[data-work-no="20001"]').focus();
  await page.keyboard.press('f');
  await tool(page, 'Any time in state').click();
  await page.getByLabel('At most').fill('600');
  await closePanel(page);
  await tool(page, 'Can be heard').click();
  await tool(page, 'Views').click();
  await page.getByLabel('Name', { exact: true }).fill('My calls');
  await page.getByRole('button', { name: 'Save view' }).click();
  await closePanel(page);
  await tool(page, 'Can be heard').click();
  await page.getByRole('searchbox').fill('200');
  await page.getByRole('columnheader', { name: 'Time in state' }).getByRole('button').click();
}

test('Earshot ended and started again has the columns, density, order, search, filters, favourites and views as they were', async ({
  pageInTurn: page,
  simulator,
}) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-kept-'));
  let width = 0;
  await session({ page, dataFolder }, async () => {
    await arrange(page, simulator);
    width = (await page.getByRole('columnheader', { name: 'Group' }).boundingBox())?.width ?? 0;
    await rosterViewKept(dataFolder, ({ sort }) => sort.column === 'timeInState' && sort.descending);
  });
  await session({ page, dataFolder }, async () => {
    await fillSignIn(page, simulator);
    await expect(page.getByTestId('connection')).toHaveText('Live');
    await expect(headings(page)).toHaveText(['Number', 'Group', 'Name', 'Skills', 'State', 'Time in state', 'Can you listen']);
    await expect(page.getByRole('columnheader', { name: 'Time in state' })).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('searchbox')).toHaveValue('200');
    await expect.poll(async () => (await page.getByRole('columnheader', { name: 'Group' }).boundingBox())?.width).toBe(width);
    await expect(tool(page, '≤ 600 min')).toBeVisible();
    const rows = page.locator('[data-work-no]');
    await expect.poll(async () => (await rows.first().boundingBox())?.height).toBe(26);
    await expect(page.getByRole('button', { name: 'Favourite: 20001' })).toHaveAttribute('aria-pressed', 'true');
    await expect(rows).not.toHaveCount(0);
    await page.keyboard.press('Alt+Digit1');
    await expect(tool(page, 'My calls')).toBeVisible();
    await expect(tool(page, 'Can be heard')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('searchbox')).toHaveValue('');
  });
  await rm(dataFolder, { recursive: true, force: true });
});

test('the key of a saved view leads back to the agents from the wallboard and from the settings', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('searchbox').fill('li wei');
  await tool(page, 'Views').click();
  await page.getByLabel('Name', { exact: true }).fill('Li Wei');
  await page.getByRole('button', { name: 'Save view' }).click();
  await closePanel(page);
  for (const name of ['Settings', 'Wallboard']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Agents' })).toHaveCount(0);
    await page.keyboard.press('Alt+Digit1');
    await expect(page.locator('[data-work-no]')).toHaveCount(1);
  }
});
