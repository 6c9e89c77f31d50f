import { readProxyAddress } from '../../contract/proxyAddress.ts';
import { isDirectHost } from './directHosts.ts';

/** The route to a gateway: straight, or by CONNECT through an HTTP proxy. */
export type ProxyRoute =
  | { readonly kind: 'direct' }
  /** `url`: `http://host:port` or `https://host:port`; a user name and password in it are given to the proxy. */
  | { readonly kind: 'proxy'; readonly url: string }
  /** The system names only proxies that Earshot cannot use (SOCKS). */
  | { readonly kind: 'notSupported' }
  /** Settings, system or environment name a proxy whose address cannot be read. */
  | { readonly kind: 'unreadable' };

/** The routes to a gateway in the order in which they are tried; at least one. */
export type ProxyRoutes = readonly [ProxyRoute, ...ProxyRoute[]];

export interface ProxySettings {
  /** `system`, `direct`, or the address of a proxy. */
  readonly proxy: string;
  /** Hosts that are reached without it (contract/directHost.ts). */
  readonly proxyDirect: readonly string[];
}

const direct: ProxyRoute = { kind: 'direct' };

/**
 * The routes to `origin` (`https://host:port`). `system` answers as Chromium does: `PROXY host:port; DIRECT`; it is asked only
 * when the setting says so. Never rejects: a system that cannot tell is taken for one without a proxy.
 */
export async function proxyRoutesTo(
  origin: string,
  settings: ProxySettings,
  system: (url: string) => Promise<string>,
): Promise<ProxyRoutes> {
  if (settings.proxy === 'direct' || isDirectHost(new URL(origin).hostname, settings.proxyDirect)) return [direct];
  if (settings.proxy !== 'system') {
    const url = readProxyAddress(settings.proxy);
    return [url === null ? { kind: 'unreadable' } : { kind: 'proxy', url }];
  }
  try {
    return systemRoutes(await system(origin));
  } catch {
    return [direct];
  }
}

function proxyAt(url: string): ProxyRoute {
  return URL.canParse(url) ? { kind: 'proxy', url } : { kind: 'unreadable' };
}

/** The routes in the system's list that can be taken, or why there is none: `PROXY a:1; SOCKS b:2; DIRECT`. */
export function systemRoutes(answer: string): ProxyRoutes {
  const routes = answer
    .split(';')
    .filter((way) => way.trim() !== '')
    .map(routeOf);
  const [first, ...others] = routes.filter(({ kind }) => kind === 'direct' || kind === 'proxy');
  if (first !== undefined) return [first, ...others];
  return [routes.find(({ kind }) => kind === 'unreadable') ?? routes[0] ?? direct];
}

function routeOf(way: string): ProxyRoute {
  const [kind = '', address = ''] = way.trim().split(/\s+/);
  const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }[kind.toUpperCase()];
  if (kind.toUpperCase() === 'DIRECT') return direct;
  return scheme === undefined ? { kind: 'notSupported' } : proxyAt(`${scheme}://${address}`);
}
