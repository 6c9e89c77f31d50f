import type { TlsOptions } from 'node:tls';
import type { Settings } from '../../../contract/settings.ts';
import type { Certificates, Made } from './certificates.ts';
import type { Expected } from './expected.ts';

export interface Row {
  readonly name: string;
  readonly served: (made: Certificates) => Made;
  readonly server?: TlsOptions;
  readonly settings?: (made: Certificates, authority: string) => Partial<Settings>;
  /** Trusted by the inspector for this very address. */
  readonly pinned?: (made: Certificates) => readonly Made[];
  /** Trusted by the inspector for the same host at another port. */
  readonly pinnedAtOtherPort?: (made: Certificates) => readonly Made[];
  readonly authorityFile?: (made: Certificates) => string | null;
  readonly expected: Expected;
}

const file = process.platform === 'win32' ? 'C:\\authorities.pem' : '/authorities.pem';
const withFile: Row['settings'] = () => ({ certificateAuthorityFile: file });
const signedItself = 'signedItself';
const unknownAuthority = 'unknownAuthority';
const otherName = 'otherName';
const oldest = 'ALL:@SECLEVEL=0';

/** Earshot's own trust: what is served, what is trusted, what comes of it. */
export const rows: readonly Row[] = [
  { name: 'self-signed and not known: asked, with the reason', served: (m) => m.selfSigned, expected: `question unknown: ${signedItself}` },
  { name: 'self-signed though it may not sign: the same words', served: (m) => m.bare, expected: `question unknown: ${signedItself}` },
  { name: 'self-signed though it may not sign, pinned', served: (m) => m.bare, pinned: (m) => [m.bare], expected: 'answered' },
  {
    name: 'self-signed, in the administrator’s file',
    served: (m) => m.selfSigned,
    settings: withFile,
    authorityFile: (m) => m.selfSigned.cert,
    expected: 'answered',
  },
  {
    name: 'self-signed though it may not sign, in the administrator’s file: a pin is the better way',
    served: (m) => m.bare,
    settings: withFile,
    authorityFile: (m) => m.bare.cert,
    expected: { openssl: 'answered', boringssl: `question unknown: ${signedItself}` },
  },
  { name: 'self-signed and pinned', served: (m) => m.selfSigned, pinned: (m) => [m.selfSigned], expected: 'answered' },
  {
    name: 'pinned, issued for another name: gateways are addressed by IP',
    served: (m) => m.elsewhere,
    pinned: (m) => [m.elsewhere],
    expected: 'answered',
  },
  {
    name: 'another than the pinned: a hard stop',
    served: (m) => m.other,
    pinned: (m) => [m.selfSigned],
    expected: `question changed: ${signedItself}`,
  },
  {
    name: 'one of several pinned, while certificates rotate',
    served: (m) => m.other,
    pinned: (m) => [m.selfSigned, m.other],
    expected: 'answered',
  },
  {
    name: 'pinned for the same host at another port: not known here',
    served: (m) => m.selfSigned,
    pinnedAtOtherPort: (m) => [m.selfSigned],
    expected: `question unknown: ${signedItself}`,
  },
  {
    name: 'pinned by the administrator',
    served: (m) => m.selfSigned,
    settings: (m, authority) => ({ pins: [`${authority}=${m.other.fingerprint}`, `${authority}=${m.selfSigned.fingerprint}`] }),
    expected: 'answered',
  },
  {
    name: 'another than those pinned by the administrator: a hard stop',
    served: (m) => m.elsewhere,
    settings: (m, authority) => ({ pins: [`${authority}=${m.other.fingerprint}`, `${authority}=${m.selfSigned.fingerprint}`] }),
    expected: `question changed: ${signedItself}`,
  },
  {
    name: 'not known, and the administrator alone decides: nothing to accept',
    served: (m) => m.selfSigned,
    settings: () => ({ userTrust: false }),
    expected: `question forbidden: ${signedItself}`,
  },
  {
    name: 'pinned by the inspector before the administrator took that right: does not count',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    settings: () => ({ userTrust: false }),
    expected: `question forbidden: ${signedItself}`,
  },
  { name: 'expired and not known: nothing to accept', served: (m) => m.expired, expected: 'question notValid: expired' },
  { name: 'expired, even pinned', served: (m) => m.expired, pinned: (m) => [m.expired], expected: 'question notValid: expired' },
  {
    name: 'not valid yet, even pinned',
    served: (m) => m.notYet,
    pinned: (m) => [m.notYet],
    expected: 'question notValid: notYetValid',
  },
  {
    name: 'expired and pinned, where the administrator allows it',
    served: (m) => m.expired,
    pinned: (m) => [m.expired],
    settings: () => ({ allowExpiredCertificate: true }),
    expected: 'answered',
  },
  {
    name: 'not valid yet and pinned, where the administrator allows it',
    served: (m) => m.notYet,
    pinned: (m) => [m.notYet],
    settings: () => ({ allowExpiredCertificate: true }),
    expected: 'answered',
  },
  {
    name: 'another than the pinned stays a hard stop where expired ones are allowed',
    served: (m) => m.expired,
    pinned: (m) => [m.selfSigned],
    settings: () => ({ allowExpiredCertificate: true }),
    expected: 'question changed: expired',
  },
  { name: 'of an authority that nobody knows', served: (m) => m.leaf, expected: `question unknown: ${unknownAuthority}` },
  { name: 'of an authority that nobody knows, pinned', served: (m) => m.leaf, pinned: (m) => [m.leaf], expected: 'answered' },
  {
    name: 'of an authority in the administrator’s file',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: 'answered',
  },
  {
    name: 'of the second authority in the file, with words between',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: (m) => `Our authorities\r\n${m.strangeRoot.cert}\r\nand\r\n${m.root.cert}`,
    expected: 'answered',
  },
  {
    name: 'of an authority below the one in the file, sent along',
    served: (m) => m.leafBetween,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: 'answered',
  },
  {
    name: 'an authority’s certificate for another name: the name counts',
    served: (m) => m.leafElsewhere,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: `question unknown: ${otherName}`,
  },
  {
    name: 'an authority’s certificate that gives the IP address as a host name: said so',
    served: (m) => m.leafByName,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: 'question unknown: addressAsName',
  },
  {
    name: 'self-signed with too short a key: OpenSSL says no to the key, and so it is said',
    served: (m) => m.weak,
    server: { ciphers: oldest },
    expected: { openssl: 'question unknown: weakKey', boringssl: `question unknown: ${signedItself}` },
  },
  {
    name: 'too short a key, pinned',
    served: (m) => m.weak,
    server: { ciphers: oldest },
    pinned: (m) => [m.weak],
    expected: 'answered',
  },
  {
    name: 'of an authority with too short a key',
    served: (m) => m.leafOfWeak,
    settings: withFile,
    authorityFile: (m) => m.weakRoot.cert,
    expected: { openssl: 'question unknown: weakSigning', boringssl: 'answered' },
  },
  {
    name: 'an authority’s certificate for another name, pinned',
    served: (m) => m.leafElsewhere,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    pinned: (m) => [m.leafElsewhere],
    expected: 'answered',
  },
  {
    name: 'an authority’s certificate, expired',
    served: (m) => m.leafExpired,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: 'question notValid: expired',
  },
  {
    name: 'of an authority in the file that has expired',
    served: (m) => m.leafOfExpired,
    settings: withFile,
    authorityFile: (m) => m.expiredRoot.cert,
    expected: 'question unknown: authorityExpired',
  },
  {
    name: 'of another authority than the one in the file',
    served: (m) => m.strangeLeaf,
    settings: withFile,
    authorityFile: (m) => m.root.cert,
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'a leaf in the file is no authority: with it alone there is no chain',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: (m) => m.leaf.cert,
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'a file that is missing trusts nothing',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: () => null,
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'an empty file trusts nothing',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: () => '',
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'a file with one damaged certificate trusts nothing, the whole ones neither',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: (m) => `${m.root.cert}\n-----BEGIN CERTIFICATE-----\nMIIBaaaa\n-----END CERTIFICATE-----\n`,
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'a file that was cut short trusts nothing',
    served: (m) => m.leaf,
    settings: withFile,
    authorityFile: (m) => `${m.root.cert}\n${m.strangeRoot.cert.slice(0, 200)}`,
    expected: `question unknown: ${unknownAuthority}`,
  },
  {
    name: 'a file named without its folder is not read',
    served: (m) => m.leaf,
    settings: () => ({ certificateAuthorityFile: 'authorities.pem' }),
    authorityFile: (m) => m.root.cert,
    expected: `question unknown: ${unknownAuthority}`,
  },
  { name: 'TLS 1.2', served: (m) => m.selfSigned, pinned: (m) => [m.selfSigned], server: { maxVersion: 'TLSv1.2' }, expected: 'answered' },
  {
    name: 'TLS 1.2 where the administrator wants 1.3: refused in words',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    settings: () => ({ minimumTls: '1.3' }),
    server: { maxVersion: 'TLSv1.2' },
    expected: 'unreachable tls-too-old',
  },
  ...(['TLSv1', 'TLSv1.1'] as const).flatMap((version): Row[] => [
    {
      name: `${version}: refused in words`,
      served: (m) => m.selfSigned,
      pinned: (m) => [m.selfSigned],
      server: { minVersion: version, maxVersion: version, ciphers: oldest },
      expected: 'unreachable tls-too-old',
    },
    {
      name: `${version}, where the administrator allows it`,
      served: (m) => m.selfSigned,
      pinned: (m) => [m.selfSigned],
      settings: () => ({ minimumTls: version === 'TLSv1' ? '1.0' : '1.1' }),
      server: { minVersion: version, maxVersion: version, ciphers: oldest },
      expected: 'answered',
    },
    {
      name: `${version}, allowed, but with another certificate than the pinned: a hard stop all the same`,
      served: (m) => m.other,
      pinned: (m) => [m.selfSigned],
      settings: () => ({ minimumTls: '1.0' }),
      server: { minVersion: version, maxVersion: version, ciphers: oldest },
      expected: `question changed: ${signedItself}`,
    },
  ]),
  {
    name: 'no cipher in common: refused in words',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    server: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CAMELLIA256-SHA384:@SECLEVEL=0' },
    expected: 'unreachable tls-refused',
  },
  ...(['TLSv1.2', 'TLSv1.3'] as const).map((maxVersion): Row => ({
    name: `${maxVersion}: a certificate of ours is asked for`,
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    server: { maxVersion, requestCert: true, rejectUnauthorized: true },
    // Before TLS 1.3 a server of OpenSSL has no word of its own for it.
    expected: maxVersion === 'TLSv1.3' ? 'unreachable client-certificate' : 'unreachable tls-refused',
  })),
  {
    name: 'no application protocol in common: it speaks TLS, and is not said to speak none',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    server: { ALPNProtocols: ['h2'] },
    expected: 'unreachable tls-refused',
  },
  {
    name: 'HTTP/2 beside HTTP/1.1: the latter is spoken',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    server: { ALPNProtocols: ['h2', 'http/1.1'] },
    expected: 'answered',
  },
  {
    name: 'no curve in common',
    served: (m) => m.selfSigned,
    pinned: (m) => [m.selfSigned],
    server: { ecdhCurve: 'brainpoolP256r1' },
    expected: 'unreachable tls-refused',
  },
];
