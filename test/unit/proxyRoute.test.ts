import tls from 'node:tls';
import { describe, expect, test, vi } from 'vitest';
import { proxyRoutesTo, systemRoutes, type ProxyRoutes } from '../../main/gateway/proxyRoute.ts';
import { createBadProxies } from '../../main/gateway/proxyWays.ts';
import { environmentProxy } from '../../main/web/proxyEnvironment.ts';
import { createHandClock } from '../support/handClock.ts';

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

describe('the environment’s proxy', () => {
  test.each([
    [{}, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://p:3128' }, 'PROXY p:3128'],
    [{ https_proxy: 'p:3128' }, 'PROXY p:3128'],
    [{ ALL_PROXY: 'https://p:3128' }, 'HTTPS p:3128'],
    [{ HTTPS_PROXY: 'http://me:pw@p:3128' }, 'PROXY me:pw@p:3128'],
    [{ HTTPS_PROXY: 'socks5://p:1080' }, 'SOCKS'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: '*' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: 'a.b, example' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: '.example' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: 'gw.example:8043' }, 'DIRECT'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: 'gw.example:443' }, 'PROXY p:3128'],
    [{ HTTPS_PROXY: 'http://p:3128', NO_PROXY: 'ample' }, 'PROXY p:3128'],
  ])('%j says %s', async (env, answer) => {
    expect(await environmentProxy(env)(origin)).toBe(answer);
  });

  test.each([
    ['http://p:3128', 'PROXY p:3128'],
    ['  http://p:3128 ', 'PROXY p:3128'],
    ['"http://p:3128"', 'PROXY p:3128'],
    ["'p:3128'", 'PROXY p:3128'],
    ['http://p:3128/', 'PROXY p:3128'],
    ['http://[2001:db8::1]:3128', 'PROXY [2001:db8::1]:3128'],
    ['http://me:100%@p:1', 'PROXY me:100%25@p:1'],
    ['http://me:p%40ss@p:1', 'PROXY me:p%40ss@p:1'],
    ['http://me:p@ss@p:1', 'PROXY me:p%40ss@p:1'],
    ['http://me:p#s/s?@p:1', 'PROXY me:p%23s%2Fs%3F@p:1'],
    ['http://me:a;b c@p:1', 'PROXY me:a%3Bb%20c@p:1'],
    ['http://DOM\\user:pw@p:1', 'PROXY DOM%5Cuser:pw@p:1'],
    ['me:pw@p:1', 'PROXY me:pw@p:1'],
    ['http://p:99999', 'PROXY'],
    ['http:/p:1', 'PROXY'],
    ['http://', 'PROXY'],
    ['p p:1', 'PROXY'],
    ['""', 'DIRECT'],
    ['   ', 'DIRECT'],
  ])('HTTPS_PROXY %j says %s', async (value, answer) => {
    expect(await environmentProxy({ HTTPS_PROXY: value })(origin)).toBe(answer);
  });

  const past = async (list: string, host: string) =>
    (await environmentProxy({ HTTPS_PROXY: 'p:1', NO_PROXY: list })(`https://${host}:8043`)) === 'DIRECT';

  test.each([
    ['10.0.0.0/8', '10.1.2.3'],
    ['192.0.2.0/24', '192.0.2.77'],
    ['2001:db8::/32', '[2001:db8::5]'],
    ['[2001:db8::]/32', '[2001:db8::5]'],
    ['10.*', '10.1.2.3'],
    ['10.0.0.', '10.0.0.9'],
    ['2001:db8::5', '[2001:db8::5]'],
    ['[2001:DB8:0::5]', '[2001:db8::5]'],
    ['[2001:db8::5]:8043', '[2001:db8::5]'],
    ['gw.example.', 'gw.example'],
    ['gw.example', 'gw.example.'],
    ['a.b;gw.example', 'gw.example'],
    ['"gw.example"', 'gw.example'],
    ['a.b, "gw.example" ', 'gw.example'],
    ['https://gw.example', 'gw.example'],
    ['gw*.example', 'gw7.example'],
    ['网关.公司', '网关.公司'],
    ['.公司', '网关.公司'],
    ['10.1.2.3:8043', '10.1.2.3'],
    ['3com.example', 'gw.3com.example'],
    ['my_gw.example', 'my_gw.example'],
    ['fd00::2%eth0', '[fd00::2]'],
    ['::ffff:10.0.0.0/104', '[::ffff:10.1.1.1]'],
  ])('NO_PROXY %j lets past https://…%s', async (list, host) => {
    expect(await past(list, host)).toBe(true);
  });

  test.each([
    ['10.0.0.0/8', '11.1.2.3'],
    ['10.0.0.0/99', '10.1.2.3'],
    ['10.0.0.0/8', 'gw.example'],
    ['2001:db8::5', '[2001:db8::6]'],
    ['[2001:db8::5]:443', '[2001:db8::5]'],
    ['10.*', '110.1.2.3'],
    ['10.0.0.', '10.0.0.example'],
    ['gw.example', 'gwxexample'],
    ['1.2.3', '9.1.2.3'],
    ['2001:db8::/33', '[2001:db8:8000::1]'],
  ])('NO_PROXY %j does not let past https://…%s', async (list, host) => {
    expect(await past(list, host)).toBe(false);
  });
});
