import { expectAccessible } from '../../support/accessibility.ts';
import { expect, fillSignIn, test } from './fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any view of the main job, ${colorScheme}`, async ({ earshot: page, simulator }) => {
    await page.emulateMedia({ colorScheme });
    await test.step('sign-in', () => expectAccessible(page));
    await fillSignIn(page, simulator, { password: 'wrong' });
    await page.getByRole('button', { name: 'Trust this certificate' }).waitFor();
    await test.step('certificate', () => expectAccessible(page));
    await page.getByRole('button', { name: 'Trust this certificate' }).click();
    await page.getByText('The agent ID or the password is wrong.').waitFor();
    await test.step('a refused sign-in', () => expectAccessible(page));
    await fillSignIn(page, simulator);
    await page.getByRole('button', { name: 'Listen to 20001' }).waitFor();
    await test.step('agents', () => expectAccessible(page));
    simulator.setPhone('291', { kind: 'neverAnswers' });
    await page.getByRole('button', { name: 'Listen to 20001' }).click();
    const listen = page.getByRole('region', { name: 'Your listen' });
    await expect(listen).toContainText('Your phone is ringing');
    await test.step('ringing', () => expectAccessible(page));
    simulator.pickUp('291');
    await expect(listen).toContainText('Listening to');
    await test.step('listening', () => expectAccessible(page));
    await listen.getByRole('button', { name: 'Stop listening' }).click();
    await expect(listen).toContainText('Not listening');
    await test.step('stopped', () => expectAccessible(page));
  });
}
