import type { Page } from '@playwright/test';
import { startSimulator, type Simulator } from '../../../simulator/index.ts';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, fillSignIn, signIn, test } from './fixtures.ts';

/** The same gateway with another certificate. */
async function withOtherCertificate(simulator: Simulator): Promise<Simulator> {
  await simulator.close();
  return startSimulator({ agents: 40, centre: 'still', port: simulator.port });
}

const settings = (page: Page) => page.getByRole('region', { name: 'Settings' });

test('Enter never trusts a certificate', async ({ earshot: page, simulator }) => {
  await fillSignIn(page, simulator);
  await expect(page.getByRole('button', { name: 'Trust this certificate' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(simulator.requests).toHaveLength(0);
});

test('from the sign-in page and back: what was typed is still there', async ({ earshot: page }) => {
  await page.getByLabel('Agent ID').fill('291');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(settings(page)).toContainText('No certificate is trusted by its fingerprint');
  await page.getByRole('tab', { name: 'Trusted gateways' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tabpanel', { name: 'Security' })).toContainText('You, after comparing its fingerprint');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Agent ID')).toHaveValue('291');
});

test('from the top bar: what is trusted, and forgetting it ends the session with words', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(settings(page)).toContainText(simulator.fingerprint);
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('connection')).toHaveText('Live');
  await page.getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText('You took back the trust in this gateway’s certificate')).toBeVisible();
});

test('the phone that rings is shown over the settings too, and the search leads back to the agents', async ({
  earshot: page,
  simulator,
}) => {
  simulator.setPhone('291', { kind: 'neverAnswers' });
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page).toHaveTitle(/Your phone is ringing/);
  await expect(page.getByText('Your phone is ringing').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search agents' }).fill('20001');
  await expect(settings(page)).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Agents' }).getByText('Li Wei')).toBeVisible();
});

test('a changed certificate stops the sign-in, and is replaced in the settings only, on purpose', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const other = await withOtherCertificate(simulator);
  try {
    await fillSignIn(page, other);
    await test.step('old and new are shown, and there is no way on', async () => {
      await expect(page.getByText(simulator.fingerprint)).toBeVisible();
      await expect(page.getByText(other.fingerprint)).toBeVisible();
      await expect(page.getByRole('main').getByRole('button')).toHaveText(['Cancel']);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
    });
    await test.step('Enter leaves it as it is', async () => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Compare and replace' }).click();
      await expect(page.getByRole('button', { name: 'Leave it as it is' })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Compare and replace' })).toBeVisible();
    });
    await test.step('replacing it lets the inspector in', async () => {
      await page.getByRole('button', { name: 'Compare and replace' }).click();
      await page.getByRole('button', { name: 'Trust the new one instead' }).click();
      await expect(settings(page)).not.toContainText(simulator.fingerprint);
      await page.getByRole('button', { name: 'Back' }).click();
      expect(other.requests).toHaveLength(0);
      await fillSignIn(page, other);
      await expect(page.getByTestId('connection')).toHaveText('Live');
    });
  } finally {
    await other.close();
  }
});

test('axe finds nothing serious in the settings, light or dark', async ({ earshot: page, simulator }) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await test.step('empty', () => expectAccessibleIn([light, dark], page));
  await page.getByRole('tab', { name: 'Security' }).click();
  await test.step('security', () => expectAccessibleIn([light, dark], page));
  await page.getByRole('button', { name: 'Back' }).click();
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Settings' }).click();
  await test.step('signed in, with a trusted certificate', () => expectAccessibleIn([light, dark], page));
  await page.getByRole('button', { name: 'Forget' }).click();
  await test.step('asking whether to forget', () => expectAccessibleIn([light, dark], page));
});
