import { readFile } from 'node:fs/promises';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

test('a note opens with a listen, is saved as one types, stays after it, and is found, changed and saved as a file', async ({
  openSignedIn,
}) => {
  const page = await openSignedIn();
  const panel = page.getByRole('region', { name: 'Note on this listen' });
  const text = panel.getByRole('textbox', { name: 'Note' });

  await test.step('by keyboard, beside the listen', async () => {
    await page.getByRole('button', { name: 'Listen to 20001' }).click();
    await expect(panel).toContainText('Li Wei 20001');
    await page.keyboard.press('n');
    await expect(text).toBeFocused();
    await page.keyboard.type('=Greeted late, 007');
    await panel.getByRole('radio', { name: '2 points' }).first().check();
    await expect(panel).toContainText('Grade 40 %');
    await expect(panel.getByRole('status')).toHaveText('Saved');
    await expectAccessible(page);
  });

  await test.step('Escape in it leaves the note, not the call', async () => {
    await text.focus();
    await page.keyboard.press('Escape');
    await expect(text).not.toBeFocused();
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to');
  });

  await test.step('it stays after the listen, and over a reload', async () => {
    await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
    await expect(panel).toContainText('connected for');
    await page.reload();
    await expect(text).toHaveValue('=Greeted late, 007');
  });

  await test.step('it is found, and has a history', async () => {
    await panel.getByRole('button', { name: 'Put the note away' }).click();
    await expect(panel).toHaveCount(0);
    await page.keyboard.press('n');
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('wei LATE');
    await expect(page.getByText('1 note', { exact: true })).toBeVisible();
    await page.getByRole('list', { name: 'Notes found' }).getByRole('button').click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Greeted in time');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByText(/^History:/).click();
    await expect(page.getByRole('article')).toContainText('=Greeted late, 007');
    await expectAccessibleIn([light, dark], page);
  });

  await test.step('in the table it is text', async () => {
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await coming;
    const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(',20001,');
    expect(rows[1]).toContain(',40,Greeted in time,');
  });
});

test('where there are no notes yet, it is said how one comes about', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Notes' }).click();
  await expect(page.getByText('There are no notes yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessibleIn([light, dark], page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
});
