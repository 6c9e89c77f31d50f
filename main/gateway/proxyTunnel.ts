import https from 'node:https';
import type { Socket } from 'node:net';
import type tls from 'node:tls';
import { codeOf } from '../results/codeOf.ts';
import type { UnreachableReason } from './failure.ts';
import { percentDecoded } from './percentDecoded.ts';
import type { ProxyRoute } from './proxyRoute.ts';
import type { ProxyRouting } from './proxyRouting.ts';
import { isVerdict } from './tlsVerdict.ts';

/** Why there is no way through a proxy. Nothing was sent to the gateway. */
export class NoTunnel extends Error {
  readonly reason: UnreachableReason;

  constructor(reason: UnreachableReason) {
    super('No way through the proxy.');
    this.name = 'NoTunnel';
    this.reason = reason;
  }
}

/** A way that was found. */
export interface Tunnel {
  /** Null when the way is direct. */
  readonly socket: Socket | null;
  readonly route: ProxyRoute;
  /** Proxies before it that could not be reached: `host:port`. */
  readonly passedOver: readonly string[];
}

/** Milliseconds for a proxy with another way behind it, so that that one has its turn within a request's ten seconds. */
const firstTry = 4_000;

/**
 * A plain connection to `host:port` by the first of the ways whose proxy can be reached (HTTP CONNECT), each within `timeout`
 * milliseconds. What goes through it is still to be secured. Rejects with `NoTunnel`.
 */
export async function openTunnel(ways: ProxyRouting, host: string, port: number, timeout: number): Promise<Tunnel> {
  const passedOver: string[] = [];
  const [first, ...others] = ways.routes;
  let route = first;
  for (;;) {
    const next = others.shift();
    try {
      const target: Target = { host, port, context: () => ways.context() };
      const socket = await openBy(route, target, next === undefined ? timeout : Math.min(timeout, firstTry));
      return { socket, route, passedOver };
    } catch (error) {
      if (!(error instanceof NoTunnel) || error.reason !== 'proxy-unreachable') throw error;
      ways.unreachable(route);
      if (next === undefined) throw error;
      if (route.kind === 'proxy') passedOver.push(new URL(route.url).host);
      route = next;
    }
  }
}

/** Where a tunnel leads, and what a proxy is judged by. */
interface Target {
  readonly host: string;
  readonly port: number;
  context(): tls.SecureContext;
}

async function openBy(route: ProxyRoute, target: Target, timeout: number): Promise<Socket | null> {
  switch (route.kind) {
    case 'direct':
      return null;
    case 'notSupported':
      throw new NoTunnel('proxy-not-supported');
    case 'unreadable':
      throw new NoTunnel('proxy-unreadable');
    case 'proxy':
      return connectThrough(new URL(route.url), target, timeout);
  }
}

async function connectThrough(proxy: URL, { host, port, context }: Target, timeout: number): Promise<Socket> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  const isSecure = proxy.protocol === 'https:';
  // Few have such a proxy, and the import makes a start slower (main/web/nodeHttp.ts).
  const { request } = isSecure ? https : await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request({
      ...(isSecure ? { secureContext: context() } : {}),
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? (isSecure ? 443 : 80) : Number(proxy.port),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
      // Some proxies end their lines without CR. Nothing else is read on this connection that a second reading could split.
      insecureHTTPParser: true,
    });
    const timer = setTimeout(() => {
      asked.destroy(new Error('No answer from the proxy.'));
    }, timeout);
    asked.once('connect', (response, socket, head) => {
      clearTimeout(timer);
      // The gateway speaks second in TLS: bytes before that are the proxy's own, and none of a gateway.
      const refusal = refusalOf(response.statusCode ?? 0);
      if (refusal === null && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new NoTunnel(refusal ?? 'proxy-refused'));
    });
    asked.once('response', (response) => {
      clearTimeout(timer);
      response.destroy();
      reject(new NoTunnel('proxy-refused'));
    });
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(new NoTunnel(brokenBy(error)));
    });
    asked.end();
  });
}

function brokenBy(error: Error): UnreachableReason {
  const code = codeOf(error) ?? '';
  if (isVerdict(code)) return 'proxy-certificate';
  // What answers is no HTTP proxy (llhttp's codes).
  return code.startsWith('HPE_') ? 'proxy-not-supported' : 'proxy-unreachable';
}

/** What a proxy's status says; null: any 2xx opens the tunnel (RFC 9110, 9.3.6). */
function refusalOf(status: number): UnreachableReason | null {
  if (status >= 200 && status < 300) return null;
  if (status === 407) return 'proxy-sign-in';
  return status >= 500 && status < 600 ? 'proxy-no-gateway' : 'proxy-refused';
}

/** Only a proxy of the environment can carry a user name; the settings' schema refuses one. */
function authorization(proxy: URL): { 'proxy-authorization'?: string } {
  if (proxy.username === '') return {};
  const pair = `${percentDecoded(proxy.username)}:${percentDecoded(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
