import { startDesktop } from '../support/desktop/desktop.ts';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { launch } from './running.ts';

test('a locked keyring delays nothing: the window comes, and nothing secret is kept', async ({ harnessEntry }) => {
  const desktop = await startDesktop({ without: ['xfce4-panel', 'dunst', 'pulseaudio'] });
  try {
    await desktop.lockKeyring();
    const running = await launch({ desktop, entry: harnessEntry });
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    expect(await running.app.evaluate(() => globalThis.earshotHarness.inspector?.host.secretBox.available())).toBe(false);
    await expect.poll(async () => (await running.log()).map(({ event }) => event)).toContain('keyring locked');
    await running.close();
  } finally {
    await desktop.stop();
  }
});
