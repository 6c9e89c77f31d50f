import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAuthorityFile } from './authorityFile.ts';
import { makeCertificates } from '../../test/trust/support/certificates.ts';

const file = process.platform === 'win32' ? 'C:\\authorities.cer' : '/authorities.cer';
let pem: string;
let der: Buffer;

beforeAll(async () => {
  pem = (await makeCertificates()).root.cert;
  der = new X509Certificate(pem).raw;
});

const read = (bytes: Uint8Array) => readAuthorityFile(file, () => bytes);
const labelled = (label: string, body: Buffer): Buffer =>
  Buffer.from(`-----BEGIN ${label}-----\n${body.toString('base64')}\n-----END ${label}-----\n`);
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a file of authorities', () => {
  test.each([
    ['PEM', () => Buffer.from(pem)],
    ['PEM with the mark of UTF-8', () => Buffer.from(`\ufeff${pem}`)],
    ['DER', () => der],
    ['UTF-16 with its mark', () => Buffer.from(`\ufeff${pem}`, 'utf16le')],
    ['UTF-16 without its mark', () => Buffer.from(pem, 'utf16le')],
    ['UTF-16, big-endian, with its mark', () => bigEndian(`\ufeff${pem}`)],
    ['UTF-16, big-endian, without its mark', () => bigEndian(pem)],
    ['PEM labelled X509 CERTIFICATE', () => labelled('X509 CERTIFICATE', der)],
    ['PEM labelled TRUSTED CERTIFICATE that says no more', () => labelled('TRUSTED CERTIFICATE', der)],
  ])('in %s is read', (_form, bytes) => {
    const found = read(bytes());
    expect(found.kind === 'read' ? found.authorities.map((each) => new X509Certificate(each).raw.equals(der)) : found).toEqual([true]);
  });

  test.each([
    [
      'a certificate with uses behind it',
      () => labelled('TRUSTED CERTIFICATE', Buffer.concat([der, Buffer.from([0x30, 0])])),
      'more-than-a-certificate',
    ],
    ['DER that was cut short', () => der.subarray(0, 100), 'damaged'],
    ['PKCS #7', () => labelled('PKCS7', der), 'pkcs7'],
    ['a key', () => labelled('PRIVATE KEY', der), 'no-certificates'],
    ['nothing', () => Buffer.alloc(0), 'no-certificates'],
  ])('that holds %s is not obeyed, with the reason', (_what, bytes, why) => {
    expect(read(bytes())).toEqual({ kind: 'unreadable', why });
  });
});
