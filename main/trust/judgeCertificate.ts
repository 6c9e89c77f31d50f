import type { Certificate, CertificateQuestion, PinnedCertificate } from '../../contract/trust.ts';
import type { CertificateJudgement, SeenCertificate } from '../gateway/seenCertificate.ts';
import { certificateErrorOf, isFinalVerdict } from '../gateway/tlsVerdict.ts';

/** What decides about a certificate that the authorities do not accept. */
export interface Trusted {
  /** Those that count for this gateway. */
  readonly pins: readonly PinnedCertificate[];
  /** Whether a certificate is good beyond its dates. */
  readonly allowExpired: boolean;
  /** Whether inspectors may trust one themselves. */
  readonly userMayTrust: boolean;
}

/**
 * Trust, in the order authorities, then pins (admin.md, "Certificates"). A name that does not fit is fine with a pin, as gateways are
 * addressed by IP; dates that do not fit are not, unless the administrator allows it.
 */
export function judgeCertificate(seen: SeenCertificate, trusted: Trusted, now: number): CertificateJudgement {
  const { certificate, systemVerdict, flaws } = seen;
  if (systemVerdict === null) return { kind: 'trusted', by: 'authority' };
  const certificateError = certificateErrorOf(systemVerdict, certificate, flaws, now);
  if (isFinalVerdict(systemVerdict)) return question({ kind: 'notValid', certificate, certificateError });
  const pinned = trusted.pins.some((pin) => pin.fingerprint === certificate.fingerprint);
  if (!pinned && trusted.pins.length > 0) return question({ kind: 'changed', certificate, certificateError, trusted: [...trusted.pins] });
  if (isOutOfDate(certificate, now) && !trusted.allowExpired) return question({ kind: 'notValid', certificate, certificateError });
  if (pinned) return { kind: 'trusted', by: 'pin' };
  return question({ kind: trusted.userMayTrust ? 'unknown' : 'forbidden', certificate, certificateError });
}

function question(asked: CertificateQuestion): CertificateJudgement {
  return { kind: 'question', question: asked };
}

function isOutOfDate({ validFrom, validTo }: Pick<Certificate, 'validFrom' | 'validTo'>, now: number): boolean {
  return now < validFrom || now > validTo;
}
