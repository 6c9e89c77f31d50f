import { X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { codeOf } from '../results/codeOf.ts';

/** What stands in the administrator's file of certificate authorities. */
export type AuthorityFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly authorities: readonly string[] }
  /** Missing or damaged: nothing of it is trusted. */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads the setting `certificateAuthorityFile`; empty: none. Never throws. One damaged certificate spoils the whole file:
 * TLS libraries pass over what they cannot read, and trust would then be other than what the administrator believes.
 * PEM in UTF-8 or UTF-16 (as PowerShell writes it), or one certificate in DER.
 */
export function readAuthorityFile(file: string, readFile: (file: string) => Uint8Array): AuthorityFile {
  if (file === '') return { kind: 'none' };
  // A relative path would mean another file in each folder that Earshot is started from.
  if (!isAbsolute(file)) return { kind: 'unreadable', why: 'not-absolute' };
  let bytes;
  try {
    bytes = readFile(file);
  } catch (error) {
    return { kind: 'unreadable', why: codeOf(error) ?? 'unknown' };
  }
  return bytes[0] === derSequence ? authoritiesOf([bytes]) : readPem(textOf(bytes));
}

/** What every certificate in DER begins with, and no text in PEM does. */
const derSequence = 0x30;

/** By its mark; without one, by the zero that stands beside each ASCII sign in UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function readPem(text: string): AuthorityFile {
  const blocks = [...text.matchAll(/-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----([^-]*)-----END \1-----/g)];
  const begun = text.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g) ?? [];
  if (begun.length === 0 && /-----BEGIN (?:PKCS7|CMS)-----/.test(text)) return { kind: 'unreadable', why: 'pkcs7' };
  if (blocks.length === 0 || blocks.length !== begun.length) return { kind: 'unreadable', why: 'no-certificates' };
  return authoritiesOf(blocks.map(([, , body = '']) => Buffer.from(body, 'base64')));
}

function authoritiesOf(certificates: readonly Uint8Array[]): AuthorityFile {
  const authorities: string[] = [];
  for (const der of certificates) {
    try {
      const read = new X509Certificate(der);
      // OpenSSL's `TRUSTED CERTIFICATE` says behind it what it is trusted for; passed over, more would be trusted than was meant.
      if (read.raw.length !== der.length) return { kind: 'unreadable', why: 'more-than-a-certificate' };
      authorities.push(read.toString());
    } catch {
      return { kind: 'unreadable', why: 'damaged' };
    }
  }
  return { kind: 'read', authorities };
}
