import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

test('a plan is set, the next one is heard by one key, and what was heard is counted', async ({ openSignedIn }) => {
  const page = await openSignedIn();

  await test.step('without a plan, the worklist leads to its settings', async () => {
    await page.getByRole('button', { name: 'Worklist' }).click();
    await expect(page.getByText('There is no plan yet.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Set a plan' }).click();
    const listens = page.getByRole('textbox', { name: 'Listens of each agent' });
    await listens.fill('1');
    await listens.press('Enter');
    await expect(listens).toHaveValue('1');
    await page.keyboard.press('Escape');
  });

  await test.step('with one, it has all agents, who needs it most first', async () => {
    await page.getByRole('button', { name: 'Worklist' }).click();
    await expect(page.getByRole('region', { name: 'How far the plan is done' })).toContainText(/^1 listen of at least 3 minutes/);
    await expect(page.getByRole('row', { name: /20001/ })).toContainText('0 of 1');
    await expectAccessibleIn([light, dark], page);
  });

  await test.step('D listens to one who is in a call', async () => {
    await page.getByRole('heading', { name: 'Worklist' }).focus();
    await page.keyboard.press('d');
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to');
  });

  await test.step('and a listen that was too short is named so', async () => {
    await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
    await expect(page.getByRole('table', { name: /Agents of the plan/ })).toContainText('1 too short');
  });

  await test.step('Escape leads back to the agents, from where D works as well', async () => {
    await page.getByRole('heading', { name: 'Worklist' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
    await page.keyboard.press('d');
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to');
  });
});

test.describe('where the administrator set the plan', () => {
  test.use({ policy: { planListens: 1, planGroups: ['No such group'] } });

  test('nobody in it is said, and the plan cannot be changed', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Worklist' }).click();
    await expect(page.getByText('Nobody of the plan has been signed in yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Groups' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await expect(page.getByText('Nobody who is signed in now is due.')).toBeVisible();
  });
});
