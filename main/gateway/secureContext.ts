import tls from 'node:tls';
import type { Settings } from '../../contract/settings.ts';

/** What connections to gateways are made with. */
export interface ContextOptions {
  /** Certificate authorities, PEM: the system's and the administrator's. */
  readonly authorities: readonly string[];
  readonly minimumTls: Settings['minimumTls'];
}

const versions: Readonly<Record<Settings['minimumTls'], tls.SecureVersion>> = {
  '1.0': 'TLSv1',
  '1.1': 'TLSv1.1',
  '1.2': 'TLSv1.2',
  '1.3': 'TLSv1.3',
};

/** Costly, some 100 ms for the system's authorities. Make it once. */
export function createGatewayContext({ authorities, minimumTls }: ContextOptions): tls.SecureContext {
  const options: tls.SecureContextOptions = {
    ca: [...new Set(authorities)],
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
