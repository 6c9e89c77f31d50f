import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerDialog, cancelDialog } from '../../electron/saveDialog.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ readonly folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-saved-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

test('a file is saved where the system’s dialog says, and the page tells what came of it', async ({
  desktop,
  earshot: { page },
  folder,
}) => {
  await test.step('the table of listens is saved, and the page says under which name', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    await page.getByRole('button', { name: 'Save the table' }).click();
    const file = join(folder, 'listens.csv');
    await answerDialog(desktop, file);
    await expect(page.getByText('Saved as listens.csv.')).toBeVisible();
    expect(await readFile(file, 'utf8')).toContain('Entry,Started (UTC),Inspector,Gateway');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
  const save = page.getByRole('button', { name: 'Save the file' });
  await test.step('a dialog that is put away saves nothing and says nothing', async () => {
    await page.getByRole('tab', { name: 'Diagnostics' }).click();
    await save.click();
    await cancelDialog(desktop);
    await expect(page.getByText(/^Saved as/)).toHaveCount(0);
    await expect(page.getByText('The file could not be saved.')).toHaveCount(0);
    await expect(save).toBeEnabled();
  });
  await test.step('a file for support that cannot be written where the dialog says is told of', async () => {
    await save.click();
    // No program, whoever it belongs to, makes a file there.
    await answerDialog(desktop, '/proc/earshot-support.json');
    await expect(page.getByText('The file could not be saved.')).toBeVisible();
  });
});
