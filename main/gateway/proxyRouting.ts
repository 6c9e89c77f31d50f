import type tls from 'node:tls';
import type { Clock } from '../ports/clock.ts';
import type { ProxyRoute, ProxyRoutes } from './proxyRoute.ts';

/** Milliseconds for which a proxy that could not be reached comes last; Chromium's own. */
const badFor = 5 * 60_000;

/** The routes to one gateway, and where to report one that failed. */
export interface ProxyRouting {
  readonly routes: ProxyRoutes;
  unreachable(route: ProxyRoute): void;
  /** What a proxy that is reached over HTTPS is judged by: the authorities that count for gateways. */
  context(): tls.SecureContext;
}

/** Which proxies could not be reached lately. */
export interface BadProxies {
  /** The same routes, those through such a proxy last. */
  sort(routes: ProxyRoutes, context: ProxyRouting['context']): ProxyRouting;
  /** The network is another: what could not be reached may be there now. */
  forget(): void;
}

export function createBadProxies(clock: Clock): BadProxies {
  /** By address, until when. */
  const bad = new Map<string, number>();
  const isBad = (route: ProxyRoute): boolean => route.kind === 'proxy' && (bad.get(route.url) ?? 0) > clock.now();
  return {
    sort: (routes, context) => {
      const [first = routes[0], ...others] = [...routes.filter((route) => !isBad(route)), ...routes.filter(isBad)];
      return {
        routes: [first, ...others],
        context,
        unreachable: (route) => {
          if (route.kind === 'proxy') bad.set(route.url, clock.now() + badFor);
        },
      };
    },
    forget: () => {
      bad.clear();
    },
  };
}
