import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { Agent, buildConnector } from 'undici';
import type { CertificateQuestion } from '../../contract/state.ts';
import type { GatewayAddress } from './address.ts';
import { describeCertificate, judgeCertificate, type SeenCertificate } from './certificate.ts';
import type { ProxyRoute } from './proxyRoute.ts';
import { openTunnel } from './proxyTunnel.ts';

/** A connection that was closed before anything was sent, because its certificate is not trusted. */
export class CertificateNotTrusted extends Error {
  readonly question: CertificateQuestion;

  constructor(question: CertificateQuestion) {
    super('The certificate is not trusted.');
    this.name = 'CertificateNotTrusted';
    this.question = question;
  }
}

/** No connection came about; whatever was to be sent on it was not. */
export class NotConnected extends Error {
  constructor(cause: unknown) {
    super('No connection came about.', { cause });
    this.name = 'NotConnected';
  }
}

export interface TlsTrust {
  /** The pinned SHA-256 for an authority (host:port), or null. */
  pin(authority: string): string | null;
  now(): number;
}

const connectTimeout = 8_000;

/**
 * An undici dispatcher whose every connection is judged before a byte of a request goes out.
 * `rejectUnauthorized: false` only hands the decision over: the connector below takes it (anchors.md E1, last row).
 * Sessions are not cached, as a resumed handshake would skip the look at the certificate.
 * Make a new one, and destroy the old, whenever trust changes.
 * `route` is asked for each connection; through a proxy the certificate is judged by the same connector.
 */
export function trustedDispatcher(address: GatewayAddress, trust: TlsTrust, route: () => Promise<ProxyRoute>): Agent {
  const authorities = systemAuthorities();
  const connect = buildConnector({
    rejectUnauthorized: false,
    maxCachedSessions: 0,
    minVersion: 'TLSv1.2',
    timeout: connectTimeout,
    ...(authorities === null ? {} : { ca: authorities }),
  });
  return new Agent({
    connect: (options, callback) => {
      const judged: buildConnector.Callback = (error, socket) => {
        if (error !== null) {
          callback(new NotConnected(error), null);
          return;
        }
        const question = questionOf(socket, address, trust);
        if (question === null) {
          callback(null, socket);
          return;
        }
        socket.destroy();
        callback(question, null);
      };
      void tunnelTo(address, route).then(
        (tunnel) => {
          connect(tunnel === null ? options : { ...options, httpSocket: tunnel }, judged);
        },
        (error: unknown) => {
          callback(new NotConnected(error), null);
        },
      );
    },
    keepAliveTimeout: 4_000,
    pipelining: 1,
    // Each request carries its own deadline; undici's 300 s would look connected through a dead VPN.
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
}

async function tunnelTo({ host, port }: GatewayAddress, route: () => Promise<ProxyRoute>): Promise<Socket | null> {
  return openTunnel(await route(), host, port, connectTimeout);
}

/** Null when the connection may be used. Never throws: it runs in a callback of the TLS socket. */
function questionOf(socket: unknown, address: GatewayAddress, trust: TlsTrust): Error | null {
  try {
    return judgeSocket(socket, address, trust);
  } catch (error) {
    return new NotConnected(error);
  }
}

function judgeSocket(socket: unknown, address: GatewayAddress, trust: TlsTrust): Error | null {
  const seen = socket instanceof tls.TLSSocket ? seenCertificate(socket) : null;
  if (seen === null) return new NotConnected(new Error('No certificate was presented.'));
  const judgement = judgeCertificate(seen, trust.pin(address.authority), trust.now());
  return judgement.kind === 'trusted' ? null : new CertificateNotTrusted(judgement.question);
}

function seenCertificate(socket: tls.TLSSocket): SeenCertificate | null {
  const raw = socket.getPeerCertificate().raw as Buffer | undefined;
  if (raw === undefined) return null;
  // Node gives the code as a string, though its types say Error.
  const verdict: unknown = socket.authorizationError;
  return {
    certificate: describeCertificate(new X509Certificate(raw)),
    systemVerdict: socket.authorized ? null : verdictCode(verdict),
  };
}

function verdictCode(verdict: unknown): string {
  if (typeof verdict === 'string') return verdict;
  if (verdict instanceof Error && 'code' in verdict && typeof verdict.code === 'string') return verdict.code;
  return 'UNKNOWN';
}

/** What the system trusts beside what Node carries; null where this Node cannot tell (before 22.15). */
function systemAuthorities(): string[] | null {
  const { getCACertificates } = tls as Partial<Pick<typeof tls, 'getCACertificates'>>;
  if (getCACertificates === undefined) return null;
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}
