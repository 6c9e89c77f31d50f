import type { Page } from '@playwright/test';
import { scenariosFor } from '../../../simulator/cliScenarios.ts';
import { startControl, startFaultProxy, type Control, type FaultProxy, type Simulator } from '../../../simulator/index.ts';
import { startRestartable } from '../../../simulator/scenarios/index.ts';
import { signedInInspector } from '../../simulator/signedInInspector.ts';
import { dark, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { keptPort } from '../../support/keptPort.ts';
import { complaintsOf, expect, test as base } from './fixtures.ts';

interface Stage {
  readonly simulator: Simulator;
  readonly faults: FaultProxy;
  readonly control: Control;
  /** The control port's page, live. */
  readonly page: Page;
}

/** All that `npm run simulator -- --control --faults` starts, an inspector signed in, and its page. */
const test = base.extend<{ stage: Stage }>({
  stage: async ({ pageInTurn: page }, use) => {
    const gateway = await startRestartable({
      agents: 60,
      centre: 'still',
      port: await keptPort(),
      phone: { kind: 'neverAnswers' },
      queryLimit: 'off',
    });
    const { simulator } = gateway;
    simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
    const faults = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port }, port: await keptPort() });
    const scenarios = scenariosFor({ gateway, faults });
    const control = await startControl({ gateway, faults, scenarios });
    await page.setViewportSize({ width: 1440, height: 900 });
    const complaints = complaintsOf(page);
    await page.goto(control.url);
    await expect(page.locator('#live')).toHaveText('Live');
    await use({ simulator, faults, control, page });
    expect(complaints().filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
    await scenarios.stop();
    await control.close();
    await faults.close();
    await gateway.close();
  },
});

const said = (page: Page) => page.getByRole('status');
const inspector = (page: Page) => page.getByRole('group', { name: 'Agent 291' });

test('the centre is shown as it is, live, and one plays an agent in it', async ({ stage: { page, simulator } }) => {
  const row = page.getByRole('row').filter({ hasText: '20001' });
  await expect(row).toContainText('Li Wei');
  await expect(row).toContainText('Talking');
  simulator.setAgent('20001', { state: 'rest' });
  await expect(row.locator('.state')).toHaveText('Rest');
  await page.getByRole('combobox', { name: 'State of 20001' }).selectOption('Busy');
  await expect(said(page)).toHaveText('20001 is Busy.');
  expect(simulator.agent('20001').state).toBe('busy');
  await page.getByRole('searchbox').fill('li wei');
  await expect(page.locator('#page')).toHaveText('1–1 of 1');
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByText('No agent is like that.')).toBeVisible();
});

test('the phone shows what it does now, whoever changed it, and does what is chosen', async ({ stage: { page, simulator } }) => {
  const client = await signedInInspector(simulator);
  const phone = page.getByRole('combobox', { name: 'What the phone of 291 does' });
  await expect(phone).toHaveValue('neverAnswers');
  simulator.setPhone('291', { kind: 'declines', afterMs: 3_500 });
  await expect(phone).toHaveValue('declines');
  await expect(inspector(page).getByRole('spinbutton', { name: 'Seconds' })).toHaveValue('3.5');
  await phone.selectOption('is unplugged');
  await expect(said(page)).toHaveText('The phone of 291 is unplugged.');
  expect(simulator.phoneOf('291')).toEqual({ kind: 'unplugged' });
  await page.reload();
  await expect(phone).toHaveValue('unplugged');
  await phone.selectOption('never answers');
  await expect(said(page)).toHaveText('The phone of 291 never answers.');
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  await expect(inspector(page)).toContainText('the phone rings');
  await inspector(page).getByRole('button', { name: 'Pick up' }).click();
  await expect(inspector(page)).toContainText('20001 Li Wei: listening');
  await inspector(page).getByRole('button', { name: 'Hang up' }).click();
  await expect(inspector(page)).toContainText('no listen');
});

test('an event is pushed, and an answer goes wrong as planned', async ({ stage: { page, simulator } }) => {
  const form = page.locator('#event');
  await expect(form.getByRole('button', { name: 'Push' })).toBeDisabled();
  const client = await signedInInspector(simulator);
  await form.getByRole('combobox', { name: 'Event' }).fill('AgentOther_Note');
  await form.getByRole('textbox', { name: 'Content' }).fill('{"a": 1}');
  await form.getByRole('button', { name: 'Push' }).click();
  await expect(said(page)).toHaveText('AgentOther_Note is in the queue of 291.');
  expect(await client.events(1)).toEqual(['AgentOther_Note {"a":1}']);
  await page.getByRole('combobox', { name: 'Of', exact: true }).fill('sayFree');
  await page.getByRole('button', { name: 'Plan' }).click();
  await expect(said(page)).toHaveText('The next answer of sayFree: planned.');
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('900-003');
  await expect(page.getByRole('row').filter({ hasText: 'sayFree' })).toContainText('900-003');
});

test('a scenario is run and stopped', async ({ stage: { page, simulator } }) => {
  const form = page.locator('#scenarios');
  await form.getByRole('combobox').selectOption('link-lost');
  await form.getByRole('button', { name: 'Run' }).click();
  await expect(form).toContainText('link-lost runs.');
  await form.getByRole('button', { name: 'Stop' }).click();
  await expect(form).not.toContainText('link-lost runs.');
  await form.getByRole('combobox').selectOption('made-busy');
  await form.getByRole('button', { name: 'Run' }).click();
  await expect.poll(() => simulator.agent('291').state).toBe('busy');
});

test('faults are set, of one direction too, shown, and cleared', async ({ stage: { page, faults } }) => {
  const form = page.locator('#faults');
  await form.getByRole('combobox', { name: 'Direction' }).selectOption('to the client');
  await form.getByRole('spinbutton', { name: 'Latency' }).fill('150');
  await form.getByRole('spinbutton', { name: 'Slow drip, bytes' }).fill('7');
  await form.getByRole('spinbutton', { name: /so many milliseconds/ }).fill('20');
  await form.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(said(page)).toHaveText('The faults are set.');
  expect(faults.faults).toMatchObject({ toServer: { latencyMs: 0 }, toClient: { latencyMs: 150, slowDrip: { bytes: 7, everyMs: 20 } } });
  await form.getByRole('combobox', { name: 'Link' }).selectOption('lost');
  await expect(said(page)).toHaveText('The link is lost.');
  expect(faults.faults.link).toBe('lost');
  await form.getByRole('button', { name: 'Clear' }).click();
  await expect(form.getByRole('combobox', { name: 'Link' })).toHaveValue('up');
  await expect(form.getByRole('spinbutton', { name: 'Latency' })).toHaveValue('0');
});

test('wrong input is said in words and changes nothing', async ({ stage: { page, simulator } }) => {
  await signedInInspector(simulator);
  await page.locator('#event').getByRole('textbox', { name: 'Content' }).fill('{no json');
  await page.getByRole('button', { name: 'Push' }).click();
  await expect(said(page)).toHaveText('The content is no JSON.');
  const spoil = page.locator('#next-answer');
  await spoil.getByRole('textbox', { name: 'The misbehaviour as JSON' }).fill('{"kind": "explodes"}');
  await spoil.getByRole('button', { name: 'Plan' }).click();
  await expect(said(page)).toHaveText(/^Refused: what\.kind: must be one of html, .+\.$/);
  await inspector(page).getByRole('combobox').selectOption('picks up after');
  await expect(said(page)).toHaveText('The phone of 291 picks up after 2 s.');
  await inspector(page).getByRole('spinbutton').fill('-1');
  await inspector(page).getByRole('spinbutton').blur();
  await expect(said(page)).toHaveText('The seconds must be a number from 0 to 3600.');
  expect(simulator.phoneOf('291')).toEqual({ kind: 'picksUp', afterMs: 2_000 });
  const line = page.locator('#faults');
  await line.getByRole('spinbutton', { name: 'Slow drip, bytes' }).fill('7');
  await line.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(said(page)).toHaveText('Refused: slowDrip.everyMs: must be a number.');
});

test('it says that the simulator does not answer any more', async ({ stage: { page, control } }) => {
  await control.close();
  await expect(page.locator('#live')).toHaveText('The simulator does not answer');
});

test('the keyboard alone does it: past the agents to the inspectors, the phone, a push', async ({ stage: { page, simulator } }) => {
  const client = await signedInInspector(simulator);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the inspectors' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(inspector(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('is b');
  await expect.poll(() => simulator.phoneOf('291')).toEqual({ kind: 'busy' });
  const event = page.getByRole('combobox', { name: 'Event' });
  // Past the buttons of two inspectors.
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(event).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  expect(await client.events(1)).toEqual(['AgentState_Ready']);
});

test('axe finds nothing serious, light or dark, wide or narrow', async ({ stage: { page, simulator } }, testInfo) => {
  const client = await signedInInspector(simulator);
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  await expect(inspector(page)).toContainText('the phone rings');
  for (const width of [1440, 800]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: testInfo.outputPath(`control-${String(width)}.png`), fullPage: true });
    await expectAccessibleIn([light, dark], page);
  }
});
