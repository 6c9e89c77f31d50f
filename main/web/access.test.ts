import { describe, expect, test } from 'vitest';
import { createAccess } from './access.ts';

function access() {
  let count = 0;
  return createAccess(
    () => 5000,
    () => `secret-${String((count += 1))}`,
  );
}

const host = '127.0.0.1:5000';

describe('who may reach the web host', () => {
  test('the start token is good once', () => {
    const door = access();
    expect(door.redeem('wrong')).toBeNull();
    expect(door.redeem(door.startToken)).not.toBeNull();
    expect(door.redeem(door.startToken)).toBeNull();
  });

  test('the cookie that it turned into admits', () => {
    const door = access();
    const cookie = door.redeem(door.startToken) ?? '';
    expect(door.admits({ host, cookie: `other=1; earshot-5000=${cookie}` })).toBe(true);
    expect(door.admits({ host, cookie: 'earshot-5000=guess' })).toBe(false);
    expect(door.admits({ host })).toBe(false);
  });

  test('the token itself is no cookie', () => {
    const door = access();
    expect(door.admits({ host, cookie: `earshot-5000=${door.startToken}` })).toBe(false);
  });

  test('another name for this machine is refused (DNS rebinding)', () => {
    const door = access();
    const cookie = `earshot-5000=${door.redeem(door.startToken) ?? ''}`;
    expect(door.admits({ host: 'evil.example:5000', cookie })).toBe(false);
    expect(door.admits({ host: '127.0.0.1:5001', cookie })).toBe(false);
    expect(door.admits({ host: 'localhost:5000', cookie })).toBe(true);
  });

  test('a page of another origin cannot open the WebSocket, even with the cookie', () => {
    const door = access();
    const cookie = `earshot-5000=${door.redeem(door.startToken) ?? ''}`;
    expect(door.admitsSocket({ host, cookie, origin: `http://${host}` })).toBe(true);
    expect(door.admitsSocket({ host, cookie, origin: 'http://127.0.0.1:6000' })).toBe(false);
    expect(door.admitsSocket({ host, cookie })).toBe(false);
  });
});
