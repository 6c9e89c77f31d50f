import { expect, signIn, test } from './fixtures.ts';

test.use({ agents: 1_000 });

test('a thousand agents: few rows are mounted, all are counted, the last is reached by scrolling and by key', async ({
  earshot: page,
  simulator,
}) => {
  await signIn(page, simulator);
  const grid = page.getByRole('grid', { name: 'Agents' });
  const buttons = grid.getByRole('button', { name: /^Listen to/ });
  await expect(buttons.first()).toBeVisible();
  const signedIn = simulator.agents().filter((agent) => agent.state !== 'signedOut' && agent.workNo !== '291' && agent.workNo !== '292');
  const last =
    signedIn
      .map((agent) => agent.workNo)
      .sort()
      .at(-1) ?? '';
  // The header is a row too.
  await expect(grid).toHaveAttribute('aria-rowcount', String(signedIn.length + 1));
  expect(await buttons.count()).toBeLessThanOrEqual(60);

  await page.getByRole('button', { name: 'Listen to 20001' }).focus();
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('button', { name: `Listen to ${last}`, exact: true })).toBeVisible();
  expect(await buttons.count()).toBeLessThanOrEqual(60);
});

test('sorting by a column says so, and puts the others in order', async ({ earshot: page, simulator }) => {
  await signIn(page, simulator);
  const grid = page.getByRole('grid', { name: 'Agents' });
  const header = grid.getByRole('columnheader', { name: /Number/ });
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const labels = await grid.getByRole('button', { name: /^Listen to/ }).all();
  const numbers = await Promise.all(labels.map((button) => button.getAttribute('aria-label')));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort().reverse());
});
