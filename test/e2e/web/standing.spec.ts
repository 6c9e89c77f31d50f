import type { Locator, Page } from '@playwright/test';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

const bar = (page: Page): Locator => page.getByRole('group', { name: 'Standing listen' });
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Standing listen' });

test('a standing listen is made by keyboard, asks about calls in order, and goes on after a listen until it is ended', async ({
  openSignedIn,
  simulator,
}) => {
  for (const workNo of ['20001', '20002', '20003']) simulator.setAgent(workNo, { state: 'idle' });
  simulator.setAgent('20002', { name: 'Zhang Min', group: 'Orders' });
  simulator.setAgent('20003', { name: 'Li Na' });
  const page = await openSignedIn();

  await test.step('who, and how long', async () => {
    await page.getByRole('button', { name: 'Standing listen' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('searchbox', { name: 'Add an agent' })).toBeFocused();
    await page.keyboard.type('20003');
    await expect(dialog(page).getByRole('button', { name: 'Add Li Na (20003)' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('listitem')).toHaveText(['Li Na (20003)']);
    await dialog(page).getByRole('combobox', { name: 'Add a group' }).selectOption('Orders');
    await dialog(page).getByRole('button', { name: 'Add Orders' }).press('Enter');
    await expect(dialog(page).getByRole('listitem')).toHaveText(['Li Na (20003)', 'Group Orders']);
    await expectAccessibleIn([light, dark], page);
    await dialog(page).getByRole('searchbox', { name: 'Add an agent' }).fill('30999');
    await expect(dialog(page)).toContainText('Nobody with this number is signed in now. They can come later.');
    await dialog(page).getByRole('searchbox', { name: 'Add an agent' }).press('Enter');
    await expect(dialog(page).getByRole('listitem')).toHaveText(['Li Na (20003)', 'Group Orders', '30999']);
    await dialog(page).getByRole('button', { name: '30999: remove' }).press('Enter');
    await dialog(page).getByRole('button', { name: 'Start' }).press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(bar(page)).toContainText('Standing listen: Li Na (20003), Group Orders.');
    await expect(bar(page)).toContainText('Earshot asks you when a call begins.');
  });

  const alert = page.getByRole('region', { name: 'Alert' });
  await test.step('of two calls the first in order is asked about, then the other', async () => {
    simulator.setAgent('20002', { state: 'talking' });
    simulator.setAgent('20003', { state: 'talking' });
    await expect(alert).toContainText('Li Na (20003) is talking now');
    await expectAccessible(page);
    await alert.getByRole('button', { name: 'Not now' }).click();
    await expect(alert).toContainText('Zhang Min (20002) is talking now');
    await alert.getByRole('button', { name: 'Listen' }).click();
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to Zhang Min (20002)');
    await expect(bar(page)).toContainText('It goes on after this listen.');
  });

  await test.step('after the listen it waits for the next call', async () => {
    await page.getByRole('button', { name: 'Stop listening', exact: true }).click();
    await expect(bar(page)).toContainText('Earshot asks you when a call begins.');
    await expect(bar(page)).toContainText('1 heard');
  });

  await test.step('it is paused, goes on, and is ended', async () => {
    await bar(page).getByRole('button', { name: 'Pause' }).click();
    await expect(bar(page)).toContainText('You paused it.');
    await expectAccessibleIn([light, dark], page);
    await bar(page).getByRole('button', { name: 'Go on' }).click();
    await expect(bar(page)).toContainText('Earshot asks you when a call begins.');
    await bar(page).getByRole('button', { name: 'End' }).click();
    await expect(bar(page)).toHaveCount(0);
  });
});

test('from following one agent one keeps following, others are added beside their details, and it is changed', async ({
  openSignedIn,
  simulator,
}) => {
  simulator.setAgent('20001', { state: 'idle', name: 'Wang Fang' });
  simulator.setAgent('20002', { state: 'idle', name: 'Zhang Min' });
  const page = await openSignedIn();
  await page.getByRole('gridcell', { name: '20001', exact: true }).click();
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Keep following' }).click();
  await expect(dialog(page).getByRole('listitem')).toHaveText(['Wang Fang (20001)']);
  await dialog(page).getByRole('button', { name: 'Start' }).click();
  await expect(bar(page)).toContainText('Standing listen: Wang Fang (20001).');

  await test.step('another agent comes to the list, and to its beginning', async () => {
    await page.getByRole('gridcell', { name: '20002', exact: true }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Add to standing listen' }).click();
    await expect(bar(page)).toContainText('Wang Fang (20001), Zhang Min (20002)');
    await bar(page).getByRole('button', { name: 'Change' }).click();
    await dialog(page).getByRole('button', { name: 'Zhang Min (20002): earlier in the list' }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(bar(page)).toContainText('Zhang Min (20002), Wang Fang (20001)');
  });

  await test.step('a window that is none is named, and nothing is changed by it', async () => {
    await bar(page).getByRole('button', { name: 'Change' }).click();
    await dialog(page).getByRole('radio', { name: 'In a time window' }).check();
    await dialog(page).getByLabel('To', { exact: true }).fill('09:00');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page).getByRole('alert')).toHaveText('Enter two times that are not the same.');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  });

  await test.step('who is taken off it as the last one ends it', async () => {
    await page.getByRole('complementary').getByRole('button', { name: 'Take off standing listen' }).click();
    await expect(bar(page)).toContainText('Standing listen: Wang Fang (20001).');
    await page.getByRole('gridcell', { name: '20001', exact: true }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Take off standing listen' }).click();
    await expect(bar(page)).toHaveCount(0);
  });
});
