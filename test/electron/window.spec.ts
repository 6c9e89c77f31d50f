import { expect, test } from './fixtures.ts';

test('the window opens and is attached', async ({ harness, desktop }) => {
  await expect(harness.page.locator('#session')).toHaveText('signedOut');
  await desktop.screenshot('/tmp/first.png');
});
