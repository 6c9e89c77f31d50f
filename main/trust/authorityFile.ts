import { X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';

/** What stands in the administrator's file of certificate authorities. */
export type AuthorityFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly authorities: readonly string[] }
  /** Missing or damaged: nothing of it is trusted. */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads the setting `certificateAuthorityFile`; empty: none. Never throws. One damaged certificate spoils the whole file:
 * TLS libraries pass over what they cannot read, and trust would then be other than what the administrator believes.
 */
export function readAuthorityFile(file: string, readText: (file: string) => string): AuthorityFile {
  if (file === '') return { kind: 'none' };
  // A relative path would mean another file in each folder that Earshot is started from.
  if (!isAbsolute(file)) return { kind: 'unreadable', why: 'not-absolute' };
  let text;
  try {
    text = readText(file);
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  const begun = text.match(/-----BEGIN CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || blocks.length !== begun.length) return { kind: 'unreadable', why: 'no-certificates' };
  return blocks.every(isCertificate) ? { kind: 'read', authorities: blocks } : { kind: 'unreadable', why: 'damaged' };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
