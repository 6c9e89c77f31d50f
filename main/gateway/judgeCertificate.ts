import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Certificate, CertificateQuestion, PinnedCertificate } from '../../contract/trust.ts';
import type { CertificateFlaw } from './certificateFlaws.ts';
import { plainText } from '../textFormats/plainText.ts';
import { isFinalVerdict, certificateDoubt } from './tlsVerdict.ts';

/** What was seen of a gateway's certificate in one TLS handshake. */
export interface SeenCertificate {
  readonly certificate: Certificate;
  /** Node's verdict against the trusted authorities and the host name; null when they accept it. */
  readonly systemVerdict: string | null;
  /** What is wrong in it itself, whoever signed it. */
  readonly flaws: readonly CertificateFlaw[];
}

/** What decides about a certificate that the authorities do not accept. */
export interface Trusted {
  /** Those that count for this gateway. */
  readonly pins: readonly PinnedCertificate[];
  /** Whether a certificate is good beyond its dates. */
  readonly allowExpired: boolean;
  /** Whether inspectors may trust one themselves. */
  readonly userMayTrust: boolean;
}

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

/**
 * Trust, in the order authorities, then pins (admin.md, "Certificates"). A name that does not fit is fine with a pin, as gateways are
 * addressed by IP; dates that do not fit are not, unless the administrator allows it.
 */
export function judgeCertificate(seen: SeenCertificate, trusted: Trusted, now: number): CertificateJudgement {
  const { certificate, systemVerdict, flaws } = seen;
  if (systemVerdict === null) return { kind: 'trusted', by: 'authority' };
  const doubt = certificateDoubt(systemVerdict, certificate, flaws, now);
  if (isFinalVerdict(systemVerdict)) return question({ kind: 'notValid', certificate, doubt });
  const pinned = trusted.pins.some((pin) => pin.fingerprint === certificate.fingerprint);
  if (!pinned && trusted.pins.length > 0) return question({ kind: 'changed', certificate, doubt, trusted: [...trusted.pins] });
  if (isOutOfDate(certificate, now) && !trusted.allowExpired) return question({ kind: 'notValid', certificate, doubt });
  if (pinned) return { kind: 'trusted', by: 'pin' };
  return question({ kind: trusted.userMayTrust ? 'unknown' : 'forbidden', certificate, doubt });
}

function question(asked: CertificateQuestion): CertificateJudgement {
  return { kind: 'question', question: asked };
}

export function isOutOfDate({ validFrom, validTo }: Pick<Certificate, 'validFrom' | 'validTo'>, now: number): boolean {
  return now < validFrom || now > validTo;
}
