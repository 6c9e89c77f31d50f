import { dark, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';

test('the queues stand in the overview and on the wallboard', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Overview' }).click();
  const table = page.getByRole('table', { name: /^Queues/ });
  await expect(table.getByRole('columnheader', { name: 'Longest wait' })).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toContainText(/\d/);
  await expectAccessibleIn([light, dark], page);
  await page.getByRole('button', { name: 'Wallboard' }).click();
  await expect(page.getByRole('table', { name: /^Queues/ })).toBeVisible();
  await expectAccessibleIn([light, dark], page);
});
