import { expect, test } from './fixtures.ts';

test('a ring that nobody picked up is kept until it is put away', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
  await expect(page.getByRole('region', { name: 'Alert' })).toContainText('Your phone is ringing, but no listen is pending');
  simulator.pushEvent('291', 'AgentOther_PhoneBusy');
  const missed = page.getByRole('group', { name: 'Missed rings' });
  await expect(missed).toContainText('a ring for which no listen was pending');
  await missed.getByRole('button', { name: 'Dismiss' }).click();
  await expect(missed).toHaveCount(0);
});

test('a followed agent’s call is asked about, and "Listen" listens', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { name: 'Zhang Min', state: 'idle' });
  const page = await openSignedIn();
  await page.getByRole('gridcell', { name: '20002', exact: true }).click();
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(page.getByText('Earshot asks you when a call begins.')).toBeVisible();
  simulator.setAgent('20002', { state: 'talking' });
  const alert = page.getByRole('region', { name: 'Alert' });
  await expect(alert).toContainText('Zhang Min (20002) is talking now');
  await alert.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to Zhang Min (20002)');
  await expect(page.getByText('Earshot asks you when a call begins.')).toHaveCount(0);
});

test('the test alert in the settings says what came of each surface', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
  await page.getByRole('button', { name: 'Test now' }).click();
  const result = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(result('Tray icon')).toContainText('Not on this computer');
  await expect(result('Banner')).toContainText('Appeared after');
  await expect(page.getByText(/^Tested at/)).toBeVisible({ timeout: 30_000 });
});
