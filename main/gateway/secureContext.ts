import tls from 'node:tls';
import type { Settings } from '../../contract/settings.ts';

/** What connections to gateways are made with. */
export interface ContextWish {
  /** The administrator's certificate authorities, PEM, beside those of the system and of Node. */
  readonly authorities: readonly string[];
  readonly minimumTls: Settings['minimumTls'];
}

const versions: Readonly<Record<Settings['minimumTls'], tls.SecureVersion>> = {
  '1.0': 'TLSv1',
  '1.1': 'TLSv1.1',
  '1.2': 'TLSv1.2',
  '1.3': 'TLSv1.3',
};

/** Costly, some 100 ms: reading the system's authorities. Make it once. */
export function createGatewayContext({ authorities, minimumTls }: ContextWish): tls.SecureContext {
  const options: tls.SecureContextOptions = {
    ca: [...new Set([...systemAuthorities(), ...authorities])],
    minVersion: versions[minimumTls],
  };
  if (minimumTls === '1.2' || minimumTls === '1.3') return tls.createSecureContext(options);
  try {
    // OpenSSL refuses the signatures of TLS 1.0 and 1.1 above its security level 0.
    return tls.createSecureContext({ ...options, ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0` });
  } catch {
    // Electron's TLS library has no such levels, and does not know the word.
    return tls.createSecureContext(options);
  }
}

/** What the system trusts beside what Node carries; before Node 22.15 the latter alone. */
function systemAuthorities(): readonly string[] {
  const { getCACertificates } = tls as Partial<Pick<typeof tls, 'getCACertificates'>>;
  if (getCACertificates === undefined) return tls.rootCertificates;
  return [...getCACertificates('default'), ...getCACertificates('system')];
}
