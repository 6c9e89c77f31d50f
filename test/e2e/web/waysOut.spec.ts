import { readFile } from 'node:fs/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { servePlainPage, startListener, tried, waysToAName, waysToAnAddress, type WayOut } from '../../support/waysOut.ts';
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

interface Try {
  readonly way: WayOut;
  readonly script: string;
  /** The host whose request the page is waited for to give up; null: nothing tells. */
  readonly until: string | null;
}

/**
 * Tries them all on what stands at `url`: one after the other on the same page, but each that leaves it on one of its own. The pages stay
 * until the browser ends, so that what takes its time gets it.
 */
async function tryAll(browser: BrowserContext, url: string, tries: readonly Try[]): Promise<void> {
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  };
  const page = await open();
  for (const { way, script, until } of tries) {
    const on = way.leaves === true ? await open() : page;
    const givenUp = until === null ? null : on.waitForEvent('requestfailed', (request) => new URL(request.url()).hostname === until);
    await on.evaluate(tried(script)).catch(() => undefined);
    await givenUp;
  }
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
  const ways = await Promise.all(waysToAnAddress.map(async (way) => ({ way, held: await startListener(), free: await startListener() })));
  await tryAll(
    browser,
    host.origin,
    ways.map(({ way, held }) => ({ way, script: way.script(held, ''), until: null })),
  );
  // What a page without the policy does in the same moment is heard.
  await tryAll(
    browser,
    plain.url,
    ways.map(({ way, free }) => ({ way, script: way.script(free, ''), until: null })),
  );
  const unheard = (): string[] => ways.filter(({ free }) => free.heard() === 0).map(({ way }) => way.name);
  await expect.poll(unheard).toEqual([]);
  expect(ways.filter(({ held }) => held.heard() > 0).map(({ way }) => way.name)).toEqual([]);

  const named = (whose: 'own' | 'plain'): Try[] =>
    waysToAName.map((way, nth) => {
      const host = `${whose}-${String(nth)}.example`;
      return { way, script: way.script(silent, host), until: whose === 'plain' && way.loads === true ? host : null };
    });
  await tryAll(browser, host.origin, named('own'));
  await tryAll(browser, plain.url, named('plain'));
  expect(silent.heard()).toBe(0);
  await browser.close();
  plain.close();
  for (const listener of [silent, ...ways.flatMap(({ held, free }) => [held, free])]) await listener.close();
  const lookedUp = [...(await readFile(netLog, 'utf8')).matchAll(/(own|plain)-(\d+)\.example/g)].map(([name]) => name);
  expect([...new Set(lookedUp)].sort()).toEqual(waysToAName.map((_way, nth) => `plain-${String(nth)}.example`));
});
