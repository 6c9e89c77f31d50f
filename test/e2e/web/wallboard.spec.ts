import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

test.use({ agents: 3_000 });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wallboard' }).click();
}

for (const width of [640, 1280, 1920, 2560]) {
  test(`on the wallboard no number reaches into the next one’s tile, ${String(width)} wide`, async ({ pageInTurn, openSignedIn }) => {
    await pageInTurn.setViewportSize({ width, height: 800 });
    const page = await openSignedIn();
    await open(page);
    await expect(page.getByRole('list', { name: 'Agents by state' })).toContainText('1,');
    const over = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.wallboard__state, .wallboard__number, .wallboard__name')]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.textContent)`,
    );
    expect(over).toEqual([]);
  });
}

test('the wallboard fills the screen and gives it back', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  const full = (): Promise<boolean> => page.evaluate('document.fullscreenElement !== null');
  await open(page);
  await expect.poll(full).toBe(true);
  await page.getByRole('button', { name: 'Close the wallboard' }).click();
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
  await expect.poll(full).toBe(false);
});

test('a wallboard that is left before the screen is full leaves no full screen behind', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await page.evaluate(`{
    const fill = Element.prototype.requestFullscreen;
    Element.prototype.requestFullscreen = function () {
      return new Promise((resolve) => setTimeout(() => resolve(fill.call(this).finally(() => { window.filled = true; })), 400));
    };
  }`);
  await open(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
  await expect.poll(() => page.evaluate('window.filled')).toBe(true);
  await expect.poll(() => page.evaluate('document.fullscreenElement === null')).toBe(true);
});

test('leaving the full screen by the system’s own way leads back to the agents', async ({ openSignedIn }) => {
  const page = await openSignedIn();
  await open(page);
  await expect.poll(() => page.evaluate('document.fullscreenElement !== null')).toBe(true);
  await page.evaluate('document.exitFullscreen()');
  await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
});

test('a wallboard opened while the gateway is away shows the last counts, and from when they are', async ({ openSignedIn, simulator }) => {
  const page = await openSignedIn();
  await expect(page.locator('[data-work-no="20001"]')).toBeVisible();
  await simulator.close();
  await expect(page.getByTestId('connection')).toContainText('Reconnecting', { timeout: 40_000 });
  // Until what was seen is no longer the present.
  await page.waitForTimeout(16_000);
  await open(page);
  await expect(page.getByRole('heading', { name: /^[23],\d{3} agents$/ })).toBeVisible();
  await expect(page.getByText(/The list is from/).filter({ visible: true })).toHaveCount(1);
  await expectAccessible(page);
});
