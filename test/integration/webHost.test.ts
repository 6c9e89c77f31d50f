import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { securityHeaders } from '../../main/web/headers.ts';
import { listeningSockets } from '../support/ownSockets.ts';
import { endedWebHost, redeemLink, startWebHost, type RunningWebHost } from '../support/webHost.ts';
import { isWine, pipesOfWine } from '../support/wine.ts';

let host: RunningWebHost;
let cookie: string;

beforeAll(async () => {
  host = await startWebHost();
  cookie = await redeemLink(host.link);
});

afterAll(() => host.stop());

/** What comes back for these bytes, until the host closes the connection. */
function answerTo(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(host.port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
  });
}

const bridgeRequest = (more: string): string =>
  `GET /bridge HTTP/1.1\r\nHost: 127.0.0.1:${String(host.port)}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;

/** What a browser with the cookie is told first over the bridge. */
async function firstMessage({ origin }: RunningWebHost, withCookie: string): Promise<string> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge`, { headers: { cookie: withCookie, origin } });
  const first = await new Promise<string>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      resolve(data.toString());
    });
    socket.on('error', reject);
  });
  socket.terminate();
  return first;
}

/** As a browser with the cookie sees it. */
async function stillWorks(): Promise<void> {
  const page = await fetch(`${host.origin}/`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await firstMessage(host, cookie)).toContain('"kind":"state"');
}

describe('the web host is bound to this machine', () => {
  test.skipIf(process.platform !== 'linux')('one socket listens, on IPv4’s loopback and its own port, and none on IPv6', () => {
    expect(listeningSockets(host.pid)).toEqual([{ table: 'tcp', address: '127.0.0.1', port: host.port }]);
  });
});

describe('its answers', () => {
  test.each([
    ['the page', '/', 200],
    ['a file that is not there', '/none.js', 404],
    ['a link that was used', '/?start=x', 303],
  ])('%s comes with every header that the Electron window has', async (_name, url, status) => {
    const answer = await fetch(`${host.origin}${url}`, { headers: { cookie }, redirect: 'manual' });
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name), name).toBe(value);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('and so do its refusals', async () => {
    const { headers, status } = await fetch(`${host.origin}/`);
    expect(status).toBe(403);
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), name).toBe(value);
  });

  test('another origin, or another site, is refused whatever the cookie, and uses up no link', async () => {
    const other = await startWebHost();
    for (const headers of [{ origin: 'http://127.0.0.1:9' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await fetch(`${host.origin}/`, { headers: { cookie, ...headers } })).status).toBe(403);
      expect((await fetch(other.link, { headers, redirect: 'manual' })).status).toBe(403);
    }
    expect(await redeemLink(other.link)).toContain('earshot-');
    await other.stop();
  });
});

describe('rubbish sent to it is refused and stops nothing', () => {
  test.each([
    ['no HTTP at all', '\0\u0001\u0002\u0003\r\n\r\n'],
    ['a TLS greeting', Buffer.from('16030100c8010000c403037f', 'hex')],
    ['a header without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(64_000)}\r\n\r\n`],
    ['headers without end', `GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(5_000)}\r\n`],
    ['an address without end', `GET /${'a'.repeat(64_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
    ['a length and chunks', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n'],
    ['a control character in a header', 'GET / HTTP/1.1\r\nHost: a\u0001b\r\nConnection: close\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    await stillWorks();
  });

  test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'POST'])('%s, even with the cookie', async (method) => {
    const answer = await answerTo(
      `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${String(host.port)}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  test.each(['//', '/%', '/\\..\\..\\package.json', '/?start=%', '/?start[]=1', 'http://evil.example/', '*', '/..%00/'])(
    'the address %s',
    async (url) => {
      const answer = await answerTo(
        `GET ${url} HTTP/1.1\r\nHost: 127.0.0.1:${String(host.port)}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 (303|4\d\d) |^HTTP\/1\.1 200 OK/);
      expect(answer).not.toContain('"dependencies"');
      await stillWorks();
    },
  );

  test.each([
    ['frames that make no sense', Buffer.from('ffffffffffffffffffff', 'hex')],
    ['a frame that is not masked', Buffer.from('810568656c6c6f', 'hex')],
    ['a frame of four gigabytes', Buffer.from('81ff00000001000000000000', 'hex')],
    ['text that is no UTF-8', Buffer.from('818200000000c328', 'hex')],
  ])('on the open bridge: %s', async (_name, frame) => {
    const answer = await answerTo(Buffer.concat([Buffer.from(bridgeRequest(`Origin: ${host.origin}\r\nCookie: ${cookie}\r\n`)), frame]));
    expect(answer).toMatch(/^HTTP\/1\.1 101 /);
    await stillWorks();
  });

  test('requests that come drop by drop are cut off, and a browser gets its page meanwhile', async () => {
    const slow = await Promise.all(Array.from({ length: 100 }, () => slowRequest()));
    await stillWorks();
    // Each ends by the host's own time limit, not by ours.
    await Promise.all(slow.map((each) => each.closed));
    await stillWorks();
  }, 60_000);

  test('sockets that stay silent, as many as there may be, do not lock the page out while they are there', async ({ skip }) => {
    skip(isWine, 'Wine 8 breaks some of so many connections off by itself');
    const silent = await Promise.all(Array.from({ length: 400 }, () => openSocket()));
    await stillWorks();
    for (const socket of silent) socket.destroy();
  }, 60_000);

  test('a flood of connections is cut at a bound, and the host works once it is over', async () => {
    const flood = await Promise.all(Array.from({ length: 600 }, () => openSocket()));
    await expect.poll(() => flood.filter((socket) => socket.closed).length).toBeGreaterThan(300);
    for (const socket of flood) socket.destroy();
    await expect
      .poll(() =>
        stillWorks().then(
          () => 'works',
          () => 'not yet',
        ),
      )
      .toBe('works');
  }, 60_000);
});

function openSocket(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(host.port, '127.0.0.1');
    socket.on('connect', () => {
      resolve(socket);
    });
    socket.on('error', () => {
      resolve(socket);
    });
    socket.resume();
  });
}

async function slowRequest(): Promise<{ closed: Promise<unknown> }> {
  const socket = await openSocket();
  socket.write('GET / HTTP/1.1\r\n');
  const drops = setInterval(() => {
    if (socket.writable) socket.write('X: y\r\n');
  }, 500);
  return {
    closed: new Promise((resolve) => {
      socket.on('close', () => {
        clearInterval(drops);
        resolve(null);
      });
    }),
  };
}

describe('its data folder', () => {
  test.skipIf(process.platform === 'win32')('is refused in words when other users can write in it', async () => {
    const open = mkdtempSync(path.join(tmpdir(), 'earshot-open-'));
    chmodSync(open, 0o777);
    const { status, output } = await endedWebHost(['--data-dir', open]);
    expect([status, output]).toEqual([2, expect.stringContaining(`Other users of this computer can write in ${open}.`)]);
    rmSync(open, { recursive: true, force: true });
  });

  test('belongs to one web host at a time: a second one says so and ends', async ({ skip }) => {
    skip(isWine, pipesOfWine);
    const second = await endedWebHost(['--data-dir', host.dataFolder]);
    expect(second.status).toBe(2);
    expect(second.output).toContain('Earshot is running already and keeps its settings in');
    expect(second.output).toContain('--data-dir');
    await stillWorks();
  });

  test('is free again when the host was killed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-web-'));
    const first = await startWebHost({ dataFolder: folder });
    process.kill(first.pid, 'SIGKILL');
    await expect
      .poll(async () => {
        const next = await startWebHost({ dataFolder: folder }).catch(() => null);
        await next?.stop();
        return next !== null;
      })
      .toBe(true);
    await first.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('may have a path with Chinese, blanks and 200 characters; what was left damaged there is moved aside, and said', async () => {
    const above = mkdtempSync(path.join(tmpdir(), 'earshot-long-'));
    const folder = path.join(above, '检查员 工具', 'x'.repeat(100), 'y'.repeat(70));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, 'earshot.json'), '{"agentId": "291", "setti');
    const there = await startWebHost({ dataFolder: folder });
    expect(readFileSync(path.join(folder, 'earshot.unreadable.json'), 'utf8')).toBe('{"agentId": "291", "setti');
    expect(readFileSync(path.join(folder, 'logs', 'earshot-web.log'), 'utf8')).toContain('kept file unreadable');
    expect(await firstMessage(there, await redeemLink(there.link))).toContain('"kind":"pinsDamaged"');
    await there.stop();
    rmSync(above, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a folder that cannot be made or written is said in a sentence', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'earshot-file-')), 'file');
    writeFileSync(file, '');
    const places = [file, path.join(file, 'below'), ...(process.platform === 'linux' ? ['/proc/earshot', '/proc/earshot/deep/er'] : [])];
    for (const place of places) {
      const { status, output } = await endedWebHost(['--data-dir', place]);
      expect(status, place).toBe(2);
      expect(output, place).toBe(`Earshot cannot keep its settings and its log in ${place}. Choose another folder with --data-dir.\n`);
    }
    rmSync(path.dirname(file), { recursive: true, force: true });
  });
});
