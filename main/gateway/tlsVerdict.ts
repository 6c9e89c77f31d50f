import type { CertificateError } from '../../contract/certificateError.ts';
import type { CertificateFlaw } from './certificateFlaws.ts';

/** What is needed of a certificate to tell what a verdict means. */
interface Judged {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: number;
  readonly validTo: number;
}

/** By OpenSSL's name, as Node gives it; Electron's TLS library uses the same names, not always for the same cause. */
const reasons: Readonly<Record<string, CertificateError['reason']>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'signedItself',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknownAuthority',
  CERT_UNTRUSTED: 'unknownAuthority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'otherName',
  HOSTNAME_MISMATCH: 'otherName',
  CERT_HAS_EXPIRED: 'authorityExpired',
  CERT_NOT_YET_VALID: 'authorityNotYetValid',
  CERT_REVOKED: 'revoked',
  CERT_REJECTED: 'rejected',
  CERT_SIGNATURE_FAILURE: 'damaged',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'damaged',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'unreadable',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'unreadable',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'unreadable',
  INVALID_PURPOSE: 'misused',
  INVALID_CA: 'misused',
  PATH_LENGTH_EXCEEDED: 'misused',
  CERT_CHAIN_TOO_LONG: 'longChain',
  UNABLE_TO_GET_CRL: 'unchecked',
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: 'unchecked',
  CRL_SIGNATURE_FAILURE: 'unchecked',
  CRL_NOT_YET_VALID: 'unchecked',
  CRL_HAS_EXPIRED: 'unchecked',
  ERROR_IN_CRL_LAST_UPDATE_FIELD: 'unchecked',
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: 'unchecked',
};

/** Why a certificate is not trusted. Its own dates come first: they are what has to be renewed. `flaws`: what is wrong in it itself. */
export function certificateErrorOf(verdict: string, judged: Judged, flaws: readonly CertificateFlaw[], now: number): CertificateError {
  return { reason: reasonOf(verdict, judged, flaws, now), verdict: verdict.slice(0, 64) };
}

function reasonOf(verdict: string, judged: Judged, flaws: readonly CertificateFlaw[], now: number): CertificateError['reason'] {
  if (now > judged.validTo) return 'expired';
  if (now < judged.validFrom) return 'notYetValid';
  const known = Object.hasOwn(reasons, verdict) ? reasons[verdict] : undefined;
  // Electron's TLS library says this of a self-signed one too.
  if (known === 'unknownAuthority' && judged.subject === judged.issuer) return 'signedItself';
  if (known === 'otherName' && flaws.includes('addressAsName')) return 'addressAsName';
  // Node's word for every verdict that it has no name for; those on weak keys and signatures are among them.
  if (verdict === 'UNSPECIFIED') return flaws.find((flaw) => flaw !== 'addressAsName') ?? 'other';
  return known ?? 'other';
}

/** Whether it is the name of a verdict on a certificate, and not of another error. */
export function isVerdict(code: string): boolean {
  return Object.hasOwn(reasons, code);
}

/** Verdicts that no fingerprint outweighs: the authority or the system has said no to this very certificate. */
export function isFinalVerdict(verdict: string): boolean {
  return verdict === 'CERT_REVOKED' || verdict === 'CERT_REJECTED';
}
