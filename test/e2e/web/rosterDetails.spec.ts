import { expect, test } from './fixtures.ts';

test('the details say what the gateway knows of an agent, and what was seen of them in this session', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
  const details = page.getByRole('complementary', { name: 'Details of Li Wei' });
  await expect(details).toContainText('Number20001');
  await expect(details.getByText('Asking the gateway for more.')).toHaveCount(0);
  await expect(details.getByText('Not known')).toHaveCount(1); // Nobody inspects them.
  simulator.setAgent('20001', { state: 'wrapUp' });
  const history = details.getByRole('list', { name: 'States seen in this session' });
  await expect(history.getByRole('listitem').first()).toContainText('Wrap-up');
  await expect(history.getByRole('listitem').nth(1)).toContainText('Talking');
  await expect(details.locator('svg.timeline rect')).toHaveCount(2);
  await expect(page.locator('[data-work-no="20001"]')).toHaveAttribute('aria-selected', 'true');
});

test('the present state lasts as long in the history as above it, second by second', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
  const details = page.getByRole('complementary', { name: 'Details of Li Wei' });
  await expect(details.getByRole('listitem').first()).toContainText('Talking');
  // What the gateway says moves the state's beginning: above with the row, in the history with the details, a message later.
  await expect(details.getByText('Not known')).toHaveCount(1);
  await expect(details.getByText('Asking the gateway for more.')).toHaveCount(0);
  const seconds = (text: string): number => {
    const [minutes = NaN, rest = NaN] = text
      .replace(/[^\d:]/g, '')
      .split(':')
      .map(Number);
    return minutes * 60 + rest;
  };
  const both = (): Promise<readonly string[]> =>
    page.evaluate(
      '[...document.querySelectorAll(".details__state .time, .timeline__list li:first-child span:last-child")].map((each) => each.textContent)',
    );
  // Longer than the drawing takes to be renewed.
  const [begun = ''] = await both();
  for (let passed = 0; passed < 5;) {
    const [above = '', below = ''] = await both();
    // The history counts from a hundredth of a second near by.
    expect(Math.abs(seconds(above) - seconds(below))).toBeLessThanOrEqual(1);
    passed = seconds(above) - seconds(begun);
    await page.waitForTimeout(200);
  }
});

test('one’s own listens are listed with how they ended; the row says who inspects', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
  const details = page.getByRole('complementary', { name: 'Details of Li Wei' });
  await expect(details).toContainText('None in this session.');
  await details.getByRole('button', { name: 'Listen to 20001' }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to Li Wei');
  await details.getByRole('button', { name: 'Stop listening to 20001' }).click();
  await expect(details).toContainText('You stopped');
});

test('who is selected and leaves is said to have left, with the last that was known', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await page.locator('[data-work-no="20001"]').getByText('Li Wei').click();
  simulator.setAgent('20001', { state: 'signedOut' });
  const details = page.getByRole('complementary', { name: 'Details of Li Wei' });
  await expect(details).toContainText('Left the list');
  await expect(details.getByRole('button', { name: 'Listen to 20001' })).toBeDisabled();
});
