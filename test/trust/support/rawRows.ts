import type { RawAttempt } from './attempt.ts';
import type { Certificates, Made } from './certificates.ts';
import type { Expected } from './expected.ts';

export interface RawRow {
  readonly name: string;
  readonly served: (made: Certificates) => Made;
  readonly options: (made: Certificates) => Omit<RawAttempt, 'port'>;
  readonly expected: Expected;
}

/** What undici does by itself, without Earshot: what Earshot's own trust rests on. */
export const rawRows: readonly RawRow[] = [
  {
    name: 'a self-signed one, with the defaults',
    served: (m) => m.selfSigned,
    options: () => ({}),
    expected: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
  {
    name: 'a self-signed one that may not sign, by its key usage',
    served: (m) => m.bare,
    options: () => ({}),
    expected: { openssl: 'DEPTH_ZERO_SELF_SIGNED_CERT', boringssl: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  },
  {
    name: 'the same as `ca`: Electron does not take it for its own authority',
    served: (m) => m.bare,
    options: (m) => ({ ca: [m.bare.cert] }),
    expected: { openssl: 'answered', boringssl: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  },
  {
    name: 'a self-signed one as `ca`, under another name',
    served: (m) => m.elsewhere,
    options: (m) => ({ ca: [m.elsewhere.cert] }),
    expected: 'ERR_TLS_CERT_ALTNAME_INVALID',
  },
  {
    name: 'a self-signed one as `ca`, and its pin in checkServerIdentity',
    served: (m) => m.elsewhere,
    options: (m) => ({ ca: [m.elsewhere.cert], identityPin: m.elsewhere.fingerprint }),
    expected: 'answered',
  },
  {
    name: 'another certificate than the `ca` and the pin',
    served: (m) => m.other,
    options: (m) => ({ ca: [m.elsewhere.cert], identityPin: m.elsewhere.fingerprint }),
    expected: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
  {
    name: 'rejectUnauthorized: false and a wrong pin in checkServerIdentity: accepted, which is why Earshot does not do it',
    served: (m) => m.selfSigned,
    options: (m) => ({ rejectUnauthorized: false, identityPin: m.other.fingerprint }),
    expected: 'answered',
  },
  {
    name: 'a leaf of a private authority as `ca`',
    served: (m) => m.leaf,
    options: (m) => ({ ca: [m.leaf.cert] }),
    expected: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  },
  {
    name: 'the same with allowPartialTrustChain',
    served: (m) => m.leaf,
    options: (m) => ({ ca: [m.leaf.cert], partialChain: true }),
    expected: 'answered',
  },
  {
    name: 'the private authority as `ca`, and the pin',
    served: (m) => m.leaf,
    options: (m) => ({ ca: [m.root.cert], identityPin: m.leaf.fingerprint }),
    expected: 'answered',
  },
  {
    name: 'an expired one, even pinned',
    served: (m) => m.expired,
    options: (m) => ({ ca: [m.expired.cert], identityPin: m.expired.fingerprint }),
    expected: 'CERT_HAS_EXPIRED',
  },
  {
    name: 'one that is not valid yet, even pinned',
    served: (m) => m.notYet,
    options: (m) => ({ ca: [m.notYet.cert], identityPin: m.notYet.fingerprint }),
    expected: 'CERT_NOT_YET_VALID',
  },
  {
    name: 'a connector that compares before the socket is handed over: the pinned one, even expired',
    served: (m) => m.expired,
    options: (m) => ({ rejectUnauthorized: false, connectorPin: m.expired.fingerprint }),
    expected: 'answered',
  },
  {
    name: 'a connector that compares before the socket is handed over: another one',
    served: (m) => m.other,
    options: (m) => ({ rejectUnauthorized: false, connectorPin: m.selfSigned.fingerprint }),
    expected: 'PIN',
  },
];
