import { expectAccessible } from '../../support/accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';

for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
  test(`axe finds nothing serious on any view of the roster, ${Object.values(look).join()}`, async ({ earshot: page, simulator }) => {
    await page.emulateMedia(look);
    await signIn(page, simulator);
    await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
    await expect(page.getByRole('complementary')).toBeVisible();
    await test.step('details and overview', () => expectAccessible(page));
    for (const name of ['All groups', 'Any time in state', 'Views', 'Columns']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await test.step(name, () => expectAccessible(page));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Keys' }).click();
    await test.step('the list of keys', () => expectAccessible(page));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Wallboard' }).click();
    await expect(page.getByRole('list', { name: 'Agents by state' })).toBeVisible();
    await test.step('the wallboard', () => expectAccessible(page));
  });
}
