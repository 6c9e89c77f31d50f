import type { UnreachableReason } from './failure.ts';

/** What came was no TLS at all. */
const notTls: ReadonlySet<string> = new Set([
  'WRONG_VERSION_NUMBER',
  'PACKET_LENGTH_TOO_LONG',
  'HTTP_REQUEST',
  'HTTPS_PROXY_REQUEST',
  'UNKNOWN_PROTOCOL',
]);

/** By the gateway's alert or by our own library's judgement: its TLS is of another time. */
const tooOld: ReadonlySet<string> = new Set([
  'TLSV1_ALERT_PROTOCOL_VERSION',
  'UNSUPPORTED_PROTOCOL',
  'WRONG_SSL_VERSION',
  'UNKNOWN_SSL_VERSION',
  'VERSION_TOO_LOW',
  'DH_KEY_TOO_SMALL',
  'BAD_DH_P_LENGTH',
  'UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
]);

/** Alerts about a certificate (RFC 8446, 6.2). A server's are about the client's: it has sent its own, not judged it. */
const aboutOurs =
  /ALERT_(NO_CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_\w+|UNKNOWN_CA|ACCESS_DENIED)$|^TLSV1_CERTIFICATE_REQUIRED$/;

/**
 * What an error of OpenSSL or of Electron's TLS library says of the way; null for one of neither. Whatever sends an alert
 * speaks TLS, so that only what cannot be TLS is called so.
 */
export function tlsReason(error: unknown): UnreachableReason | null {
  const word = wordOf(error);
  if (word === null) return null;
  if (notTls.has(word)) return 'not-https';
  if (tooOld.has(word)) return 'tls-too-old';
  if (word.endsWith('UNRECOGNIZED_NAME')) return 'other-name';
  return isAboutOurCertificate(error) ? 'client-certificate' : 'tls-refused';
}

/** Whether the gateway ended the connection for want of a certificate of ours. */
export function isAboutOurCertificate(error: unknown): boolean {
  return aboutOurs.test(wordOf(error) ?? '');
}

/** The library's own word for it: `TLSV1_ALERT_INTERNAL_ERROR`. An error while writing has it in its text alone. */
function wordOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'EPROTO') return (/SSL routines:[^:]*:([^:]+)/.exec(error.message)?.[1] ?? '').toUpperCase().replaceAll(' ', '_');
  return /^ERR_(?:SSL|OSSL)_(.+)$/.exec(error.code)?.[1] ?? null;
}
