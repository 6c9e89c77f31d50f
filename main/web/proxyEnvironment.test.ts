import { describe, expect, test } from 'vitest';
import { environmentProxy } from './proxyEnvironment.ts';

const origin = 'https://gw.example:8043';

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
