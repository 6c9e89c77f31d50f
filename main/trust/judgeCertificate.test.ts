import { describe, expect, test } from 'vitest';
import type { Certificate, PinnedCertificate } from '../../contract/trust.ts';
import { judgeCertificate, type Trusted } from './judgeCertificate.ts';
import { certificateErrorOf } from '../gateway/tlsVerdict.ts';

const certificate: Certificate = {
  subject: 'CN=gw',
  issuer: 'CN=gw',
  validFrom: 1_000,
  validTo: 2_000,
  fingerprint: 'AA:BB',
  serialNumber: '01',
  key: 'EC prime256v1',
  names: [],
  chain: [],
};
const selfSigned = { certificate, systemVerdict: 'DEPTH_ZERO_SELF_SIGNED_CERT', flaws: [] };
const pin = (fingerprint: string): PinnedCertificate => ({
  fingerprint,
  decidedBy: 'inspector',
  firstSeen: 1,
  lastSeen: 1,
  subject: null,
  validFrom: null,
  validTo: null,
  counts: true,
});
const trusting = (...prints: readonly string[]): Trusted => ({ pins: prints.map(pin), allowExpired: false, userMayTrust: true });
const trusted = (by: 'authority' | 'pin') => ({ kind: 'trusted', by });

// test/trust/table.test.ts plays the same judgement over real TLS; here are what no test server can show, and the edges.
describe('judging a certificate', () => {
  test('what an authority vouches for needs no pin, and is not held against one', () => {
    expect(judgeCertificate({ certificate, systemVerdict: null, flaws: [] }, trusting('CC:DD'), 1_500)).toEqual(trusted('authority'));
  });

  test('the pinned one is trusted to the last millisecond of its dates, and not beyond', () => {
    const at = (now: number) => judgeCertificate(selfSigned, trusting('AA:BB'), now);
    expect([at(1_000), at(2_000)]).toEqual([trusted('pin'), trusted('pin')]);
    expect(at(999)).toMatchObject({ question: { kind: 'notValid', certificateError: { reason: 'notYetValid' } } });
    expect(at(2_001)).toMatchObject({ question: { kind: 'notValid', certificateError: { reason: 'expired' } } });
  });

  test('a hard stop names every certificate that was trusted', () => {
    expect(judgeCertificate(selfSigned, trusting('CC:DD', 'EE:FF'), 1_500)).toMatchObject({
      question: { kind: 'changed', trusted: [{ fingerprint: 'CC:DD' }, { fingerprint: 'EE:FF' }] },
    });
  });

  test.each(['CERT_REVOKED', 'CERT_REJECTED'])('%s outweighs a pin, and whatever else is allowed', (systemVerdict) => {
    const everything: Trusted = { ...trusting('AA:BB'), allowExpired: true };
    expect(judgeCertificate({ certificate, systemVerdict, flaws: [] }, everything, 1_500)).toMatchObject({
      question: { kind: 'notValid' },
    });
  });
});

describe('why a certificate is not trusted', () => {
  const issued = { ...certificate, issuer: 'CN=authority' };

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'signedItself'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unknownAuthority'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'unknownAuthority'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknownAuthority'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknownAuthority'],
    ['CERT_UNTRUSTED', 'unknownAuthority'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'otherName'],
    ['HOSTNAME_MISMATCH', 'otherName'],
    ['CERT_HAS_EXPIRED', 'authorityExpired'],
    ['CERT_NOT_YET_VALID', 'authorityNotYetValid'],
    ['CERT_REVOKED', 'revoked'],
    ['CERT_REJECTED', 'rejected'],
    ['CERT_SIGNATURE_FAILURE', 'damaged'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'damaged'],
    ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'unreadable'],
    ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'unreadable'],
    ['ERROR_IN_CERT_NOT_AFTER_FIELD', 'unreadable'],
    ['INVALID_PURPOSE', 'misused'],
    ['INVALID_CA', 'misused'],
    ['PATH_LENGTH_EXCEEDED', 'misused'],
    ['CERT_CHAIN_TOO_LONG', 'longChain'],
    ['UNABLE_TO_GET_CRL', 'unchecked'],
    ['CRL_HAS_EXPIRED', 'unchecked'],
    ['SOMETHING_NEW', 'other'],
    ['constructor', 'other'],
  ])('%s: %s', (verdict, reason) => {
    expect(certificateErrorOf(verdict, issued, [], 1_500)).toEqual({ reason, verdict });
  });

  test('its own dates come first: they are what has to be renewed', () => {
    expect(certificateErrorOf('DEPTH_ZERO_SELF_SIGNED_CERT', certificate, [], 2_001).reason).toBe('expired');
    expect(certificateErrorOf('CERT_HAS_EXPIRED', certificate, [], 999).reason).toBe('notYetValid');
  });

  test('self-signed is said alike, whatever the TLS library calls it', () => {
    expect(certificateErrorOf('UNABLE_TO_VERIFY_LEAF_SIGNATURE', certificate, [], 1_500).reason).toBe('signedItself');
  });

  test('Node’s verdict without a name is put down to a weak key or signature only where there is one', () => {
    expect(certificateErrorOf('UNSPECIFIED', issued, ['weakKey'], 1_500).reason).toBe('weakKey');
    expect(certificateErrorOf('UNSPECIFIED', issued, ['addressAsName', 'weakSigning'], 1_500).reason).toBe('weakSigning');
    expect(certificateErrorOf('UNSPECIFIED', issued, [], 1_500).reason).toBe('other');
    expect(certificateErrorOf('UNABLE_TO_VERIFY_LEAF_SIGNATURE', issued, ['weakKey'], 1_500).reason).toBe('unknownAuthority');
  });
});
