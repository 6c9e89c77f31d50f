import { describe, expect, test } from 'vitest';
import { parseGatewayAddress, type GatewayAddress } from '../../gateway/address.ts';
import { createEndpoints } from './endpoints.ts';

describe('the endpoints of a session', () => {
  const at = (text: string): GatewayAddress => parseGatewayAddress(text) ?? expect.fail(text);

  test('goes through the backups in turn and begins anew, each address once', () => {
    const endpoints = createEndpoints(at('a'), () => [at('b'), at('a:8043'), at('c')]);
    const visited = Array.from({ length: 4 }, () => {
      endpoints.moveOn();
      return endpoints.present().host;
    });
    expect(visited).toEqual(['b', 'c', 'a', 'b']);
  });

  test('stays where it is when there is no other', () => {
    const endpoints = createEndpoints(at('a'), () => []);
    expect(endpoints.moveOn()).toBe(false);
    expect(endpoints.present().host).toBe('a');
  });

  test('its home is where the session last answered', () => {
    const endpoints = createEndpoints(at('a'), () => [at('b')]);
    endpoints.moveOn();
    expect(endpoints.isHome()).toBe(false);
    endpoints.settle();
    expect(endpoints.isHome()).toBe(true);
  });
});
