import { expect, test } from 'vitest';
import { parseGatewayAddress } from '../../main/gateway/address.ts';

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
])('"%s" is not a gateway address', (text) => {
  expect(parseGatewayAddress(text)).toBeNull();
});
