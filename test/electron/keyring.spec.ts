import { startDesktop } from '../support/desktop/desktop.ts';
import { driving } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { launch } from './running.ts';

test('a locked keyring delays nothing: the window comes, nothing secret is kept, and it is once somebody unlocks it', async ({
  harnessEntry,
}) => {
  const desktop = await startDesktop({ without: ['xfce4-panel', 'dunst', 'pulseaudio'] });
  try {
    await desktop.lockKeyring();
    const running = await launch({ desktop, entry: harnessEntry });
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    const available = (): Promise<boolean | undefined> =>
      running.app.evaluate(() => globalThis.earshotHarness.inspector?.host.secretBox.available());
    expect(await available()).toBe(false);
    await desktop.unlockKeyring();
    await expect.poll(available).toBe(true);
    const opened = await running.app.evaluate(() => {
      const box = globalThis.earshotHarness.inspector?.host.secretBox;
      return box?.open(box.seal('a Guid'));
    });
    expect(opened).toBe('a Guid');
    expect((await running.log()).map(({ event }) => event)).toEqual(expect.arrayContaining(['keyring locked', 'keyring unlocked']));
    await running.close();
  } finally {
    await desktop.stop();
  }
});
