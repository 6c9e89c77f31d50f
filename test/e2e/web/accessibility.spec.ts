import { dark, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { everyState, expect, fillSignIn, test } from './fixtures.ts';

test.use({ agents: 12 });

test('axe finds nothing serious on any view of the main job, light or dark', async ({ earshot: page, simulator }) => {
  everyState(simulator);
  await test.step('sign-in', () => expectAccessibleIn([light, dark], page));
  await fillSignIn(page, simulator, { password: 'wrong' });
  await page.getByRole('button', { name: 'Trust this certificate' }).waitFor();
  await test.step('certificate', () => expectAccessibleIn([light, dark], page));
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await page.getByText('The agent ID or the password is wrong.').waitFor();
  await test.step('a refused sign-in', () => expectAccessibleIn([light, dark], page));
  await fillSignIn(page, simulator);
  await page.getByRole('button', { name: 'Listen to 20001' }).waitFor();
  await test.step('agents', () => expectAccessibleIn([light, dark], page));
  simulator.setPhone('291', { kind: 'neverAnswers' });
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  const listen = page.getByRole('region', { name: 'Your listen' });
  await expect(listen).toContainText('Your phone is ringing');
  await test.step('ringing', () => expectAccessibleIn([light, dark], page));
  simulator.pickUp('291');
  await expect(listen).toContainText('Listening to');
  await test.step('listening', () => expectAccessibleIn([light, dark], page));
  await listen.getByRole('button', { name: 'Stop listening' }).click();
  await expect(listen).toContainText('Not listening');
  await test.step('stopped', () => expectAccessibleIn([light, dark], page));
});
