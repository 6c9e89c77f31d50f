import type { Page } from '@playwright/test';
import { expect, test } from '../../electron/fixtures.ts';
import { launch, type Running } from '../../electron/running.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { settingsFileLacks, withSettingsFile } from '../../support/settingsFile.ts';

test.beforeEach(() => {
  const lacks = settingsFileLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
});

/** The product on a computer whose `/etc/earshot/settings.json` holds `settings`. */
function launchWith(desktop: Desktop, settings: object, mode?: string): Promise<Running> {
  const wrapper = test.info().outputPath('electron-administered');
  return launch({ desktop, entry: '.', around: (electron) => withSettingsFile(wrapper, electron, settings, mode) });
}

async function settingsTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name });
  if (!(await tab.isVisible())) await page.getByRole('button', { name: 'Settings' }).click();
  await tab.click();
}

test('what the settings file of the computer says stands in the sign-in form and on the settings page, locked', async ({ desktop }) => {
  const earshot = await launchWith(desktop, {
    $schema: './settings.schema.json',
    gateway: 'gateway.example:8043',
    keepSignedInAllowed: false,
    rosterInterval: 10,
  });
  const { page } = earshot;
  const gateway = page.getByLabel('Gateway');
  await expect(gateway).toHaveValue('gateway.example:8043');
  await expect(gateway).toHaveJSProperty('readOnly', true);
  await expect(gateway).toHaveAccessibleDescription(/Set by your administrator/);
  await settingsTab(page, 'Connection');
  const interval = page.locator('[data-setting="rosterInterval"]');
  await expect(interval).toContainText('Set by your administrator');
  await expect(interval.getByRole('textbox')).toHaveValue('10');
  await expect(interval.getByRole('textbox')).toBeDisabled();
  await expect(page.locator('[data-setting="proxy"]')).not.toContainText('Set by your administrator');
  await expect(page.getByRole('tab', { name: 'Not obeyed' })).toHaveCount(0);
  await earshot.close();
});

test('a value that does not fit is named by place and setting, never quoted, and the rest of the file counts', async ({ desktop }) => {
  const earshot = await launchWith(desktop, { rosterInterval: 4321, pins: ['gateway.example:8043=AB:CD:…'], proxy: 'direct' });
  const { page } = earshot;
  await settingsTab(page, 'Not obeyed');
  await expect(page.getByRole('tabpanel')).toContainText('rosterInterval');
  await expect(page.getByRole('tabpanel')).toContainText('pins');
  expect(await page.getByRole('tabpanel').innerText()).not.toMatch(/4321|AB:CD/);
  await settingsTab(page, 'Connection');
  await expect(page.locator('[data-setting="proxy"]')).toContainText('Set by your administrator');
  await expect(page.locator('[data-setting="rosterInterval"]').getByRole('textbox')).toHaveValue('3');
  await expect.poll(async () => (await earshot.log()).filter(({ event }) => event === 'setting not obeyed')).toHaveLength(2);
  await earshot.close();
});

test('a settings file that users can write is not obeyed, and the inspector is told to call the administrator', async ({ desktop }) => {
  const earshot = await launchWith(desktop, { gateway: 'gateway.example:8043' }, '666');
  const { page } = earshot;
  await expect(page.getByText('The settings file of this computer can be changed by its users, so it is not obeyed.')).toBeVisible();
  await expect(page.getByLabel('Gateway address')).toHaveValue('');
  await earshot.close();
});
