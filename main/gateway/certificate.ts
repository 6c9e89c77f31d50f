import type { X509Certificate } from 'node:crypto';
import type { Certificate, CertificateQuestion } from '../../contract/state.ts';
import { plainText } from './plainText.ts';

/** What was seen of a gateway's certificate in one TLS handshake. */
export interface SeenCertificate {
  readonly certificate: Certificate;
  /** Node's verdict against the trusted authorities and the host name; null when they accept it. */
  readonly systemVerdict: string | null;
}

export type CertificateJudgement =
  { readonly kind: 'trusted'; readonly by: 'system' | 'pin' } | { readonly kind: 'question'; readonly question: CertificateQuestion };

/** Reads what the certificate page shows. */
export function describeCertificate(x509: X509Certificate): Certificate {
  return {
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    validFrom: instantOf(x509.validFrom),
    validTo: instantOf(x509.validTo),
    fingerprint: x509.fingerprint256,
  };
}

/** A certificate may name nobody; Node then gives nothing, though its types say text. */
function oneLine(name: string | undefined): string {
  return plainText((name ?? '').split('\n').join(', '), 1000);
}

/** A date that cannot be read is long past: such a certificate is never trusted by its pin. */
function instantOf(date: string): number {
  const instant = Date.parse(date);
  return Number.isNaN(instant) ? 0 : instant;
}

/**
 * Trust, in the order system, then pin (anchors.md E1). An expired certificate is never trusted by its pin;
 * a name that does not fit is, as gateways are addressed by IP.
 */
export function judgeCertificate(seen: SeenCertificate, pin: string | null, now: number): CertificateJudgement {
  const { certificate, systemVerdict } = seen;
  if (systemVerdict === null) return { kind: 'trusted', by: 'system' };
  if (now < certificate.validFrom) return { kind: 'question', question: { kind: 'notValid', certificate, why: 'It is not valid yet.' } };
  if (now > certificate.validTo) return { kind: 'question', question: { kind: 'notValid', certificate, why: 'It has expired.' } };
  if (pin === null) return { kind: 'question', question: { kind: 'unknown', certificate, why: verdictWords(systemVerdict, certificate) } };
  if (pin !== certificate.fingerprint) {
    return { kind: 'question', question: { kind: 'changed', certificate, trustedFingerprint: pin } };
  }
  return { kind: 'trusted', by: 'pin' };
}

const signedItself = 'The gateway signed it itself; no authority that this computer trusts stands behind it.';

function verdictWords(verdict: string, { subject, issuer }: Certificate): string {
  switch (verdict) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return signedItself;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      // Electron's TLS library says this of a self-signed one too.
      return subject === issuer ? signedItself : 'It was issued by an authority that this computer does not trust.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'It was issued for another name than the address that you entered.';
    case 'CERT_REVOKED':
      return 'It was revoked by its authority.';
    default:
      return `This computer does not accept it (${verdict}).`;
  }
}
