import { readGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import { NoTunnel, openTunnel } from '../gateway/proxyTunnel.ts';
import type { ProxyRouting } from '../gateway/proxyRouting.ts';
import { failureProblem } from '../gateway/problem.ts';
import { failed, passed, type Outcome } from './attempt.ts';

/** Looks a host up; rejects when its name is not known. */
export type LookUp = (host: string) => Promise<readonly string[]>;

const hostNotFound = failureProblem({ kind: 'unreachable', reason: 'host-not-found' });

export function readAddress(text: string): GatewayAddress | Outcome {
  if (text.trim() === '') return failed({ kind: 'noAddress' });
  const read = readGatewayAddress(text);
  return read.kind === 'address' ? read.address : failed({ kind: read.kind });
}

/** Whether the gateway's name is known; behind a proxy it is the proxy that has to know it. */
export async function tryAddress({ host }: GatewayAddress, { routes }: ProxyRouting, lookUp: LookUp): Promise<Outcome> {
  if (routes[0].kind !== 'direct') return passed({ kind: 'addressByProxy' });
  try {
    const addresses = await lookUp(host);
    return passed({ kind: 'addresses', addresses: addresses.slice(0, 8).map((address) => address.slice(0, 64)) });
  } catch {
    return failed({ kind: 'problem', problem: hostNotFound });
  }
}

/** Whether the proxy, if there is one, lets through to the gateway, and which of them could not be reached. */
export async function tryProxy({ host, port }: GatewayAddress, ways: ProxyRouting, limit: number): Promise<Outcome> {
  try {
    const { socket, route, passedOver: all } = await openTunnel(ways, host, port, limit);
    socket?.destroy();
    const passedOver = all.slice(0, 8).map((proxy) => proxy.slice(0, 300));
    return passed(
      route.kind === 'proxy' ? { kind: 'throughProxy', proxy: new URL(route.url).host, passedOver } : { kind: 'noProxy', passedOver },
    );
  } catch (error) {
    const reason = error instanceof NoTunnel ? error.reason : 'proxy-unreachable';
    return failed({ kind: 'problem', problem: failureProblem({ kind: 'unreachable', reason }) });
  }
}
