import { createBench, signIn as signInElsewhere } from '../../support/inspectorOnSimulator.ts';
import { expect, fillSignIn, test } from './fixtures.ts';

test('sign in, see the agents, listen to one, know that the phone rings, stop, sign out', async ({ earshot: page, simulator }) => {
  await fillSignIn(page, simulator);

  await test.step('the certificate is shown before anything is sent', async () => {
    await expect(page.getByText(simulator.fingerprint)).toBeVisible();
    expect(simulator.requests).toHaveLength(0);
    await page.getByRole('button', { name: 'Trust this certificate' }).click();
  });

  await test.step('the agents are there, without the inspector', async () => {
    await expect(page.getByTestId('connection')).toHaveText('Live');
    const grid = page.getByRole('grid', { name: 'Agents' });
    const row = grid.getByRole('row').filter({ hasText: '20001' });
    await expect(row).toContainText('Li Wei');
    await expect(row).toContainText('Talking');
    await expect(grid.getByRole('row').filter({ hasText: 'Inspector 291' })).toHaveCount(0);
  });

  const listen = page.getByRole('region', { name: 'Your listen' });
  await test.step('the listen goes through its steps', async () => {
    await expect(listen).toContainText('Not listening');
    // It rings until the test picks it up, however long the looks at the ring take.
    simulator.setPhone('291', { kind: 'neverAnswers' });
    await page.getByRole('button', { name: 'Listen to 20001' }).click();
    // It calls for a moment only, which a busy machine may not show.
    await expect(listen).toContainText(/Calling your phone|Your phone is ringing/);
    await expect(listen).toContainText('Your phone is ringing');
    await expect(page).toHaveTitle(/Your phone is ringing/);
    simulator.pickUp('291');
    await expect(listen).toContainText('Listening to Li Wei (20001)');
    expect(simulator.sessionOf('291').listen).toMatchObject({ workNo: '20001' });
  });

  await test.step('stopping ends it at the gateway', async () => {
    await listen.getByRole('button', { name: 'Stop listening' }).click();
    await expect(listen).toContainText('Not listening');
    await expect.poll(() => simulator.sessionOf('291').listen).toBeNull();
  });

  await test.step('signing out ends the session at the gateway', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(simulator.sessionOf('291').signedIn).toBe(false);
  });
});

test('a wrong password is said in words, with its code', async ({ earshot: page, simulator }) => {
  await fillSignIn(page, simulator, { password: 'wrong' });
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(page.getByText('The agent ID or the password is wrong.')).toBeVisible();
  await expect(page.getByText('100-004')).toBeVisible();
});

test('signed in elsewhere: taking over says what it does, and does it', async ({ earshot: page, simulator }) => {
  const bench = createBench();
  await signInElsewhere(bench, simulator);
  await fillSignIn(page, simulator);
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(page.getByText('signed in elsewhere').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByTestId('connection')).toHaveText('Live');
  expect((await bench.session('signedOut')).problem?.code).toBe('100-006');
});

test('search finds by number and by name', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { state: 'rest' });
  const page = await openSignedIn();
  const rows = page
    .getByRole('grid', { name: 'Agents' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Listen to/ }) });
  await page.getByRole('searchbox', { name: 'Search agents' }).fill('li wei');
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search agents' }).fill('20002');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('20002');
});

test('who is not idle is told so and can go idle', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  simulator.pushEvent('291', 'AgentState_SetNotReady_Success', { reason: '200' });
  await expect(page.getByRole('button', { name: 'Listen to 20001' })).toBeDisabled();
  await page.getByRole('button', { name: 'Go idle' }).click();
  await expect(page.getByRole('button', { name: 'Listen to 20001' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Go idle' })).toHaveCount(0);
});

test('a gateway that goes away is shown, and so is its return', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  simulator.nextAnswer({ agentId: '291', times: 14 }, { kind: 'closeSocket', when: 'beforeHandling' });
  await expect(page.getByTestId('connection')).toHaveText('Reconnecting', { timeout: 20_000 });
  await expect(page.getByTestId('connection')).toHaveText('Live', { timeout: 30_000 });
});

test('while the gateway is away, a listen is shown as the last that is known, with the way to end it', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  await page.getByRole('button', { name: 'Listen to 20001' }).click();
  const listen = page.getByRole('region', { name: 'Your listen' });
  await expect(listen).toContainText('Listening to Li Wei (20001)');
  await simulator.close();
  await expect(page.getByTestId('connection')).toHaveText('Reconnecting');
  await expect(listen).toContainText('last known');
  await expect(listen).toContainText('hang up your phone');
});

test('names of markup, of ten kilobytes and of control characters are shown as text', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { state: 'idle', name: '<img src=x onerror=document.title=1>' });
  simulator.setAgent('20003', { state: 'idle', name: 'y'.repeat(10_000) });
  simulator.setAgent('20004', { state: 'idle', name: 'Ali\u202e\u0000 \u0007Bey' });
  const page = await openSignedIn();
  const grid = page.getByRole('grid', { name: 'Agents' });
  await expect(grid.getByText('<img src=x onerror=document.title=1>')).toBeVisible();
  await expect(grid.getByText('yyyy').first()).toBeVisible();
  await expect(grid.getByText('Ali Bey')).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  const box = await grid.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(1280);
});
