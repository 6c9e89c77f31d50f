import type { Failure, UnreachableReason } from './failure.ts';
import { NoTunnel } from './proxyTunnel.ts';
import { CertificateNotTrusted, NotConnected } from './tls.ts';

const unreachableCodes: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ENETDOWN: 'no-route',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  EPROTO: 'not-https',
  // As OpenSSL and Electron's TLS library say it, by the gateway's alert or by their own judgement.
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
  ERR_SSL_WRONG_SSL_VERSION: 'tls-too-old',
  ERR_SSL_UNKNOWN_SSL_VERSION: 'tls-too-old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls-too-old',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls-refused',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': 'tls-refused',
  ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY: 'tls-refused',
};

/** What a request that threw means: undici's error, or the connector's own (tls.ts). */
export function failureOf(error: unknown): Failure {
  if (error instanceof CertificateNotTrusted) return { kind: 'certificate', question: error.question };
  // Only the connector's own errors say that nothing was sent; the same codes on an open connection do not.
  if (error instanceof NotConnected) return { kind: 'unreachable', reason: unreachableReason(error.cause) };
  return { kind: 'connectionLost' };
}

function unreachableReason(cause: unknown): UnreachableReason {
  if (cause instanceof NoTunnel) return cause.reason;
  if (cause instanceof AggregateError && cause.errors.length > 0) return unreachableReason(cause.errors[0]);
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const known = Object.hasOwn(unreachableCodes, code) ? unreachableCodes[code] : undefined;
  return known ?? (code.startsWith('ERR_SSL') ? 'not-https' : 'no-route');
}
