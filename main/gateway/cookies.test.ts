import { expect, test } from 'vitest';
import { createCookies } from './cookies.ts';

const url = 'https://10.1.2.3:8043/agentgateway/resource/agentevent/291';

test('a cookie goes back as name and value, to bare numbers and names too', () => {
  for (const origin of ['https://10.1.2.3:8043/', 'https://gateway:8043/', 'https://[::1]:8043/']) {
    const cookies = createCookies();
    cookies.take(`${origin}a`, ['huaweielbsession=x1; Path=/; HttpOnly; Secure']);
    expect(cookies.header(`${origin}b`)).toBe('huaweielbsession=x1');
  }
});

test('an answer without cookies leaves them as they are; a newer value replaces the older', () => {
  const cookies = createCookies();
  cookies.take(url, ['a=1; Path=/', 'b=2; Path=/']);
  cookies.take(url, []);
  cookies.take(url, ['a=3; Path=/']);
  expect(cookies.header(url)).toBe('a=3; b=2');
});

test('what is no cookie, or another host’s, is left out', () => {
  const cookies = createCookies();
  cookies.take(url, ['', ';;;', '\u0000=\u0000', 'a=1; Domain=elsewhere.example']);
  expect(cookies.header(url)).toBeNull();
});
