import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { buildConnector, Pool } from './undici.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import type { GatewayAddress } from './address.ts';
import { describeCertificate, type CertificateJudgement, type SeenCertificate } from './seenCertificate.ts';
import { flawsOf } from './certificateFlaws.ts';
import type { ProxyRouting } from './proxyRouting.ts';
import { openTunnel } from './proxyTunnel.ts';
import { isAboutOurCertificate } from './tlsError.ts';

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
  /** The trusted authorities and the oldest TLS. */
  readonly context: tls.SecureContext;
  /** Decides about the certificate of one connection to `authority` (host:port), before anything is sent on it. */
  judge(authority: string, seen: SeenCertificate): CertificateJudgement;
}

const connectTimeout = 8_000;

/**
 * An undici dispatcher whose every connection is judged before a byte of a request goes out.
 * `rejectUnauthorized: false` only hands the decision over: the connector below takes it (`test/trust/support/rawRows.ts` tries it).
 * Sessions are not cached, as a resumed handshake would skip the check of the certificate.
 * Make a new one, and destroy the old, whenever trust changes (main/trust/renewableDispatcher.ts does).
 * `ways` is asked for each connection; through a proxy the certificate is judged by the same connector.
 */
export function trustedDispatcher(address: GatewayAddress, trust: TlsTrust, ways: () => Promise<ProxyRouting>): Pool {
  const connect = buildConnector({
    rejectUnauthorized: false,
    maxCachedSessions: 0,
    secureContext: trust.context,
    timeout: connectTimeout,
    // A CC-Gateway speaks HTTP/1.1; undici 8 would offer HTTP/2 by itself, and a proxy before the gateway might take that.
    allowH2: false,
  });
  // Not an Agent: after an answer with `Connection: close` that one opens a connection for each request (undici 7).
  return new Pool(address.origin, {
    connect: (options, callback) => {
      const judged: buildConnector.Callback = (error, socket) => {
        if (error !== null) {
          callback(new NotConnected(error), null);
          return;
        }
        const why = reasonToRefuse(socket, address, trust);
        if (why === null) {
          tellLateRefusal(socket);
          callback(null, socket);
          return;
        }
        socket.destroy();
        callback(why, null);
      };
      void tunnelTo(address, ways).then(
        (tunnel) => {
          connect(tunnel === null ? options : { ...options, httpSocket: tunnel }, judged);
        },
        (error: unknown) => {
          callback(new NotConnected(error), null);
        },
      );
    },
    allowH2: false,
    keepAliveTimeout: 4_000,
    pipelining: 1,
    // Each request carries its own deadline; undici's 300 s would look connected through a dead VPN.
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
}

async function tunnelTo({ host, port }: GatewayAddress, ways: () => Promise<ProxyRouting>): Promise<Socket | null> {
  const { socket } = await openTunnel(await ways(), host, port, connectTimeout);
  return socket;
}

/**
 * With TLS 1.3 a gateway asks for a certificate of ours after our side of the handshake is done, and breaks it off then: it
 * has read no request, and undici would call it an end of the connection like any other.
 */
function tellLateRefusal(socket: Socket): void {
  socket.on('error', (error) => {
    if (isAboutOurCertificate(error)) socket.destroy(new NotConnected(error));
  });
}

/** Null when the connection may be used. Never throws: it runs in a callback of the TLS socket. */
function reasonToRefuse(socket: unknown, address: GatewayAddress, trust: TlsTrust): Error | null {
  try {
    const seen = socket instanceof tls.TLSSocket ? seenCertificate(socket, address.host) : null;
    if (seen === null)
      return new NotConnected(Object.assign(new Error('No certificate was presented.'), { code: 'ERR_SSL_NO_CERTIFICATE' }));
    const judgement = trust.judge(address.authority, seen);
    return judgement.kind === 'trusted' ? null : new CertificateNotTrusted(judgement.question);
  } catch (error) {
    return new NotConnected(error);
  }
}

function seenCertificate(socket: tls.TLSSocket, host: string): SeenCertificate | null {
  const [leaf, ...above] = presented(socket);
  if (leaf === undefined) return null;
  // Node gives the code as a string, though its types say Error.
  const verdict: unknown = socket.authorizationError;
  return {
    certificate: describeCertificate(leaf, above),
    systemVerdict: socket.authorized ? null : verdictCode(verdict),
    flaws: flawsOf(leaf, above, host),
  };
}

/** The certificates that the gateway sent, its own first. A self-signed one is its own issuer, without end. */
function presented(socket: tls.TLSSocket): X509Certificate[] {
  const found: X509Certificate[] = [];
  const met = new Set<string>();
  // Node gives an empty object where there is none, though its types do not say so.
  let next: Partial<tls.DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  while (next?.raw !== undefined && found.length < 10) {
    const x509 = new X509Certificate(next.raw);
    if (met.has(x509.fingerprint256)) break;
    met.add(x509.fingerprint256);
    found.push(x509);
    next = next.issuerCertificate;
  }
  return found;
}

function verdictCode(verdict: unknown): string {
  if (typeof verdict === 'string') return verdict;
  if (verdict instanceof Error && 'code' in verdict && typeof verdict.code === 'string') return verdict.code;
  return 'UNKNOWN';
}
