import { isIP } from 'node:net';
import { meansHost, readDirectHost } from '../../contract/directHost.ts';
import { readProxyAddress } from '../../contract/proxyAddress.ts';

/** The way to a gateway: straight, or by CONNECT through an HTTP proxy. */
export type ProxyRoute =
  | { readonly kind: 'direct' }
  /** `url`: `http://host:port` or `https://host:port`; a user name and password in it are given to the proxy. */
  | { readonly kind: 'proxy'; readonly url: string }
  /** The system names only proxies that Earshot cannot use (SOCKS). */
  | { readonly kind: 'notSupported' };

export interface ProxySettings {
  /** `system`, `direct`, or the address of a proxy. */
  readonly proxy: string;
  /** Hosts that are reached without it (contract/directHost.ts). */
  readonly proxyDirect: readonly string[];
}

const direct: ProxyRoute = { kind: 'direct' };

/**
 * The way to `origin` (`https://host:port`). `system` answers as Chromium does: `PROXY host:port; DIRECT`; it is asked only
 * when the setting says so. Never rejects: a system that cannot tell is taken for one without a proxy.
 */
export async function proxyRouteTo(origin: string, settings: ProxySettings, system: (url: string) => Promise<string>): Promise<ProxyRoute> {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (settings.proxy === 'direct' || isDirectHost(host, settings.proxyDirect)) return direct;
  if (settings.proxy !== 'system') {
    const url = readProxyAddress(settings.proxy);
    return url === null ? { kind: 'notSupported' } : { kind: 'proxy', url };
  }
  try {
    return systemRoute(await system(origin));
  } catch {
    return direct;
  }
}

/** Whether a list of direct hosts names this one, or it is this computer. */
export function isDirectHost(host: string, list: readonly string[]): boolean {
  const entries = list.map(readDirectHost).filter((entry) => entry !== null);
  if (isLoopback(host) && !entries.some(({ kind }) => kind === 'loopbackToo')) return true;
  return entries.some((entry) => meansHost(entry, host));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The first way in the system's list that can be gone: `PROXY a:1; SOCKS b:2; DIRECT`. */
export function systemRoute(answer: string): ProxyRoute {
  const ways = answer.split(';').map((way) => way.trim().split(/\s+/));
  for (const [kind = '', address = ''] of ways) {
    const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }[kind.toUpperCase()];
    if (kind.toUpperCase() === 'DIRECT') return direct;
    if (scheme !== undefined && URL.canParse(`${scheme}://${address}`)) return { kind: 'proxy', url: `${scheme}://${address}` };
  }
  return answer.trim() === '' ? direct : { kind: 'notSupported' };
}
