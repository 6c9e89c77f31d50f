import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGatewayAddress, parseGatewayAddress } from './address.ts';

test.each([
  ['10.1.2.3', '10.1.2.3:8043'],
  ['gw.example', 'gw.example:8043'],
  ['gw.example:9443', 'gw.example:9443'],
  ['gw.example:443', 'gw.example:443'],
  ['https://gw.example', 'gw.example:8043'],
  ['https://gw.example:443/agentgateway/resource', 'gw.example:443'],
  ['  https://gw.example:8043/agentgateway  ', 'gw.example:8043'],
  ['[fd00::1]:8043', '[fd00::1]:8043'],
  ['GW.Example', 'gw.example:8043'],
  ['10.0.0.5：8043', '10.0.0.5:8043'],
  ['10.0.0.5∶8043', '10.0.0.5:8043'],
  ['10.0.0.5:８０４３', '10.0.0.5:8043'],
  ['１０。０。０。５', '10.0.0.5:8043'],
  ['https：／／gw.example：9443／', 'gw.example:9443'],
  ['\u200e10.0.0.5\u200b:8043\ufeff', '10.0.0.5:8043'],
  ['\u3000gw.example\u00a0', 'gw.example:8043'],
  ['gw‑1.example', 'gw-1.example:8043'],
  ['https:/10.0.0.5:8043', '10.0.0.5:8043'],
  ['https:10.0.0.5:443', '10.0.0.5:443'],
  ['https:\\\\10.0.0.5:443', '10.0.0.5:443'],
  ['HTTPS:///10.0.0.5', '10.0.0.5:8043'],
  ['10.0.0.5.', '10.0.0.5:8043'],
  ['网关.公司', 'xn--d6q013i.xn--55qx5d:8043'],
])('%s is read as %s', (text, authority) => {
  expect(parseGatewayAddress(text)?.authority).toBe(authority);
});

test('the origin is always https', () => {
  expect(parseGatewayAddress('gw.example')?.origin).toBe('https://gw.example:8043');
});

test.each([
  '',
  '   ',
  'http://gw.example',
  'ftp://gw',
  'two words',
  'https://user:secret@gw.example',
  'gw:99999',
  'javascript:alert(1)',
  '://',
  'https://',
  'https//10.0.0.5',
  'http:8043',
  'http:/10.0.0.5',
  'htps:/10.0.0.5',
  'gw.example:0',
  '10.0.0.5:99999',
  '10.0.0.5:80:43',
  '10.0.0.5@gw.example',
])('"%s" is not a gateway address', (text) => {
  expect(parseGatewayAddress(text)).toBeNull();
});

test.each([
  '010.0.0.5',
  '10.0.0.05',
  '0127.0.0.1:8043',
  'https://010.0.0.5',
  '０１０.0.0.5',
  '09.0.0.5',
  '10.5',
  '10.0.5:8043',
  '10.0.0.0.5',
  '10.0.0.256',
  '10..0.5',
  '167772165',
  '0xa.0.0.5',
  '0x0a000005',
  '%310.0.0.5',
  'https:8043',
  'fd00::5',
  'fe80::1:8043',
  '::1',
])('%s is told to be no whole IP address, and leads nowhere', (text) => {
  expect(readGatewayAddress(text)).toEqual({ kind: 'oddNumber' });
});

test('what is read leads to the numbers that were written, or nowhere', () => {
  const part = fc.oneof(
    fc.nat(300).map(String),
    fc.nat(99).map((each) => `0${String(each)}`),
    fc.nat().map((each) => `0x${each.toString(16)}`),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const host = parseGatewayAddress(parts.join('.'))?.host;
      expect([undefined, parts.join('.')]).toContain(host);
    }),
  );
});
