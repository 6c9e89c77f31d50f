import type { Failure, UnreachableReason } from './failure.ts';
import { NoTunnel } from './proxyTunnel.ts';
import { CertificateNotTrusted, NotConnected } from './tls.ts';
import { tlsReason } from './tlsError.ts';

const unreachableCodes: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ENETDOWN: 'no-route',
  ETIMEDOUT: 'connect-timeout',
  // Something took the connection, and closed it before it was secured.
  ECONNRESET: 'closed-early',
  ECONNABORTED: 'closed-early',
  EPIPE: 'closed-early',
  UND_ERR_SOCKET: 'closed-early',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
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
  return known ?? tlsReason(cause) ?? 'no-route';
}
