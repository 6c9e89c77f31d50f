import { dark, expectAccessibleIn, forced, light } from '../../support/accessibility.ts';
import { everyState, expect, test } from './fixtures.ts';

test.use({ agents: 12 });

test('axe finds nothing serious on any view of the roster, light, dark or with forced colours', async ({ openSignedIn, simulator }) => {
  everyState(simulator);
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
  await expect(page.getByRole('complementary')).toBeVisible();
  await test.step('details and overview', () => expectAccessibleIn([light, dark, forced], page));
  for (const name of ['All groups', 'Any time in state', 'Views', 'Columns']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await test.step(name, () => expectAccessibleIn([light, dark, forced], page));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Keys' }).click();
  await test.step('the list of keys', () => expectAccessibleIn([light, dark, forced], page));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Wallboard' }).click();
  await expect(page.getByRole('list', { name: 'Agents by state' })).toBeVisible();
  await test.step('the wallboard', () => expectAccessibleIn([light, dark, forced], page));
});
