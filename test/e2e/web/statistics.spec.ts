import { readFile } from 'node:fs/promises';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';

test('what was heard and graded is summed up, and two inspectors’ notes are compared', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);

  await test.step('where nothing was heard, it is said', async () => {
    await page.getByRole('button', { name: 'Statistics' }).click();
    await expect(page.getByText('You heard nobody in this time.')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('a listen with its grade', async () => {
    await page.getByRole('button', { name: 'Listen to 20001' }).click();
    const panel = page.getByRole('region', { name: 'Note on this listen' });
    await panel.getByRole('radio', { name: '4 points' }).first().check();
    await expect(panel.getByRole('status')).toHaveText('Saved');
    await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
    await expect(panel).toContainText('connected for');
  });

  await test.step('by week and by agent, as pictures and as a table', async () => {
    await page.getByRole('button', { name: 'Statistics' }).click();
    await expect(page.getByRole('list', { name: 'All together' })).toContainText(/1\s*Listens/);
    await expect(page.getByRole('figure', { name: 'Listens by week' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Summed up by' }).selectOption('Agent');
    const row = page.getByRole('row', { name: /Li Wei 20001/ });
    await expect(row).toContainText('80 %');
    await expectAccessibleIn([light, dark], page);
  });

  await test.step('a file that is none is named; two files of the same notes agree', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Notes' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as JSON' }).click();
    const buffer = await readFile(await (await coming).path());
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Statistics' }).click();
    const notes = { name: 'notes.json', mimeType: 'application/json', buffer };
    await page.getByLabel('Notes of one inspector').setInputFiles({ ...notes, buffer: Buffer.from('{}') });
    await expect(page.getByText('This is no file of notes')).toBeVisible();
    await page.getByLabel('Notes of one inspector').setInputFiles(notes);
    await page.getByLabel('Notes of the other').setInputFiles(notes);
    await expect(page.getByText('Calls that both heard: 1. Criteria more than a step apart: 0 of 1.')).toBeVisible();
    await expectAccessible(page);
  });
});
