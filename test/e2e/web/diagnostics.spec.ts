import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { dark, expectAccessible, expectAccessibleIn, light } from '../../support/accessibility.ts';
import { startRelay, type Relay } from '../../support/relay.ts';
import { expect, test as base } from './fixtures.ts';

// A gateway that keeps silent until a test lets it speak: a step that waits for it stands however long the page takes.
const test = base.extend<{ readonly silent: Relay }>({
  silent: async ({ simulator }, use) => {
    const relay = await startRelay(simulator.port);
    relay.set({ link: 'lost' });
    await use(relay);
    relay.set({ link: 'up' });
    await relay.close();
  },
});

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Diagnostics' });
const step = (page: Page, name: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.locator('span', { hasText: new RegExp(`: ${name}$`) }) });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Diagnostics' }).click();
  await expect(panel(page)).toContainText('Not run yet.');
}

/** In a browser without permission to notify, what it cannot show is told; everything else has to pass. */
async function over(page: Page): Promise<void> {
  await expect(panel(page).getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 90_000 });
}

test('from the sign-in page: without an address what rests on it is not tried, and says why', async ({ earshot: page }) => {
  await open(page);
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Run diagnostics' }).click();
  await over(page);
  await expect(step(page, 'Gateway address')).toContainText('There is no gateway address. Enter it on the sign-in page.');
  await expect(step(page, 'Encryption and certificate')).toContainText('Not tried, because this did not pass: Gateway address.');
  await expect(step(page, 'Storage')).toContainText('Files are kept. This computer offers no encryption');
  await expectAccessible(page);
});

test('what is typed but not sent yet is what is tried; a certificate that nobody trusted yet is said, and nobody is signed in', async ({
  earshot: page,
  simulator,
}) => {
  await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(simulator.port)}`);
  await open(page);
  await panel(page).getByRole('button', { name: 'Run diagnostics' }).click();
  await expect(step(page, 'Encryption and certificate')).toContainText('The gateway’s certificate is not trusted.');
  await expect(step(page, 'Sign-in at the gateway')).toContainText('Not tried, because this did not pass: Encryption and certificate.');
  expect(simulator.requests).toHaveLength(0);
});

test('stopped while the gateway keeps silent, it says of the rest that it was not tried', async ({ earshot: page, silent }) => {
  await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(silent.port)}`);
  await open(page);
  await panel(page).getByRole('button', { name: 'Run diagnostics' }).click();
  await expect(step(page, 'Encryption and certificate')).toContainText('Trying');
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  await over(page);
  for (const name of ['Encryption and certificate', 'Sign-in at the gateway', 'Alerts', 'Storage'])
    await expect(step(page, name)).toContainText('Not tried, because you stopped.');
});

test('signed in: the whole way passes, and the file for support holds it without a secret', async ({ openSignedIn, simulator, host }) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Diagnostics' }).click();
  await panel(page).getByRole('button', { name: 'Run diagnostics' }).click();
  await over(page);
  await expect(step(page, 'Encryption and certificate')).toContainText('Encrypted, and the certificate is trusted.');
  await expect(step(page, 'Sign-in at the gateway')).toContainText('A CC-Gateway answers.');
  await expect(step(page, 'Clock')).toContainText('The same as the gateway’s.');
  await expect(step(page, 'Proxy')).toContainText('None is needed.');
  await expect(page.getByTestId('connection')).toHaveText('Live');

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^earshot-support-[\dT-]+\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  await expect(page.getByText('Your browser has the file.')).toBeVisible();
  const file = JSON.parse(text) as { log: unknown[]; diagnostics: { steps: { signIn: { kind: string } } }; settings: object };
  expect(file.diagnostics.steps.signIn.kind).toBe('passed');
  expect(file.log.length).toBeGreaterThan(3);
  expect(file.settings).toMatchObject({ pollGap: { value: 200, source: 'default' } });
  const { password = '', phone = '' } = simulator.inspectors[0] ?? {};
  for (const secret of [password, phone]) expect(text).not.toContain(secret);
  await test.step('the link is good for one time', async () => {
    expect((await page.request.get(new URL(download.url()).href)).status()).toBe(404);
    expect(new URL(download.url()).origin).toBe(host.origin);
  });
});

test('settings in force, each with where it comes from', async ({ earshot: page }) => {
  await open(page);
  await page.getByText('Settings in force').click();
  await expect(page.getByRole('row', { name: /^pollGap/ })).toContainText('Default');
  await expect(panel(page)).toContainText('Node.js');
});

test('axe finds nothing serious while it runs and when it is over, light or dark', async ({ earshot: page, silent }) => {
  await page.setViewportSize({ width: 860, height: 560 });
  await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(silent.port)}`);
  await open(page);
  await panel(page).getByRole('button', { name: 'Run diagnostics' }).click();
  await expect(step(page, 'Encryption and certificate')).toContainText('Trying');
  await test.step('running', () => expectAccessibleIn([light, dark], page));
  silent.set({ link: 'up' });
  await over(page);
  await test.step('over', () => expectAccessibleIn([light, dark], page));
  await page.screenshot({ path: test.info().outputPath('failures.png') });
});
