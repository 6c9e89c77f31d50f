import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { WebHostHere } from '../../support/webHostHere.ts';
import { elsewhere, expect, test as base } from './fixtures.ts';

interface Hostile {
  /** Opens a page of the hostile server, by the name given, in the browser that holds Earshot's cookie. */
  visit(name: '127.0.0.1' | 'localhost' | typeof elsewhere): Promise<Page>;
  /** The host's own address by a name that an attacker's DNS server gave it. */
  rebound(): Promise<Page>;
}

/** Earshot open in a browser, and a second server on this machine that means no good. */
const test = base.extend<{ readonly open: { host: WebHostHere; page: Page; hostile: Hostile } }>({
  open: async ({ earshot: page, host }, use) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>hostile</title><body>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const goto = async (url: string): Promise<Page> => {
      const opened = await page.context().newPage();
      await opened.goto(url);
      return opened;
    };
    await use({
      host,
      page,
      hostile: {
        visit: (name) => goto(`http://${name}:${String(port)}/`),
        rebound: () => goto(`http://${elsewhere}:${String(host.port)}/`),
      },
    });
    server.close();
  },
});

const ways = (target: string): Readonly<Record<string, string>> => ({
  'a fetch with the cookie': `fetch(${target} + '/', { credentials: 'include' }).then(() => 'read', () => 'refused')`,
  'a fetch that wants no answer': `fetch(${target} + '/', { credentials: 'include', mode: 'no-cors' }).then((a) => a.text()).then((t) => t === '' ? 'refused' : 'read', () => 'refused')`,
  'a WebSocket': `new Promise((done) => { const s = new WebSocket(${target}.replace('http', 'ws') + '/bridge'); s.onopen = () => done('open'); s.onerror = () => done('refused'); })`,
  'an iframe': `new Promise((done) => { const f = document.createElement('iframe'); f.onload = () => { try { done(f.contentDocument.body.innerText === '' ? 'refused' : 'read'); } catch { done(f.contentWindow.length === 0 ? 'refused' : 'framed'); } }; f.src = ${target} + '/'; document.body.append(f); })`,
  'a script': `new Promise((done) => { const s = document.createElement('script'); s.onload = () => done('ran'); s.onerror = () => done('refused'); s.src = ${target} + '/index.html'; document.body.append(s); })`,
  'an image': `new Promise((done) => { const i = new Image(); i.onload = () => done('shown'); i.onerror = () => done('refused'); i.src = ${target} + '/assets/x.png'; })`,
});

for (const name of ['127.0.0.1', 'localhost', elsewhere] as const) {
  test(`a page of another server, opened as ${name}, reaches nothing of Earshot`, async ({ open: { host, page, hostile } }) => {
    const attacker = await hostile.visit(name);
    for (const [way, attempt] of Object.entries(ways(JSON.stringify(host.origin)))) {
      expect(await attacker.evaluate(attempt), way).toBe('refused');
    }
    await test.step('a form that is posted, and a window that is opened, are refused', async () => {
      const answer = attacker.waitForResponse((response) => response.url() === `${host.origin}/`);
      await attacker.evaluate(
        `document.body.innerHTML = '<form method=post action="${host.origin}/"><input name=command value=signOut></form>'; document.forms[0].submit()`,
      );
      expect((await answer).status()).toBe(403);
      expect(await attacker.locator('body').innerText()).toContain('put its link into the address bar');
    });
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
}

test('a page that opens Earshot in a window gets no hold of it', async ({ open: { host, hostile } }) => {
  const attacker = await hostile.visit('127.0.0.1');
  const opened = attacker.waitForEvent('popup');
  await attacker.evaluate(`window.stolen = window.open(${JSON.stringify(host.origin)} + '/')`);
  expect(await (await opened).locator('body').innerText()).toContain('put its link into the address bar');
  expect(
    await attacker.evaluate(`(() => { try { return String(stolen.document.body.innerText); } catch { return 'refused'; } })()`),
  ).toMatch(/^(refused|)$/);
});

test('this machine under a name of an attacker’s DNS is refused (DNS rebinding)', async ({ open: { hostile } }) => {
  const rebound = await hostile.rebound();
  expect(await rebound.locator('body').innerText()).toContain('Earshot is not served under this name.');
  const socket = `new Promise((done) => { const s = new WebSocket('ws://' + location.host + '/bridge'); s.onopen = () => done('open'); s.onerror = () => done('refused'); })`;
  // The refusal's own policy would refuse it first: asked from a page without one, too.
  expect(await rebound.evaluate(socket)).toBe('refused');
  const attacker = await hostile.visit(elsewhere);
  expect(await attacker.evaluate(socket.replace('location.host', `'${new URL(rebound.url()).host}'`))).toBe('refused');
});

test('the start link works from the address bar alone, once', async ({ open: { host } }) => {
  expect((await fetch(host.link, { headers: { 'sec-fetch-site': 'cross-site' }, redirect: 'manual' })).status).toBe(403);
  expect((await fetch(host.link, { redirect: 'manual' })).status).toBe(403);
});
