import { readFile } from 'node:fs/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { servePlainPage, startListener, tried, waysToAName, waysToAnAddress } from '../../support/waysOut.ts';
import { expect, test } from './fixtures.ts';

/** A browser with a profile, as an inspector's: a private window would foretell no connections. Its network log tells every name looked up. */
function openBrowser(profile: string, netLog: string): Promise<BrowserContext> {
  const found = findChromium(process.env);
  test.skip(found.kind === 'missing', found.kind === 'missing' ? found.why : '');
  return chromium.launchPersistentContext(profile, {
    ...(found.kind === 'found' ? { executablePath: found.file } : {}),
    // This switch takes the very guesses away that are tried here.
    ignoreDefaultArgs: ['--disable-background-networking'],
    args: [...chromiumArguments.filter((each) => each !== '--disable-background-networking'), `--log-net-log=${netLog}`],
  });
}

/** On a page of its own, as many a way leaves the page that it is tried on. */
async function tryOn(browser: BrowserContext, url: string, script: string, until: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(tried(script)).catch(() => undefined);
  await until(page);
  await page.close();
}

test('script in the page brings nothing out of it, by no way that Chromium has, not even in a name that is looked up', async ({
  host,
}, testInfo) => {
  const netLog = testInfo.outputPath('net.json');
  const [browser, plain, silent] = [
    await openBrowser(testInfo.outputPath('profile'), netLog),
    await servePlainPage(),
    await startListener(),
  ];
  const first = await browser.newPage();
  await first.goto(host.link);
  await expect(first.getByRole('button', { name: 'Sign in' })).toBeVisible();
  for (const way of waysToAnAddress) {
    await test.step(way.name, async () => {
      await tryOn(browser, host.origin, way.script(silent, ''), () => Promise.resolve());
      const control = await startListener();
      // What a page without the policy does in the same moment is heard.
      await tryOn(browser, plain.url, way.script(control, ''), () => expect.poll(control.heard, way.name).toBeGreaterThan(0));
      await control.close();
      expect(silent.heard(), way.name).toBe(0);
    });
  }
  for (const [nth, way] of waysToAName.entries()) {
    await tryOn(browser, host.origin, way.script(silent, `own-${String(nth)}.example`), () => Promise.resolve());
    await tryOn(browser, plain.url, way.script(silent, `plain-${String(nth)}.example`), () => Promise.resolve());
  }
  await browser.close();
  plain.close();
  await silent.close();
  const lookedUp = [...(await readFile(netLog, 'utf8')).matchAll(/(own|plain)-(\d+)\.example/g)].map(([name]) => name);
  expect([...new Set(lookedUp)].sort()).toEqual(waysToAName.map((_way, nth) => `plain-${String(nth)}.example`));
});
