import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../../electron/running.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test } from './fixtures.ts';

// It rings until the test picks it up, however long the looks at the ring take.
test.use({ phone: { kind: 'neverAnswers' } });

test('the whole job on a real desktop: sign in, listen, see the ring in tray and toast, stop, sign out; nothing secret is in the log', async ({
  desktop,
  earshot,
  simulator,
}) => {
  const { page } = earshot;
  await desktop.trayItem((item) => item.tooltip === 'Earshot · Signed out');
  await signIn(page, simulator);
  const live = await desktop.trayItem((item) => item.tooltip === 'Earshot · Live as 291');

  const listen = page.getByRole('region', { name: 'Your listen' });
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  const ringing = await test.step('the ring is in the tray, in a toast that names the agent, and in the window', async () => {
    const item = await desktop.trayItem((each) => each.tooltip === 'Earshot · Your phone is ringing: Li Wei (20001)');
    await expect
      .poll(() => desktop.toasts().filter((toast) => toast.open))
      .toMatchObject([{ title: 'Your phone is ringing', body: 'Pick up to listen to Li Wei (20001).', urgency: 'critical', timeout: 0 }]);
    await expect(listen).toContainText('Your phone is ringing');
    return item;
  });
  simulator.pickUp('291');
  await test.step('picked up: toast and ringing picture are gone, the tray says who is heard', async () => {
    await expect(listen).toContainText('Listening to Li Wei (20001)');
    const heard = await desktop.trayItem((each) => each.tooltip === 'Earshot · Listening to Li Wei (20001)');
    await expect.poll(() => desktop.toastsDisplayed()).toBe(0);
    expect(new Set([live.pictureHash, ringing.pictureHash, heard.pictureHash]).size).toBe(3);
  });
  await test.step('the tray’s menu stops the listen, with the window closed', async () => {
    await desktop.closeWindow('Earshot');
    await desktop.chooseInTray('Stop listening', () => Promise.resolve(simulator.sessionOf('291').listen === null));
    await desktop.trayItem((each) => each.tooltip === 'Earshot · Live as 291');
  });
  await test.step('the tray’s menu signs out at the gateway', async () => {
    await desktop.chooseInTray('Sign out', () => Promise.resolve(!simulator.sessionOf('291').signedIn));
    await desktop.trayItem((each) => each.tooltip === 'Earshot · Signed out');
  });
  await test.step('the log of all this holds no password, phone number or Guid', async () => {
    const log = JSON.stringify(await earshot.log());
    expect(log).toContain('AgentOther_PhoneAlerting');
    for (const secret of ['Inspect-291', '40291', 'AgentGateway']) expect(log).not.toContain(secret);
  });
});

test('a window that was closed to the tray still shows the ring, and asks for no roster meanwhile', async ({
  desktop,
  earshot,
  simulator,
}) => {
  await signIn(earshot.page, simulator);
  await desktop.closeWindow('Earshot');
  const looks = (): number => simulator.requests.filter((request) => request.interface === 'queryOnlineAgent').length;
  await expect.poll(async () => (await desktop.window('Earshot')) === null).toBe(true);
  // One that was under way when the window went may still come.
  await expect
    .poll(async () => {
      const earlier = looks();
      await earshot.page.waitForTimeout(4_000);
      return looks() - earlier;
    })
    .toBe(0);
  const before = looks();
  simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
  await desktop.trayItem((item) => item.tooltip === 'Earshot · Your phone is ringing');
  await expect.poll(() => desktop.toasts().at(-1)).toMatchObject({ body: 'No listen is pending in Earshot.', open: true });
  simulator.pushEvent('291', 'AgentOther_PhoneRelease', { phoneState: 3 });
  await desktop.trayItem((item) => item.tooltip === 'Earshot · Live as 291');
  await expect.poll(() => desktop.toasts().at(-1)?.open).toBe(false);
  await earshot.page.waitForTimeout(4_000);
  // On a busy machine the other alerts may be late: then the window itself was brought up, and its page asks.
  if ((await desktop.window('Earshot')) === null) expect(looks()).toBe(before);
});

test('killed and started again it goes on with its session, whose Guid is on disk in encrypted form only; quitting ends it at the gateway', async ({
  desktop,
  simulator,
}) => {
  const first = await launch({ desktop, entry: '.' });
  await signIn(first.page, simulator);
  await expect.poll(() => readFile(join(first.dataFolder, 'earshot.json'), 'utf8').catch(() => '')).toContain('lastPoll');
  const persisted = await readFile(join(first.dataFolder, 'earshot.json'), 'utf8');
  expect(persisted).not.toContain('AgentGateway');
  expect(persisted).not.toContain('Inspect-291');
  const ended = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await ended;

  const second = await launch({ desktop, entry: '.', env: { EARSHOT_DATA_DIR: first.dataFolder } });
  await expect(second.page.getByTestId('connection')).toHaveText('Live');
  expect(simulator.requests.filter((request) => request.interface === 'login')).toHaveLength(1);
  const ending = second.app.process();
  const quit = once(ending, 'exit');
  await desktop.chooseInTray('Quit Earshot', () => Promise.resolve(ending.exitCode !== null));
  await quit;
  expect(simulator.sessionOf('291').signedIn).toBe(false);
  await first.forget();
});

test('without a keyring nothing of the session is kept', async ({ desktop, simulator }) => {
  const earshot = await launch({ desktop, entry: '.', flags: ['--password-store=basic'] });
  await signIn(earshot.page, simulator);
  await earshot.page.waitForTimeout(1_000);
  expect(await readFile(join(earshot.dataFolder, 'earshot.json'), 'utf8')).not.toContain('lastPoll');
  await earshot.close();
});

test('the wallboard fills the screen, and Escape gives the window back', async ({ earshot, simulator }) => {
  const { page } = earshot;
  await signIn(page, simulator);
  const full = (): Promise<boolean> =>
    earshot.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isFullScreen()));
  await page.getByRole('button', { name: 'Wallboard' }).click();
  await expect.poll(full).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
  await expect.poll(full).toBe(false);
});
