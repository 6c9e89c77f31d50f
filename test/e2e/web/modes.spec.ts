import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Your listen' });
const mode = (page: Page, name: string) => bar(page).getByRole('group', { name: 'How you are in the call' }).getByRole('button', { name });

async function listening(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Agents' }).getByRole('button', { name: 'Listen to 20001' }).click();
  await expect(bar(page)).toContainText('Listening to Li Wei (20001)');
}

test('every way to be in a call, by its button: who hears whom is said, and pressed is what the gateway confirmed', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  await listening(page);
  await expect(mode(page, 'Only listen')).toHaveAttribute('aria-pressed', 'true');
  await mode(page, 'Whisper').click();
  await expect(bar(page)).toContainText('Whispering to Li Wei (20001)');
  await expect(bar(page)).toContainText('The agent hears you. The customer does not.');
  await expect(mode(page, 'Whisper')).toHaveAttribute('aria-pressed', 'true');
  expect(simulator.inspectionOf('291')?.mode).toBe('whisper');
  await mode(page, 'Insert').click();
  await expect(bar(page)).toContainText('The agent and the customer hear you.');
  await mode(page, 'Only listen').click();
  await expect(bar(page)).toContainText('Listening to Li Wei (20001)');
  expect(simulator.inspectionOf('291')?.mode).toBe('listen');
  await bar(page).getByRole('button', { name: 'Stop listening' }).click();
  await expect(bar(page)).toContainText('Not listening');
});

test('an answer that is lost: the agent may hear you, none is pressed, and the same button settles it', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  await listening(page);
  simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'closeSocket', when: 'afterHandling' });
  await mode(page, 'Whisper').click();
  await expect(bar(page)).toContainText('The agent may hear you');
  await expect(page.locator('[aria-live="assertive"]')).toContainText('The agent may hear you');
  await expect(page).toHaveTitle(/The agent may hear you/);
  await expect(bar(page).getByRole('button', { pressed: true })).toHaveCount(0);
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await mode(page, 'Whisper').click();
  await expect(bar(page)).toContainText('Whispering to Li Wei (20001)');
});

test('a change of mode is told to screen readers', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await listening(page);
  await mode(page, 'Whisper').click();
  await expect(page.locator('[aria-live="polite"]').first()).toContainText('Whispering to Li Wei (20001). The agent hears you.');
});

test('by keyboard: Alt with a letter; a letter alone opens no microphone', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await listening(page);
  await expect(mode(page, 'Whisper')).toBeVisible();
  await page.keyboard.press('w');
  await page.keyboard.press('i');
  await page.keyboard.press('Alt+w');
  await expect(bar(page)).toContainText('Whispering to Li Wei');
  expect(simulator.requests.filter(({ interface: name }) => name === 'requestSwitchInsertWhisperAgent')).toHaveLength(1);
  await page.keyboard.press('Alt+l');
  await expect(bar(page)).toContainText('Listening to Li Wei');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Alt+W');
  await page.keyboard.press('Escape');
});

test('begun straight in a whisper, from the row and from the details', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await page.getByRole('row').filter({ hasText: '20001' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Whisper' }).click();
  await expect(bar(page)).toContainText('Li Wei (20001) hears you. The customer does not.');
  await expect(bar(page)).toContainText('Whispering to Li Wei (20001)');
  expect(simulator.requests.filter(({ interface: name }) => name === 'requestWhisperAgent')).toHaveLength(1);
});

test('insert on an agent without a call asks first, in those words', async ({ openSignedIn, simulator }) => {
  simulator.setAgent('20002', { state: 'idle' });
  const page = await openSignedIn();
  await page.getByRole('row').filter({ hasText: '20002' }).click();
  const insert = page.getByRole('complementary').getByRole('button', { name: 'Insert' });
  await insert.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Inserting opens a talk with the agent, who then hears you.');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(simulator.requests.filter(({ interface: name }) => name === 'addInsert')).toHaveLength(0);
  await insert.click();
  await dialog.getByRole('button', { name: 'Insert and talk with the agent' }).click();
  await expect(bar(page)).toContainText('Inserted in the call of');
});

test('in a window of 640 by 400 the mode, its buttons and Stop stay in sight', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await listening(page);
  await page.setViewportSize({ width: 640, height: 400 });
  await mode(page, 'Insert').click();
  await expect(bar(page).getByText('The agent and the customer hear you.')).toBeInViewport({ ratio: 1 });
  for (const name of ['Only listen', 'Whisper', 'Insert']) await expect(mode(page, name)).toBeInViewport({ ratio: 1 });
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeInViewport({ ratio: 1 });
});

test.describe('forbidden by the administrator', () => {
  test.use({ policy: { whisperAllowed: false, insertAllowed: false } });

  test('is not on the page', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('row').filter({ hasText: '20001' }).click();
    await listening(page);
    await expect(bar(page).getByRole('button', { name: 'Stop listening' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Whisper|Insert|Take over/ })).toHaveCount(0);
  });
});

test.describe('allowed by the administrator', () => {
  test.use({ policy: { forceBusyAllowed: true, forceSignOutAllowed: true, interceptAllowed: true } });

  test('an agent is made busy after a question that names them; the list bears it out', async ({ openSignedIn, simulator }) => {
    simulator.setAgent('20002', { name: 'Wang Fang', state: 'idle' });
    const page = await openSignedIn();
    await page.getByRole('row').filter({ hasText: '20002' }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Busy' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Make Wang Fang (20002) busy?');
    await dialog.getByRole('button', { name: 'Busy' }).click();
    await expect(page.getByRole('status', { name: 'Asked of agents' })).toContainText('Wang Fang (20002), busy: the list shows it since');
    expect(simulator.requests.filter(({ interface: name }) => name === 'forceBusy')).toHaveLength(1);
  });

  test('a call is taken over, and ended by its own button', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await listening(page);
    await mode(page, 'Take over').click();
    await expect(bar(page)).toContainText('You have the call of Li Wei (20001)');
    await bar(page).getByRole('button', { name: 'End the call' }).click();
    await expect(bar(page)).toContainText('Not listening');
  });
});

test('a whisper for which the right is missing is offered no more, with the reason', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await listening(page);
  simulator.nextAnswer({ interface: 'requestSwitchInsertWhisperAgent' }, { kind: 'retcode', retcode: '900-002' });
  await mode(page, 'Whisper').click();
  await expect(bar(page)).toContainText('Your agent ID has no right to whisper.');
  await expect(mode(page, 'Whisper')).toHaveAttribute('aria-disabled', 'true');
  await expect(bar(page)).toContainText('Listening to Li Wei (20001)');
});

test('on the wallboard, too, who hears the inspector is said', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await listening(page);
  await mode(page, 'Whisper').click();
  await expect(bar(page)).toContainText('Whispering to');
  await page.getByRole('button', { name: 'Wallboard' }).click();
  await expect(page.locator('.wallboard')).toContainText('Whispering to Li Wei (20001) The agent hears you. The customer does not.');
});
