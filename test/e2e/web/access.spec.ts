import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { startWebHost } from '../../support/webHost.ts';
import { expect, test } from './fixtures.ts';

test('the link is good for one browser', async ({ earshot: page, host }) => {
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect((await fetch(host.link, { redirect: 'manual' })).status).toBe(403);
  expect((await fetch(host.origin)).status).toBe(403);
});

test('the page comes with strict headers and an HttpOnly, SameSite cookie', async ({ earshot: page, host }) => {
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([{ name: `earshot-${new URL(host.origin).port}`, httpOnly: true, sameSite: 'Strict' }]);
  const response = await page.request.get(`${host.origin}/`);
  expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
});

test('files outside the renderer are not served', async ({ earshot: page, host }) => {
  // Raw, as neither a browser nor fetch would send it.
  const status = await rawStatus(host.origin, '/..%2fmain%2felectron.js', (await page.context().cookies())[0]);
  expect(status).toBe(404);
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../main/electron.js',
    '/index.html%00.js',
  ]) {
    expect((await page.request.get(`${host.origin}${path}`)).status(), path).toBe(404);
  }
});

test('another name for this machine is refused (DNS rebinding)', async ({ earshot: page, host }) => {
  const response = await page.request.get(host.origin, { headers: { host: 'evil.example' } });
  expect(response.status()).toBe(421);
});

test('a page of another origin cannot open the bridge, even with the cookie', async ({ earshot: page, host }) => {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const outcome = (headers: Record<string, string>): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/bridge`, { headers });
      socket.on('open', () => {
        socket.close();
        resolve('open');
      });
      socket.on('error', () => {
        resolve('refused');
      });
    });
  expect(await outcome({ cookie, origin: 'http://evil.example' })).toBe('refused');
  expect(await outcome({ origin: host.origin })).toBe('refused');
  expect(await outcome({ cookie, origin: host.origin })).toBe('open');
});

function rawStatus(origin: string, path: string, cookie: { name: string; value: string } | undefined): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('connections that nobody may open do not keep the host from ending', async () => {
  const host = await startWebHost();
  const { hostname, port } = new URL(host.origin);
  const upgrade = (path: string): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      });
      socket.on('data', () => {
        resolve();
      });
      socket.on('error', () => undefined);
    });
  await upgrade('/other');
  await upgrade('/bridge');
  // With one of them in its way it would never end, and this not come back.
  await host.stop();
});
