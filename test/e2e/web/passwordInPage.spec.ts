import type { Page } from '@playwright/test';
import { expect, fillSignIn, signIn, test as base } from './fixtures.ts';

/** A page in a process of its own: what another test's page leaves in the heap is not this one's. */
const test = base.extend({
  pageInTurn: async ({ chromiumBrowser }, use) => {
    const context = await chromiumBrowser.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

/** The page's heap as it is now, rubbish collected: every text that anything of the page still holds. */
async function heapOf(page: Page): Promise<string> {
  const devTools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devTools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devTools.detach();
  return chunks.join('');
}

const held = async (page: Page, secret: string): Promise<'held' | 'gone'> => ((await heapOf(page)).includes(secret) ? 'held' : 'gone');
const passwordOf = (inspector: { readonly password: string } | undefined): string => inspector?.password ?? '';

test('the password is in the page while the form holds it, and no longer once the session lives', async ({ earshot, simulator }) => {
  const password = passwordOf(simulator.inspectors[0]);
  await fillSignIn(earshot, simulator);
  await earshot.getByRole('button', { name: 'Trust this certificate' }).waitFor();
  // What the end of this test proves nothing without: the search finds it while it is there.
  expect(await held(earshot, password)).toBe('held');
  await earshot.getByRole('button', { name: 'Trust this certificate' }).click();
  await expect(earshot.getByTestId('connection')).toHaveText('Live');
  await expect.poll(() => held(earshot, password), { timeout: 60_000 }).toBe('gone');
});

test('when a session has ended the form comes without the password, and nothing else holds it', async ({ earshot, simulator }) => {
  await signIn(earshot, simulator);
  await earshot.getByRole('button', { name: 'Sign out' }).click();
  await expect(earshot.getByLabel('Password')).toHaveValue('');
  await expect.poll(() => held(earshot, passwordOf(simulator.inspectors[0])), { timeout: 60_000 }).toBe('gone');
});
