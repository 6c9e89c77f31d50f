import { westonLacks } from '../support/desktop/programs.ts';
import { startWeston } from '../support/desktop/weston.ts';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { launch } from './running.ts';

test('on Wayland the window comes', async ({ desktop, harnessEntry }) => {
  const lacks = westonLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
  const weston = await startWeston(desktop);
  try {
    const running = await launch({
      desktop: { ...desktop, env: weston.env },
      entry: harnessEntry,
      flags: ['--ozone-platform=wayland'],
    });
    await expect(running.page.locator('#session')).toHaveText('signedOut');
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    await running.close();
  } finally {
    weston.stop();
  }
});
