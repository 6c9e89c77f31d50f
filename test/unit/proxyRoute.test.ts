import { describe, expect, test, vi } from 'vitest';
import { proxyRouteTo, systemRoute } from '../../main/gateway/proxyRoute.ts';
import { environmentProxy } from '../../main/web/proxyEnvironment.ts';

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
    ['http://own.example:8080/', ['gw.*'], { kind: 'proxy', url: 'http://own.example:8080' }],
    ['system', ['GW.example.'], { kind: 'direct' }],
    ['system', ['*'], { kind: 'direct' }],
    ['system', ['<local>', '10.*'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
    ['system', ['example'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
    ['system', ['othergw.example'], { kind: 'proxy', url: 'http://proxy.example:3128' }],
  ])('with proxy %s and direct hosts %j is %j', async (proxy, proxyDirect, route) => {
    expect(await proxyRouteTo(origin, { proxy, proxyDirect }, system('PROXY proxy.example:3128'))).toEqual(route);
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
    expect(await proxyRouteTo(to, settings, system(''))).toEqual({ kind: 'direct' });
  });

  test.each(['https://127.0.0.1:8043', 'https://localhost:8043', 'https://[::1]:8043'])(
    'to %s is direct unless said otherwise',
    async (here) => {
      const settings = { proxy: 'http://own.example:8080', proxyDirect: [] };
      expect(await proxyRouteTo(here, settings, system(''))).toEqual({ kind: 'direct' });
      expect(await proxyRouteTo(here, { ...settings, proxyDirect: ['<-loopback>'] }, system(''))).toMatchObject({ kind: 'proxy' });
    },
  );

  test('the system is asked only when the setting says so, and one that cannot tell has no proxy', async () => {
    const asked = vi.fn(() => Promise.reject(new Error('no script')));
    await proxyRouteTo(origin, { proxy: 'direct', proxyDirect: [] }, asked);
    expect(asked).not.toHaveBeenCalled();
    expect(await proxyRouteTo(origin, { proxy: 'system', proxyDirect: [] }, asked)).toEqual({ kind: 'direct' });
  });
});

describe('the system’s answer', () => {
  test.each([
    ['DIRECT', { kind: 'direct' }],
    ['', { kind: 'direct' }],
    ['PROXY a:1; PROXY b:2; DIRECT', { kind: 'proxy', url: 'http://a:1' }],
    ['HTTPS a:1', { kind: 'proxy', url: 'https://a:1' }],
    ['SOCKS5 a:1; PROXY b:2', { kind: 'proxy', url: 'http://b:2' }],
    ['SOCKS a:1', { kind: 'notSupported' }],
    ['PROXY', { kind: 'notSupported' }],
  ])('%j is %j', (answer, route) => {
    expect(systemRoute(answer)).toEqual(route);
  });
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
});
