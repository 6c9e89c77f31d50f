import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { launch } from './running.ts';

const form = { gatewayAddress: 'https://127.0.0.1:9', agentId: '101', password: 'not-a-secret', phoneNumber: '9001' };

test('the product opens with its sign-in form, filled in by the demo', async ({ desktop, product }) => {
  const running = await launch({ desktop, entry: product, env: { EARSHOT_DEMO_SIGN_IN: JSON.stringify(form) } });
  const { page } = running;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Gateway address' })).toHaveValue(form.gatewayAddress);
  await expect(page.getByRole('textbox', { name: 'Agent ID' })).toHaveValue(form.agentId);
  await expect(page.getByLabel('Password')).toHaveValue(form.password);
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue(form.phoneNumber);
  expect(complaints).toEqual([]);
  const tray = await desktop.trayItem();
  expect(tray.menu.filter(({ separator }) => !separator).length).toBeGreaterThan(1);
  await running.app.close();
  const log = await readFile(join(running.dataFolder, 'logs', 'earshot.log'), 'utf8');
  expect(log).toContain('"quit"');
  expect(log).not.toContain(form.password);
  await running.forget();
});
