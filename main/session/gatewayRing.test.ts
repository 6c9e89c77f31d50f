import { describe, expect, test } from 'vitest';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import { createGatewayRing } from './gatewayRing.ts';

describe('the ring of gateways', () => {
  const at = (text: string): GatewayAddress => parseGatewayAddress(text) ?? expect.fail(text);

  test('goes through the backups in turn and begins anew, each address once', () => {
    const ring = createGatewayRing(at('a'), () => [at('b'), at('a:8043'), at('c')]);
    const visited = Array.from({ length: 4 }, () => {
      ring.moveOn();
      return ring.present().host;
    });
    expect(visited).toEqual(['b', 'c', 'a', 'b']);
  });

  test('stays where it is when there is no other', () => {
    const ring = createGatewayRing(at('a'), () => []);
    expect(ring.moveOn()).toBe(false);
    expect(ring.present().host).toBe('a');
  });

  test('its home is where the session last answered', () => {
    const ring = createGatewayRing(at('a'), () => [at('b')]);
    ring.moveOn();
    expect(ring.isHome()).toBe(false);
    ring.settle();
    expect(ring.isHome()).toBe(true);
  });
});
