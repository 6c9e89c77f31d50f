import type { Page } from '@playwright/test';
import type { SettingName } from '../../../contract/settings.ts';
import { definitions, settingNames } from '../../../main/settings/definition.ts';
import { otherSettings } from '../../support/settings.ts';
import { expect, test } from './fixtures.ts';

/** A page in a browser cannot be started by the system. */
const ofTheProgram: readonly SettingName[] = ['autostart', 'startHidden'];

/** Of the log alone: diagnostics shows them, with every setting and where it comes from. */
const ofTheLog: readonly SettingName[] = ['logLevel', 'logSize', 'logDays'];

const onThePage = settingNames.filter((name) => ![...ofTheLog, ...ofTheProgram].includes(name)).sort();

interface ShownRow {
  readonly name: string;
  readonly locked: boolean;
  /** Its controls, and how many of them can be used. */
  readonly controls: number;
  readonly usable: number;
}

/** Every setting that the page shows, section by section. */
async function shownRows(page: Page): Promise<readonly ShownRow[]> {
  await page.getByRole('button', { name: 'Settings' }).click();
  // The page is loaded when it is first opened.
  await page.getByRole('tab').first().waitFor();
  const rows: ShownRow[] = [];
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    for (const row of await page.locator('[data-setting]').all()) {
      rows.push({
        name: (await row.getAttribute('data-setting')) ?? '',
        locked: (await row.innerText()).includes('Set by your administrator'),
        controls: await row.locator('input, select, textarea, button').count(),
        usable: await row.locator(':is(input, select, textarea, button):enabled').count(),
      });
    }
  }
  return rows;
}

const names = (rows: readonly ShownRow[]): readonly string[] => rows.map(({ name }) => name).sort();

test.describe('where the administrator set everything', () => {
  // The words below are English.
  test.use({ policy: { ...otherSettings, language: 'en' } });

  test('every setting of the schema is shown once, locked, in words', async ({ earshot: page }) => {
    const rows = await shownRows(page);
    expect(names(rows)).toEqual(onThePage);
    expect(rows.filter(({ locked }) => !locked)).toEqual([]);
    expect(rows.filter(({ usable }) => usable > 0)).toEqual([]);
  });

  test('the gateway stands in the sign-in form and cannot be changed there', async ({ earshot: page }) => {
    const field = page.getByLabel('Gateway');
    await expect(field).toHaveValue('gateway.example:8043');
    await expect(field).toHaveJSProperty('readOnly', true);
    await expect(field).toHaveAccessibleDescription(/Set by your administrator/);
  });
});

test.describe('where the administrator set nothing', () => {
  test('nothing is locked, and what is the inspector’s to choose can be chosen', async ({ earshot: page }) => {
    const rows = await shownRows(page);
    expect(names(rows)).toEqual(onThePage);
    expect(rows.filter(({ locked }) => locked)).toEqual([]);
    const choosable = onThePage.filter((name) => definitions[name].settableBy === 'inspector');
    expect(names(rows.filter(({ controls, usable }) => controls > 0 && usable === controls))).toEqual(choosable);
    await expect(page.getByRole('tab', { name: 'Not obeyed' })).toHaveCount(0);
  });

  test('what is typed counts when it fits, and is said to be wrong when it does not', async ({ earshot: page }) => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Connection' }).click();
    const interval = page.getByRole('textbox', { name: 'Seconds between two looks at the agents' });
    await interval.fill('90');
    await interval.press('Enter');
    await expect(page.getByText('This must be a whole number from 1 to 60.')).toBeVisible();
    await interval.fill('15');
    await interval.press('Enter');
    await expect(page.getByText('This must be a whole number from 1 to 60.')).toHaveCount(0);
    const backups = page.getByRole('textbox', { name: 'Backup gateways' });
    await backups.fill('gw2.example\n\n gw3.example:8043 ');
    await backups.blur();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Connection' }).click();
    await expect(interval).toHaveValue('15');
    await expect(backups).toHaveValue('gw2.example\ngw3.example:8043');
  });
});

test.describe('where the administrator switched features off', () => {
  test.use({ policy: { listenAllowed: false, exportAllowed: false } });

  test('Listen stands locked, with who set it, in the row, in the details and in the bar, and nobody can be followed', async ({
    openSignedIn,
    simulator,
  }) => {
    // In no call: one whom the inspector could follow otherwise.
    simulator.setAgent('20001', { state: 'idle' });
    const page = await openSignedIn();
    const why = 'Listening is switched off. Set by your administrator.';
    const row = page.locator('[data-work-no="20001"]');
    const listen = row.getByRole('button', { name: 'Listen to 20001' });
    await expect(listen).toHaveAttribute('aria-disabled', 'true');
    await expect(listen).toHaveAccessibleDescription(why);
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText(why);
    await row.getByText('Li Wei').click();
    const details = page.getByRole('complementary');
    await expect(details.getByRole('button', { name: 'Listen to 20001' })).toHaveAccessibleDescription(why);
    // "Keep following" among them.
    await expect(details.getByRole('button', { name: 'Follow' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Standing listen' })).toHaveCount(0);
  });

  test('the audit trail cannot be saved as a table, and who decided so stands beside it', async ({ earshot: page }) => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    const save = page.getByRole('button', { name: 'Save the table' });
    await expect(save).toHaveAttribute('aria-disabled', 'true');
    await expect(page.locator('.setting').filter({ has: save })).toContainText('Set by your administrator');
    await expect(page.getByLabel('From')).toBeDisabled();
  });
});

test.describe('where the administrator set what cannot be used', () => {
  test.use({ policy: { pollGap: 'quick', minimumTls: '2.0', userTrusst: true, alertVolume: 20 } });

  test('it is said at the start and named in the settings, and the rest is obeyed', async ({ earshot: page }) => {
    await expect(page.getByText('Some settings of your administrator cannot be used')).toBeVisible();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Not obeyed' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Not obeyed' });
    await expect(panel.getByRole('listitem')).toHaveText([
      /minimumTls.*must be one of: 1\.0, 1\.1, 1\.2, 1\.3.*In the policies of this computer/,
      /pollGap.*must be a whole number from 0 to 500/,
      /userTrusst.*no setting of this name/,
    ]);
    await page.getByRole('tab', { name: 'Alerts' }).click();
    await expect(page.getByRole('slider', { name: 'Volume' })).toHaveValue('20');
    await expect(page.getByRole('slider', { name: 'Volume' })).toBeDisabled();
  });
});
