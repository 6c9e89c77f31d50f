/** What every certificate is good for, in keytool's words. */
export const names = 'ip:127.0.0.1,dns:localhost';
export const valid = ['-validity', '365'];

/** What keytool is asked for, beside names: each signs itself. */
export const keytoolKinds: Readonly<Record<string, readonly string[]>> = {
  'RSA 1024': ['-keyalg', 'RSA', '-keysize', '1024', ...valid],
  'RSA 2048': ['-keyalg', 'RSA', '-keysize', '2048', ...valid],
  'RSA 4096': ['-keyalg', 'RSA', '-keysize', '4096', ...valid],
  'RSA, SHA-1': ['-keyalg', 'RSA', '-keysize', '2048', '-sigalg', 'SHA1withRSA', ...valid],
  'RSA, MD5': ['-keyalg', 'RSA', '-keysize', '2048', '-sigalg', 'MD5withRSA', ...valid],
  'P-256': ['-keyalg', 'EC', '-groupname', 'secp256r1', ...valid],
  'P-384': ['-keyalg', 'EC', '-groupname', 'secp384r1', ...valid],
  'P-521': ['-keyalg', 'EC', '-groupname', 'secp521r1', ...valid],
  Ed25519: ['-keyalg', 'Ed25519', ...valid],
  'RSASSA-PSS': ['-keyalg', 'RSASSA-PSS', '-keysize', '2048', ...valid],
  DSA: ['-keyalg', 'DSA', '-keysize', '2048', ...valid],
  'not yet valid': ['-keyalg', 'RSA', '-keysize', '2048', '-startdate', '+30d', ...valid],
  expired: ['-keyalg', 'RSA', '-keysize', '2048', '-startdate', '-60d', '-validity', '30'],
  'beyond 2050': ['-keyalg', 'RSA', '-keysize', '2048', '-validity', '20000'],
  'address as DNS name': ['-keyalg', 'RSA', '-keysize', '2048', ...valid, '-ext', 'SAN=dns:127.0.0.1'],
};

export const alternativeNames = 'subjectAltName=IP:127.0.0.1,DNS:localhost';

/** What keytool cannot make: OpenSSL's `req -x509`, after the key. */
export const opensslKinds: Readonly<Record<string, { readonly key: readonly string[]; readonly certificate: readonly string[] }>> = {
  'no subject': {
    key: ['-newkey', 'rsa:2048'],
    certificate: ['-subj', '/', '-addext', 'subjectAltName=critical,IP:127.0.0.1,DNS:localhost'],
  },
  'serial number 0': {
    key: ['-newkey', 'rsa:2048'],
    certificate: ['-subj', '/CN=Gateway', '-addext', alternativeNames, '-set_serial', '0'],
  },
  'negative serial number': {
    key: ['-newkey', 'rsa:2048'],
    certificate: ['-subj', '/CN=Gateway', '-addext', alternativeNames, '-set_serial', '-5'],
  },
  secp256k1: {
    key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
    certificate: ['-subj', '/CN=Gateway', '-addext', alternativeNames],
  },
  brainpoolP256r1: {
    key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
    certificate: ['-subj', '/CN=Gateway', '-addext', alternativeNames],
  },
};
