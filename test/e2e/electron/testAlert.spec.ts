import { expect, test } from '../../electron/fixtures.ts';
import { ended } from '../../electron/ended.ts';
import { command, launch, type Command } from '../../electron/running.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { audioLacks } from '../../support/desktop/programs.ts';

const testAlert = (desktop: Desktop): Promise<Command> => command({ desktop, entry: '.', flags: ['--test-alert'] });

test('--test-alert goes through every surface, says what came of each, and ends', async ({ desktop }) => {
  const lacks = audioLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
  // What a busy machine shows later than a ring may wait it rightly says that it heard nothing of: then it is tested again.
  await expect(async () => {
    const before = desktop.toasts().length;
    const earshot = await testAlert(desktop);
    const { status, said } = await ended(earshot);
    await earshot.forget();
    expect([0, 1]).toContain(status);
    expect(status === 0).toBe(!said.includes('not shown') && !said.includes('nothing heard'));
    expect(desktop.toasts().length).toBeGreaterThan(before);
    expect(desktop.toasts().filter(({ open }) => open)).toEqual([]);
    expect(await desktop.trayItems()).toEqual([]);
    for (const surface of ['tray icon', 'notification', 'sound', 'alert window', 'main window']) {
      expect(said).toMatch(new RegExp(`${surface}: shown after \\d+ ms`, 'u'));
    }
  }).toPass({ timeout: 150_000 });
});

test('--test-alert beside a running Earshot says that it cannot test', async ({ desktop }) => {
  const first = await launch({ desktop, entry: '.' });
  const second = await command({ desktop, entry: '.', flags: ['--test-alert'], env: { EARSHOT_DATA_DIR: first.dataFolder } });
  const { status, said } = await ended(second);
  expect(status).toBe(2);
  expect(said).toContain('Earshot is running already');
  await second.forget();
  await first.close();
});
