import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}

export const light: Look = { colorScheme: 'light', forcedColors: 'none' };
export const dark: Look = { colorScheme: 'dark', forcedColors: 'none' };
export const forced: Look = { colorScheme: 'light', forcedColors: 'active' };

/** The rules of axe for which it matters how the page is coloured. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing serious or critical on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await graveViolations(page)).toEqual([]);
}

/**
 * The same in each of these looks; leaves the page in the first. What is right by its structure in one look is so in all:
 * in the others only the colours are looked at.
 */
export async function expectAccessibleIn(looks: readonly [Look, ...Look[]], page: Page): Promise<void> {
  const [first, ...others] = looks;
  // A colour that is still on its way to the next look's is of neither.
  await page.emulateMedia({ ...first, reducedMotion: 'reduce' });
  await expectAccessible(page);
  for (const look of others) {
    await page.emulateMedia(look);
    expect(await graveViolations(page, ofColours), Object.values(look).join()).toEqual([]);
  }
  await page.emulateMedia(first);
}

/**
 * Only violations are worked out, and in the page itself: a report of all that is well, gathered over a second page, takes
 * several times as long.
 */
async function graveViolations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page, ...((await page.evaluate('"axe" in window')) ? { axeSource: ';' } : {}) });
  const { violations } = await builder
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false, ...(rules.length === 0 ? {} : { runOnly: [...rules] }) })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
