import { expect, type Page } from '@playwright/test';
import type { Simulator } from '../../simulator/index.ts';

/** Fills the form in and sends it, as an inspector does. */
export async function fillSignIn(page: Page, simulator: Simulator, more: { readonly password?: string } = {}): Promise<void> {
  const account = simulator.inspectors[0];
  if (account === undefined) throw new Error('The simulator has no inspector.');
  await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(simulator.port)}`);
  await page.getByLabel('Agent ID').fill(account.agentId);
  await page.getByLabel('Password').fill(more.password ?? account.password);
  await page.getByLabel('Phone number').fill(account.phone);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in, trusting the certificate on the way. */
export async function signIn(page: Page, simulator: Simulator): Promise<void> {
  await fillSignIn(page, simulator);
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(page.getByTestId('connection')).toHaveText('Live');
}
