import type { Page } from '@playwright/test';
import { limits } from '../../../main/alerts/escalation.ts';
import type { Simulator } from '../../../simulator/index.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { audioLacks } from '../../support/desktop/programs.ts';
import { holdTimers } from '../../support/heldTimers.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test } from './fixtures.ts';

async function openAlertSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
}

const ring = (simulator: Simulator): void => {
  simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
};
const ringEnds = (simulator: Simulator): void => {
  simulator.pushEvent('291', 'AgentOther_PhoneRelease', { phoneState: 3 });
};
const heardOn = async (desktop: Desktop): Promise<string[]> =>
  (await desktop.sounds()).filter(({ running, muted }) => running && !muted).map(({ output }) => output);
const openToasts = (desktop: Desktop): number => desktop.toasts().filter(({ open }) => open).length;
const alertTitle = 'Earshot alert';

test('the devices that a ring can be heard on are offered by name, and the chosen one is played on', async ({
  desktop,
  earshot,
  simulator,
}) => {
  const lacks = audioLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
  await signIn(earshot.page, simulator);
  await openAlertSettings(earshot.page);
  const devices = earshot.page.getByRole('combobox', { name: 'Play on' });
  await expect(devices.getByRole('option')).toHaveText(['The system’s own device', 'Speakers', 'Headset']);
  await devices.selectOption('Headset');
  await expect(devices).toHaveValue('Headset');
  // A sound that takes longer than its second, as on a busy machine, would be played on the system's own device.
  const letSecondPass = await holdTimers(earshot.app, limits.sound);
  ring(simulator);
  await expect.poll(() => heardOn(desktop)).toEqual(['Headset']);
  await letSecondPass();
  ringEnds(simulator);
  await expect.poll(() => heardOn(desktop)).toEqual([]);
  await expect.poll(() => desktop.sounds(), { message: 'the device is given back' }).toEqual([]);
});

test('under do-not-disturb the small window comes with the ring, and goes with it', async ({ desktop, earshot, simulator }) => {
  await signIn(earshot.page, simulator);
  await desktop.holdToasts(true);
  try {
    ring(simulator);
    await expect.poll(() => desktop.window(alertTitle)).not.toBeNull();
    expect(await desktop.toastsDisplayed()).toBe(0);
    ringEnds(simulator);
    await expect.poll(() => desktop.window(alertTitle)).toBeNull();
  } finally {
    await desktop.holdToasts(false);
  }
});

test('fifty rings in a second leave nothing behind', async ({ desktop, earshot, simulator }) => {
  test.setTimeout(300_000);
  await signIn(earshot.page, simulator);
  const before = desktop.toasts().length;
  for (let nth = 0; nth < 50; nth += 1) {
    ring(simulator);
    ringEnds(simulator);
    await earshot.page.waitForTimeout(20);
  }
  const log = async (): Promise<number> => (await earshot.log()).filter(({ type }) => type === 'AgentOther_PhoneRelease').length;
  // One event comes with one answer, and those after the first sixty with a gap each.
  await expect.poll(log, { timeout: 200_000 }).toBe(50);
  await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Live as 291');
  await expect.poll(() => openToasts(desktop)).toBe(0);
  await expect.poll(() => desktop.window(alertTitle)).toBeNull();
  if (audioLacks().length === 0) await expect.poll(() => heardOn(desktop)).toEqual([]);
  expect(desktop.toasts().length).toBeGreaterThan(before);
  await expect(earshot.page.getByRole('group', { name: 'Missed rings' })).toContainText('(50 times)');
});
