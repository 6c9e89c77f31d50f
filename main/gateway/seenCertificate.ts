import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Certificate, CertificateQuestion } from '../../contract/trust.ts';
import type { CertificateFlaw } from './certificateFlaws.ts';
import { plainText } from '../textFormats/plainText.ts';

/** What was seen of a gateway's certificate in one TLS handshake. */
export interface SeenCertificate {
  readonly certificate: Certificate;
  /** Node's verdict against the trusted authorities and the host name; null when they accept it. */
  readonly systemVerdict: string | null;
  /** What is wrong in it itself, whoever signed it. */
  readonly flaws: readonly CertificateFlaw[];
}

/** What comes of it: its connection is used, or the inspector is asked. */
export type CertificateJudgement =
  | { readonly kind: 'trusted'; readonly by: 'authority' | 'pin' }
  | { readonly kind: 'question'; readonly question: CertificateQuestion };

/** Reads what the certificate page shows. `above`: the certificates that were sent with it, from its issuer up. */
export function describeCertificate(x509: X509Certificate, above: readonly X509Certificate[]): Certificate {
  return {
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    validFrom: instantOf(x509.validFrom),
    validTo: instantOf(x509.validTo),
    fingerprint: x509.fingerprint256,
    serialNumber: plainText(x509.serialNumber, 100),
    key: keyOf(x509),
    names: namesOf(x509.subjectAltName),
    chain: above.slice(0, 8).map((authority) => oneLine(authority.subject)),
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

function keyOf(x509: X509Certificate): string {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = x509.publicKey;
    const size = asymmetricKeyDetails?.modulusLength ?? asymmetricKeyDetails?.namedCurve;
    return plainText([asymmetricKeyType?.toUpperCase(), size].filter((part) => part !== undefined).join(' '), 60);
  } catch {
    // A kind of key that the TLS library does not know; the certificate can be shown anyway.
    return '';
  }
}

/** `DNS:gw.example, IP Address:10.1.2.3` → the two addresses. An address that is entered as a name counts for nothing (RFC 9110, 4.3.5). */
function namesOf(subjectAltName: string | undefined): string[] {
  const names = (subjectAltName ?? '').split(', ').map((entry) => {
    const [, kind, name = entry] = /^(DNS|IP Address):(.*)$/s.exec(entry) ?? [];
    return kind === 'DNS' && isIP(name) !== 0 ? '' : name;
  });
  return names
    .filter((name) => name !== '')
    .slice(0, 50)
    .map((name) => plainText(name, 300));
}
