import { expect, signIn, test } from './fixtures.ts';

// The page is the next test's, too.
test.afterEach(({ pageInTurn }) => pageInTurn.unrouteAll());

test('a part that cannot be loaded says so in its place, and the rest of the page lives on', async ({ earshot: page, simulator }) => {
  await page.route('**/assets/Overview-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error();' }));
  await signIn(page, simulator);
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded' })).toBeVisible();
  await page.getByRole('button', { name: 'Listen to 20001', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to Li Wei (20001)');
});

test('the form shows before what follows signing in is loaded', async ({ earshot: page, simulator }) => {
  const held: (() => void)[] = [];
  await page.route('**/assets/SignedInView-*.js', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  for (const release of held) release();
  await signIn(page, simulator);
});
