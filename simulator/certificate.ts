import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate with its key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate made at start shall be like. */
export interface CertificateOptions {
  /** Subject and, as it signs itself, issuer. */
  readonly commonName?: string;
  readonly organization?: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Host names and IPv4 addresses it is good for; `localhost` and `127.0.0.1` unless told otherwise. */
  readonly names?: readonly string[];
  readonly keyType?: 'ec' | 'rsa';
}

const day = 86_400_000;

/** Makes a self-signed certificate; valid since yesterday, for a year, unless told otherwise. */
export async function makeCertificate(options: CertificateOptions, now: number): Promise<Certificate> {
  const names = options.names ?? ['localhost', '127.0.0.1'];
  const made = await generate(
    [
      { name: 'commonName', value: options.commonName ?? 'CC-Gateway simulator' },
      { name: 'organizationName', value: options.organization ?? 'Earshot' },
    ],
    {
      algorithm: 'sha256',
      keyType: options.keyType ?? 'ec',
      notBeforeDate: options.validFrom ?? new Date(now - day),
      notAfterDate: options.validTo ?? new Date(now + 365 * day),
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: names.map(altName) },
      ],
    },
  );
  return { cert: made.cert, key: made.private };
}

/** SHA-256 over the whole certificate, as upper-case pairs with colons. */
export function fingerprintOf(certificate: Certificate): string {
  return new X509Certificate(certificate.cert).fingerprint256;
}

function altName(name: string): { type: 7; ip: string } | { type: 2; value: string } {
  return /^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name };
}
