import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSimulator } from '../../../simulator/index.ts';
import { expect, test } from '../../electron/fixtures.ts';
import { launch } from '../../electron/running.ts';

/** What is on disk of a session and of "Keep me signed in", each encrypted by the system. */
interface Secrets {
  keptSignIn: { secret: string } | null;
  savedSession: { guid: string; lastPoll: number } | null;
}

/** What a keyring finds that never had the key: the same form, other bytes (roaming profiles and virtual desktops). */
function foreign(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  for (let at = 3; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  return bytes.toString('base64');
}

for (const [what, damage] of [
  ['was encrypted with another key', foreign],
  ['is no ciphertext at all', () => Buffer.from('of another machine').toString('base64')],
] as const) {
  test(`a kept password and a kept session that ${what} are discarded, and the password is asked for again`, async ({ desktop }) => {
    const simulator = await startSimulator({ agents: 5, centre: 'still' });
    const first = await launch({ desktop, entry: '.' });
    const file = join(first.dataFolder, 'earshot.json');
    const secrets = async (): Promise<Secrets> => JSON.parse(await readFile(file, 'utf8')) as Secrets;
    const account = simulator.inspectors[0];
    const { page } = first;
    await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(simulator.port)}`);
    await page.getByLabel('Agent ID').fill(account?.agentId ?? '');
    await page.getByLabel('Password').fill(account?.password ?? '');
    await page.getByLabel('Phone number').fill(account?.phone ?? '');
    await page.getByLabel('Keep me signed in').check();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Trust this certificate' }).click();
    await expect(page.getByTestId('connection')).toHaveText('Live');
    await expect.poll(async () => (await secrets()).keptSignIn?.secret).toBeTruthy();
    const killed = once(first.app.process(), 'exit');
    first.app.process().kill('SIGKILL');
    await killed;
    const persisted = await secrets();
    if (persisted.keptSignIn === null || persisted.savedSession === null) throw new Error('Nothing was kept.');
    persisted.keptSignIn.secret = damage(persisted.keptSignIn.secret);
    persisted.savedSession.guid = damage(persisted.savedSession.guid);
    await writeFile(file, JSON.stringify(persisted));
    const before = simulator.requests.length;

    const moved = await launch({ desktop, entry: '.', env: { EARSHOT_DATA_DIR: first.dataFolder } });
    await expect(
      moved.page.getByText('The password that was kept on this computer can no longer be read, and was discarded.'),
    ).toBeVisible();
    await expect(moved.page.getByLabel('Password')).toHaveValue('');
    await expect(moved.page.getByLabel('Agent ID')).toHaveValue('291');
    await expect.poll(secrets).toMatchObject({ keptSignIn: null, savedSession: null });
    // Nothing went out with what was read: it is no Guid and no password.
    expect(simulator.requests).toHaveLength(before);
    await test.step('and signing in works as ever, the trusted certificate being no secret', async () => {
      await moved.page.getByLabel('Password').fill(account?.password ?? '');
      await moved.page.getByLabel('Phone number').fill(account?.phone ?? '');
      await moved.page.getByRole('button', { name: 'Sign in' }).click();
      // The session of the first run is still alive at the gateway.
      await moved.page.getByRole('button', { name: 'Take over' }).click();
      await expect(moved.page.getByTestId('connection')).toHaveText('Live');
    });
    await moved.close();
    await first.forget();
    await simulator.close();
  });
}
