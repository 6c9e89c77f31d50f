import type { X509Certificate } from 'node:crypto';

/** What a certificate, or one that was sent with it, has wrong in itself. */
export type CertificateFlaw =
  /** Its own key is shorter than TLS libraries take by default. */
  | 'weakKey'
  /** The same of an authority's key, or it signed with a digest that can be forged. */
  | 'weakSigning'
  /** The gateway's IP address stands in it as a host name. */
  | 'addressAsName';

/** Bits of an RSA or DSA key; OpenSSL refuses shorter ones (SSL_CTX_set_security_level, level 2, its default). */
const leastBits = 2048;

/** The flaws of a gateway's certificate; `above`: what was sent with it, from its issuer up; `host`: as it was connected to. */
export function flawsOf(leaf: X509Certificate, above: readonly X509Certificate[], host: string): readonly CertificateFlaw[] {
  const signed = [leaf, ...above].filter((each) => each.subject !== each.issuer);
  const flaws: CertificateFlaw[] = [];
  if (hasWeakKey(leaf)) flaws.push('weakKey');
  if (above.some(hasWeakKey) || signed.some(isWeaklySigned)) flaws.push('weakSigning');
  if (leaf.subjectAltName?.split(', ').includes(`DNS:${host}`) === true) flaws.push('addressAsName');
  return flaws;
}

function hasWeakKey(x509: X509Certificate): boolean {
  try {
    const bits = x509.publicKey.asymmetricKeyDetails?.modulusLength;
    return bits !== undefined && bits < leastBits;
  } catch {
    // A kind of key that the TLS library does not know: nothing can be said of it.
    return false;
  }
}

function isWeaklySigned({ signatureAlgorithm }: X509Certificate): boolean {
  return /md5|sha-?1(?!\d)/i.test(signatureAlgorithm ?? '');
}
