import { z } from 'zod';

/** Why this computer does not accept a certificate by itself. */
export const certificateErrorSchema = z
  .strictObject({
    reason: z.enum([
      'expired',
      'notYetValid',
      'signedItself',
      'unknownAuthority',
      'otherName',
      'addressAsName',
      'weakKey',
      'weakSigning',
      'authorityExpired',
      'authorityNotYetValid',
      'revoked',
      'rejected',
      'damaged',
      'unreadable',
      'misused',
      'longChain',
      'unchecked',
      'other',
    ]),
    /** What the TLS library calls it, for support. */
    verdict: z.string().max(64),
  })
  .readonly();

export type CertificateError = z.infer<typeof certificateErrorSchema>;
