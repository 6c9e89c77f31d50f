import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { checkTrail } from '../../../main/audit/check.ts';
import { createSystemClock, upFor } from '../../../main/platform/systemClock.ts';
import { startWebHostHere, type WebHostHere } from '../../support/webHostHere.ts';
import { expect, test as base } from './fixtures.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

interface Stage {
  /** By how much the date of the application's computer is set ahead. */
  readonly application: { ahead: number };
  readonly host: WebHostHere;
}

const test = base.extend<Stage>({
  application: async ({}, use) => {
    await use({ ahead: 0 });
  },
  host: async ({ application }, use) => {
    const monotonic = (): number => performance.now();
    const clock = createSystemClock({ wall: () => Date.now() + application.ahead, ran: monotonic, up: null });
    const host = await startWebHostHere({ time: { clock, monotonic, upFor } });
    await use(host);
    await host.stop();
  },
});

async function setPageDate(page: Page, ahead: number): Promise<void> {
  await page.evaluate(`{
    const Real = Date;
    window.Date = class extends Real {
      constructor(...parts) { super(...(parts.length === 0 ? [Real.now() + ${String(ahead)}] : parts)); }
      static now() { return Real.now() + ${String(ahead)}; }
    };
  }`);
}

/** The time that something shows, in seconds. */
async function seconds(shows: Locator): Promise<number> {
  const [, hours = '0', minutes = '', rest = ''] = /(?:(\d+):)?(\d+):(\d\d)/u.exec((await shows.textContent()) ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(rest);
}

/** It shows a few seconds more than before, not an hour more, and not less. */
async function goesOn(shows: Locator, before: number): Promise<void> {
  await expect.poll(() => seconds(shows)).toBeGreaterThan(before + 1);
  expect(await seconds(shows)).toBeLessThan(before + 600);
}

for (const [whose, by, alsoApplication] of [
  ['the computer’s date is set an hour back', -hour, true],
  ['the computer’s date is set an hour ahead', hour, true],
  ['the date is set a year ahead where the page is, and not where the application is', year, false],
] as const) {
  test(`${whose}: every running time goes on, the numbers are renewed, and the listen is written down as it was`, async ({
    openSignedIn,
    simulator,
    host,
    application,
  }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Overview' }).click();
    const talking = page
      .getByRole('region', { name: 'Overview' })
      .getByRole('table', { name: 'Agents by state' })
      .getByRole('row', { name: /Talking/ })
      .getByRole('cell');
    await expect(talking).toHaveText(/^\d+$/);
    const inState = page.locator('[data-work-no="20001"] .agents__cell--timeInState');
    await expect(inState).toHaveText(/^\d+:\d\d/);
    const listen = page.getByRole('region', { name: 'Your listen' });
    await page.getByRole('button', { name: 'Listen to 20001' }).click();
    await expect(listen).toContainText('Listening to Li Wei (20001)');

    const before = { inState: await seconds(inState), listen: await seconds(listen), talking: Number(await talking.textContent()) };
    if (alsoApplication) application.ahead = by;
    await setPageDate(page, by);
    simulator.setAgent('20002', { state: 'talking' });
    await expect(talking).toHaveText(String(before.talking + 1));
    await goesOn(inState, before.inState);
    await goesOn(listen, before.listen);
    await expect(page.getByTestId('connection')).toHaveText('Live');

    await listen.getByRole('button', { name: 'Stop listening' }).click();
    await expect(listen).toContainText(/Connected for 0:\d\d/);
    expect(await seconds(listen)).toBeGreaterThanOrEqual(before.listen);
    const folder = path.join(host.dataFolder, 'audit');
    const written = () =>
      checkTrail(readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))).entries;
    await expect.poll(() => written().length).toBe(2);
    const [started = NaN, ended = NaN] = written().map(({ time }) => Date.parse(time));
    expect(ended - started).toBeGreaterThan(0);
    expect(ended - started).toBeLessThan(600_000);
  });
}
