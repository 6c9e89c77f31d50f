import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Audit trail' });

async function openAudit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Audit trail' }).click();
}

test('a listen is in the table and in the chain; a change on the disk is found', async ({ openSignedIn, host }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to');
  await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('You stopped');
  await openAudit(page);

  await test.step('the table', async () => {
    const coming = page.waitForEvent('download');
    await panel(page).getByRole('button', { name: 'Save the table' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(',20001,asked,stopped,stopped,');
  });
  await test.step('the check', async () => {
    await panel(page).getByRole('button', { name: 'Check now' }).click();
    await expect(panel(page)).toContainText('One listen, nothing changed.');
    await page.screenshot({ path: test.info().outputPath('checked.png') });
    const folder = path.join(host.dataFolder, 'audit');
    const [name = ''] = readdirSync(folder);
    writeFileSync(path.join(folder, name), readFileSync(path.join(folder, name), 'utf8').replace('20001', '20002'));
    await panel(page).getByRole('button', { name: 'Check now' }).click();
    await expect(panel(page)).toContainText(`One place is not as it was written. Tell your administrator. First in ${name}, line 1.`);
    await page.screenshot({ path: test.info().outputPath('changed.png') });
    await expectAccessible(page);
  });
});

test('days in the wrong order are said, and nothing is saved', async ({ earshot: page }) => {
  await openAudit(page);
  await panel(page).getByLabel('From').fill('2026-11-02');
  await panel(page).getByLabel('To').fill('2026-11-01');
  await expect(panel(page)).toContainText('The first day is after the last.');
  await expect(panel(page).getByRole('button', { name: 'Save the table' })).toHaveAttribute('aria-disabled', 'true');
});

test('axe finds nothing serious in it before anything was written, light or dark', async ({ earshot: page }) => {
  await page.setViewportSize({ width: 860, height: 560 });
  await openAudit(page);
  await panel(page).getByRole('button', { name: 'Check now' }).click();
  await expect(panel(page)).toContainText('No listen was written down yet.');
  await expectAccessibleIn([light, dark], page);
  await page.screenshot({ path: test.info().outputPath('empty.png') });
});
