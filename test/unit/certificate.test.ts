import { describe, expect, test } from 'vitest';
import type { Certificate, PinnedCertificate } from '../../contract/trust.ts';
import { judgeCertificate, type Trusted } from '../../main/gateway/certificate.ts';
import { verdictWords } from '../../main/gateway/verdict.ts';

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
const selfSigned = { certificate, systemVerdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
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
    expect(judgeCertificate({ certificate, systemVerdict: null }, trusting('CC:DD'), 1_500)).toEqual(trusted('authority'));
  });

  test('the pinned one is trusted to the last millisecond of its dates, and not beyond', () => {
    const at = (now: number) => judgeCertificate(selfSigned, trusting('AA:BB'), now);
    expect([at(1_000), at(2_000)]).toEqual([trusted('pin'), trusted('pin')]);
    expect(at(999)).toMatchObject({ question: { kind: 'notValid', why: 'It is not valid yet.' } });
    expect(at(2_001)).toMatchObject({ question: { kind: 'notValid', why: 'It has expired.' } });
  });

  test('a hard stop names every certificate that was trusted', () => {
    expect(judgeCertificate(selfSigned, trusting('CC:DD', 'EE:FF'), 1_500)).toMatchObject({
      question: { kind: 'changed', trusted: [{ fingerprint: 'CC:DD' }, { fingerprint: 'EE:FF' }] },
    });
  });

  test.each(['CERT_REVOKED', 'CERT_REJECTED'])('%s outweighs a pin, and whatever else is allowed', (systemVerdict) => {
    const everything: Trusted = { ...trusting('AA:BB'), allowExpired: true };
    expect(judgeCertificate({ certificate, systemVerdict }, everything, 1_500)).toMatchObject({ question: { kind: 'notValid' } });
  });
});

describe('why a certificate is not trusted', () => {
  const issued = { ...certificate, issuer: 'CN=authority' };

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'signed it itself'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'an authority that this computer does not trust'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'an authority that this computer does not trust'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'an authority that this computer does not trust'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'an authority that this computer does not trust'],
    ['CERT_UNTRUSTED', 'an authority that this computer does not trust'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'another name than the address'],
    ['HOSTNAME_MISMATCH', 'another name than the address'],
    ['CERT_HAS_EXPIRED', 'An authority above it has expired'],
    ['CERT_NOT_YET_VALID', 'An authority above it is not valid yet'],
    ['CERT_REVOKED', 'taken it back'],
    ['CERT_REJECTED', 'told to reject it'],
    ['CERT_SIGNATURE_FAILURE', 'damaged or forged'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'damaged or forged'],
    ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'cannot be read'],
    ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'cannot be read'],
    ['ERROR_IN_CERT_NOT_AFTER_FIELD', 'cannot be read'],
    ['INVALID_PURPOSE', 'not issued for a server'],
    ['INVALID_CA', 'not issued for a server'],
    ['PATH_LENGTH_EXCEEDED', 'not issued for a server'],
    ['CERT_CHAIN_TOO_LONG', 'Too many authorities'],
    ['UNABLE_TO_GET_CRL', 'cannot be checked'],
    ['CRL_HAS_EXPIRED', 'cannot be checked'],
    ['SOMETHING_NEW', 'does not accept it (SOMETHING_NEW)'],
    ['constructor', 'does not accept it (constructor)'],
  ])('%s in words', (verdict, words) => {
    expect(verdictWords(verdict, issued, 1_500)).toContain(words);
  });

  test('its own dates come first: they are what has to be renewed', () => {
    expect(verdictWords('DEPTH_ZERO_SELF_SIGNED_CERT', certificate, 2_001)).toBe('It has expired.');
    expect(verdictWords('CERT_HAS_EXPIRED', certificate, 999)).toBe('It is not valid yet.');
  });

  test('self-signed is said alike, whatever the TLS library calls it', () => {
    expect(verdictWords('UNABLE_TO_VERIFY_LEAF_SIGNATURE', certificate, 1_500)).toBe(
      verdictWords('DEPTH_ZERO_SELF_SIGNED_CERT', certificate, 1_500),
    );
  });
});
