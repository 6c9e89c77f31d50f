import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../contract/trust.ts';
import { judgeCertificate } from '../../main/gateway/certificate.ts';

const certificate: Certificate = { subject: 'CN=gw', issuer: 'CN=gw', validFrom: 1_000, validTo: 2_000, fingerprint: 'AA:BB' };
const selfSigned = { certificate, systemVerdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' };

describe('judging a certificate', () => {
  test('what the system trusts needs no pin', () => {
    expect(judgeCertificate({ certificate, systemVerdict: null }, null, 1_500)).toEqual({ kind: 'trusted', by: 'system' });
  });

  test('one that is first seen is a question, with the reason in words', () => {
    expect(judgeCertificate(selfSigned, null, 1_500)).toMatchObject({
      question: { kind: 'unknown', why: expect.stringContaining('signed it itself') as string },
    });
  });

  test('the pinned one is trusted, even under another name', () => {
    expect(judgeCertificate({ certificate, systemVerdict: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'AA:BB', 1_500)).toEqual({
      kind: 'trusted',
      by: 'pin',
    });
  });

  test('another one than the pinned is a hard stop that names both', () => {
    expect(judgeCertificate(selfSigned, 'CC:DD', 1_500)).toMatchObject({ question: { kind: 'changed', trustedFingerprint: 'CC:DD' } });
  });

  test.each([
    [500, 'It is not valid yet.'],
    [2_500, 'It has expired.'],
  ])('at %i even the pinned one is refused', (now, why) => {
    expect(judgeCertificate(selfSigned, 'AA:BB', now)).toMatchObject({ question: { kind: 'notValid', why } });
  });
});
