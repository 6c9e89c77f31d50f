import tls from 'node:tls';
import { describe, expect, test, vi } from 'vitest';
import { proxyRoutesTo, systemRoutes, type ProxyRoutes } from './proxyRoute.ts';
import { createBadProxies } from './proxyRouting.ts';
import { createHandClock } from '../../test/support/handClock.ts';

const origin = 'https://gw.example:8043';
const system = (answer: string) => () => Promise.resolve(answer);

describe('the way to a gateway', () => {
  test.each([
    ['system', [], { kind: 'proxy', url: 'http://proxy.example:3128' }],
    ['direct', [], { kind: 'direct' }],
    ['http://own.example:8080', [], { kind: 'proxy', url: 'http://own.example:8080' }],
    ['http://own.example:8080', ['gw.example'], { kind: 'direct' }],
    ['system', ['*.example'], { kind: 'direct' }],
    ['system', ['.example'], { kind: 'direct' }],
    ['system', ['GW.example'], { kind: 'direct' }],
    ['http://own.example:8080/', ['gw.*'], { kind: 'direct' }],
    ['system', ['GW.example.'], { kind: 'direct' }],
    ['system', ['*'], { kind: 'direct' }],
    ['system', ['<local>', '10.*'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
    ['system', ['example'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
    ['system', ['othergw.example'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
  ])('with proxy %s and direct hosts %j is %j', async (proxy, proxyDirect, route) => {
    expect(await proxyRoutesTo(origin, { proxy, proxyDirect }, system('PROXY proxy.example:3128'))).toEqual([route]);
  });

  test.each([
    ['https://10.0.0.5:8043', '10.*'],
    ['https://10.0.0.5:8043', '10.0.*'],
    ['https://gateway:8043', '<local>'],
    ['https://[fd00::2]:8043', '[fd00::2]'],
    ['https://[fd00::2]:8043', 'fd00:0::2'],
    ['https://xn--d6q013i.xn--55qx5d:8043', '网关.公司'],
    ['https://gw.example.:8043', 'gw.example'],
  ])('to %s is direct where the list holds %s', async (to, entry) => {
    const settings = { proxy: 'http://own.example:8080', proxyDirect: [entry] };
    expect(await proxyRoutesTo(to, settings, system(''))).toEqual([{ kind: 'direct' }]);
  });

  test.each(['https://127.0.0.1:8043', 'https://localhost:8043', 'https://[::1]:8043'])(
    'to %s is direct unless said otherwise',
    async (here) => {
      const settings = { proxy: 'http://own.example:8080', proxyDirect: [] };
      expect(await proxyRoutesTo(here, settings, system(''))).toEqual([{ kind: 'direct' }]);
      expect(await proxyRoutesTo(here, { ...settings, proxyDirect: ['<-loopback>'] }, system(''))).toMatchObject([{ kind: 'proxy' }]);
    },
  );

  test('the system is asked only when the setting says so, and one that cannot tell has no proxy', async () => {
    const asked = vi.fn(() => Promise.reject(new Error('no script')));
    await proxyRoutesTo(origin, { proxy: 'direct', proxyDirect: [] }, asked);
    expect(asked).not.toHaveBeenCalled();
    expect(await proxyRoutesTo(origin, { proxy: 'system', proxyDirect: [] }, asked)).toEqual([{ kind: 'direct' }]);
  });
});

test('a proxy in the settings that cannot be read is said, and not passed by', async () => {
  const settings = { proxy: 'http://own.example:99999', proxyDirect: [] };
  expect(await proxyRoutesTo(origin, settings, system('DIRECT'))).toEqual([{ kind: 'unreadable' }]);
});

describe('the system’s answer', () => {
  test.each([
    ['DIRECT', { kind: 'direct' }],
    ['', { kind: 'direct' }],
    ['PROXY a:1; PROXY b:2; DIRECT', { kind: 'proxy', url: 'http://a:1' }],
    ['HTTPS a:1', { kind: 'proxy', url: 'https://a:1' }],
    ['SOCKS5 a:1; PROXY b:2', { kind: 'proxy', url: 'http://b:2' }],
    ['SOCKS a:1', { kind: 'notSupported' }],
    ['PROXY', { kind: 'unreadable' }],
    ['PROXY a:99999; SOCKS b:1', { kind: 'unreadable' }],
    ['PROXY a:99999; PROXY b:2', { kind: 'proxy', url: 'http://b:2' }],
  ])('%j is %j', (answer, route) => {
    expect(systemRoutes(answer)[0]).toEqual(route);
  });
});

test('the system’s list is kept whole, but for what cannot be used', () => {
  expect(systemRoutes('PROXY a:1; SOCKS b:2; HTTPS c:3; DIRECT')).toEqual([
    { kind: 'proxy', url: 'http://a:1' },
    { kind: 'proxy', url: 'https://c:3' },
    { kind: 'direct' },
  ]);
});

test('a proxy that could not be reached comes last for minutes, or until the network is another', async () => {
  const clock = createHandClock();
  const bad = createBadProxies(clock);
  const sort = (routes: ProxyRoutes) => bad.sort(routes, () => tls.createSecureContext());
  const [a, b] = systemRoutes('PROXY a:1; PROXY b:2');
  if (b === undefined) throw new Error('No second way.');
  expect(sort([a, b]).routes).toEqual([a, b]);
  sort([a, b]).unreachable(a);
  expect(sort([a, b]).routes).toEqual([b, a]);
  expect(sort([a]).routes).toEqual([a]);
  await clock.advance(5 * 60_000);
  expect(sort([a, b]).routes).toEqual([a, b]);
  sort([a, b]).unreachable(a);
  bad.forget();
  expect(sort([a, b]).routes).toEqual([a, b]);
});
