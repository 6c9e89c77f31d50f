/** What is needed of a certificate to put a verdict into words. */
interface Judged {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: number;
  readonly validTo: number;
}

const signedItself = 'The gateway signed it itself; no authority that this computer trusts stands behind it.';
const unknownAuthority = 'It was issued by an authority that this computer does not trust.';
const damaged = 'It is damaged or forged: a signature in it does not fit.';
const unreadable = 'A part of it cannot be read.';
const misused = 'It was not issued for a server, or by something that may not issue certificates.';
const unchecked = 'Whether its authority has taken it back cannot be checked.';

/** By OpenSSL's name, as Node gives it; Electron's TLS library uses the same names, not always for the same cause. */
const sentences: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: signedItself,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID: 'It was issued for another name than the address that you entered.',
  HOSTNAME_MISMATCH: 'It was issued for another name than the address that you entered.',
  CERT_HAS_EXPIRED: 'An authority above it has expired.',
  CERT_NOT_YET_VALID: 'An authority above it is not valid yet.',
  CERT_REVOKED: 'Its authority has taken it back (revoked it).',
  CERT_REJECTED: 'This computer was told to reject it.',
  CERT_SIGNATURE_FAILURE: damaged,
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: damaged,
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: unreadable,
  ERROR_IN_CERT_NOT_BEFORE_FIELD: unreadable,
  ERROR_IN_CERT_NOT_AFTER_FIELD: unreadable,
  INVALID_PURPOSE: misused,
  INVALID_CA: misused,
  PATH_LENGTH_EXCEEDED: misused,
  CERT_CHAIN_TOO_LONG: 'Too many authorities stand between it and one that this computer trusts.',
  UNABLE_TO_GET_CRL: unchecked,
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: unchecked,
  CRL_SIGNATURE_FAILURE: unchecked,
  CRL_NOT_YET_VALID: unchecked,
  CRL_HAS_EXPIRED: unchecked,
  ERROR_IN_CRL_LAST_UPDATE_FIELD: unchecked,
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: unchecked,
};

/** Why a certificate is not trusted, in a sentence for the inspector. Its own dates come first: they are what has to be renewed. */
export function verdictWords(verdict: string, judged: Judged, now: number): string {
  if (now > judged.validTo) return 'It has expired.';
  if (now < judged.validFrom) return 'It is not valid yet.';
  const known = Object.hasOwn(sentences, verdict) ? sentences[verdict] : undefined;
  // Electron's TLS library says this of a self-signed one too.
  if (known === unknownAuthority && judged.subject === judged.issuer) return signedItself;
  return known ?? `This computer does not accept it (${verdict.slice(0, 64)}).`;
}

/** Verdicts that no fingerprint outweighs: the authority or the system has said no to this very certificate. */
export function isFinalVerdict(verdict: string): boolean {
  return verdict === 'CERT_REVOKED' || verdict === 'CERT_REJECTED';
}
