import { expect, type Page } from '@playwright/test';
import { canaries } from './canaries.ts';
import type { LeakyGateway } from './leakyGateway.ts';

async function typeSignIn(page: Page, gateway: LeakyGateway, password: string): Promise<void> {
  await page.getByLabel('Gateway address').fill(gateway.address);
  await page.getByLabel('Agent ID').fill('291');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Phone number').fill(canaries.ownPhone);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Everything of a shift in which a secret could slip away. `each` is called after every step; ends signed in. */
export async function playShift(page: Page, gateway: LeakyGateway, each: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  // The certificate is unknown: the sign-in waits with everything that was typed.
  await typeSignIn(page, gateway, canaries.wrongPassword);
  await page.getByRole('button', { name: 'Trust this certificate' }).waitFor();
  await each();
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(page.getByText('The agent ID or the password is wrong.')).toBeVisible();
  await each();
  await typeSignIn(page, gateway, canaries.password);
  await live(page);
  await each();

  gateway.listenAnswer = 'refused';
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  await expect(listen(page)).toContainText('900-003');
  gateway.listenAnswer = 'page';
  await page.getByRole('button', { name: 'Listen to 20002' }).click();
  await expect(listen(page)).toContainText('20002');
  await each();
  await settled(page);

  gateway.listenAnswer = 'accepted';
  gateway.push('AgentOther_Bulletin');
  gateway.push(canaries.agentPhone);
  await page.getByRole('button', { name: 'Listen to 20003' }).click();
  await expect(listen(page)).toContainText('Listening to');
  await each();
  await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
  await settled(page);

  gateway.lost = true;
  await expect(page.getByTestId('connection')).not.toHaveText('Live', { timeout: 40_000 });
  await each();
  gateway.lost = false;
  await live(page);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await each();
  await typeSignIn(page, gateway, canaries.password);
  await live(page);
  await each();
}

async function live(page: Page): Promise<void> {
  await expect(page.getByTestId('connection')).toHaveText('Live', { timeout: 40_000 });
  await expect(page.getByRole('button', { name: 'Listen to 20001' })).toBeVisible();
}

/** The own state is idle again, so that the next listen can be asked for. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Listen to 20001' })).toBeEnabled({ timeout: 30_000 });
}

function listen(page: Page) {
  return page.getByRole('region', { name: 'Your listen' });
}
