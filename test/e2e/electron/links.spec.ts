import { once } from 'node:events';
import type { Simulator } from '../../../simulator/index.ts';
import type { Running } from '../../electron/running.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test } from './fixtures.ts';

test.use({ phone: { kind: 'picksUp', afterMs: 500 } });

test.beforeEach(async ({ simulator, earshot }) => {
  await signIn(earshot.page, simulator);
});

const listens = (simulator: Simulator): number => simulator.requests.filter((request) => request.interface === 'addSupervise').length;

/** What the system does when a link is clicked: Earshot is started once more. */
async function click(earshot: Running, link: string): Promise<void> {
  expect(await once(earshot.start(link), 'exit')).toEqual([0, null]);
}

test('a link of the system’s is answered by the Earshot that runs', async ({ desktop, earshot, simulator }, testInfo) => {
  const { page } = earshot;
  await test.step('one that is none is refused with words, and does nothing', async () => {
    await click(earshot, 'earshot://listen/20001?now');
    await expect(page.getByText('A link to Earshot could not be understood. Nothing was done.')).toBeVisible();
    await expect(page.getByText('A link asks you')).toHaveCount(0);
    expect(listens(simulator)).toBe(0);
  });
  await test.step('one that is too long is refused with the same words, and does not end the Earshot that runs', async () => {
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByText('A link to Earshot could not be understood.')).toHaveCount(0);
    await click(earshot, `earshot://listen/${'1'.repeat(40_000)}`);
    await expect(page.getByText('A link to Earshot could not be understood. Nothing was done.')).toBeVisible();
  });
  await test.step('one to a listen brings the window up and asks; only a yes listens', async () => {
    await desktop.closeWindow('Earshot');
    await click(earshot, 'earshot://listen/20001');
    await expect.poll(async () => (await desktop.window('Earshot')) === null).toBe(false);
    const question = page.getByText('A link asks you to listen to Li Wei (20001)');
    await expect(question).toBeVisible();
    await desktop.screenshot(testInfo.outputPath('link.png'));
    expect(listens(simulator)).toBe(0);
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(question).toHaveCount(0);
    expect(listens(simulator)).toBe(0);

    await click(earshot, 'earshot://listen/20001');
    await page.getByRole('region', { name: 'Alert' }).getByRole('button', { name: 'Listen' }).click();
    await expect(page.getByRole('region', { name: 'Your listen' })).toContainText('Listening to Li Wei (20001)');
    expect(listens(simulator)).toBe(1);
  });
  await test.step('one to an agent opens the details, from the settings page too', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await click(earshot, 'earshot://agent/20001');
    await expect(page.getByRole('complementary').getByRole('heading', { name: 'Li Wei' })).toBeVisible();
    // Not toBeFocused: the window manager may leave the focus with another window.
    await expect.poll(() => page.evaluate('document.activeElement.outerHTML.slice(0, 300)')).toContain('details__title');
  });
});
