import { z } from 'zod';
import { dateTime } from './instant.ts';
import { certificateErrorSchema } from './certificateError.ts';

/** What is shown of a gateway's certificate. Texts are the certificate's own, made harmless. */
export const certificateSchema = z.strictObject({
  subject: z.string().max(1000),
  issuer: z.string().max(1000),
  validFrom: dateTime,
  validTo: dateTime,
  /** SHA-256 of the certificate: 32 upper-case hexadecimal pairs joined by colons. */
  fingerprint: z.string().max(95),
  serialNumber: z.string().max(100),
  /** Kind and size, such as `RSA 2048`; empty where it cannot be told. */
  key: z.string().max(60),
  /** The addresses that it is good for. */
  names: z.array(z.string().max(300)).max(50),
  /** Subjects of the authorities that the gateway sent with it, from the nearest up. */
  chain: z.array(z.string().max(1000)).max(8),
});

export type Certificate = z.infer<typeof certificateSchema>;

/** A certificate that is trusted by its fingerprint. Dates and subject are null until it was met. */
export const pinnedCertificateSchema = z.strictObject({
  fingerprint: z.string().max(95),
  decidedBy: z.enum(['inspector', 'administrator']),
  firstSeen: dateTime.nullable(),
  lastSeen: dateTime.nullable(),
  subject: z.string().max(1000).nullable(),
  validFrom: dateTime.nullable(),
  validTo: dateTime.nullable(),
  /** False for the inspector's own while the administrator alone decides. */
  counts: z.boolean(),
});

export type PinnedCertificate = z.infer<typeof pinnedCertificateSchema>;

/** Why a certificate page is shown, and whether it may be trusted there at all. */
export const certificateQuestionSchema = z.discriminatedUnion('kind', [
  /** First seen and not trusted by this computer; the inspector may trust it. */
  z.strictObject({ kind: z.literal('unknown'), certificate: certificateSchema, certificateError: certificateErrorSchema }),
  /** Not trusted by this computer, and the administrator alone decides. */
  z.strictObject({ kind: z.literal('forbidden'), certificate: certificateSchema, certificateError: certificateErrorSchema }),
  /** Others were trusted for this address before: a hard stop. */
  z.strictObject({
    kind: z.literal('changed'),
    certificate: certificateSchema,
    certificateError: certificateErrorSchema,
    trusted: z.array(pinnedCertificateSchema).max(64),
  }),
  /** Out of its dates, or revoked: not trusted whatever the inspector says. */
  z.strictObject({ kind: z.literal('notValid'), certificate: certificateSchema, certificateError: certificateErrorSchema }),
]);

export type CertificateQuestion = z.infer<typeof certificateQuestionSchema>;

/** Everything trusted for one gateway address. */
export const trustedGatewaySchema = z.strictObject({
  /** host:port */
  gateway: z.string().max(300),
  pins: z.array(pinnedCertificateSchema).max(128),
  /** Another certificate that it showed since Earshot was started, in place of the trusted ones. */
  changed: certificateSchema.nullable(),
});

export type TrustedGateway = z.infer<typeof trustedGatewaySchema>;

export const trustSchema = z.strictObject({
  gateways: z.array(trustedGatewaySchema),
  /** The administrator's file of certificate authorities; `count`: how many stand in it. */
  authorityFile: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('read'), count: z.int() }),
    z.strictObject({ kind: z.literal('unreadable') }),
  ]),
});

export type Trust = z.infer<typeof trustSchema>;
