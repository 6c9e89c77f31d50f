import { z } from 'zod';

const seenSchema = z.object({
  /** Milliseconds since 1970. */
  firstSeen: z.number(),
  lastSeen: z.number(),
  /** What the certificate said of itself; null until it was met. */
  certificate: z.object({ subject: z.string().max(1000), validFrom: z.number(), validTo: z.number() }).nullable(),
});

/** When a pinned certificate was met. */
export type PinSeen = z.infer<typeof seenSchema>;

/** SHA-256 of the trusted certificate. */
const fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

const pinSchema = seenSchema.extend({ fingerprint, decidedBy: z.literal('inspector') });

/** A certificate that the inspector trusted. */
export type Pin = z.infer<typeof pinSchema>;

/** As the first versions kept it: one for each gateway, and no more of it than this. */
const firstPinSchema = z
  .object({ fingerprint, firstSeen: z.number(), decidedBy: z.literal('inspector') })
  .transform((first): Pin[] => [{ ...first, lastSeen: first.firstSeen, certificate: null }]);

const authority = z.string().max(300);

/** The inspector's trusted certificates by authority (host:port). */
export const pinsSchema = z.record(authority, z.union([z.array(pinSchema), firstPinSchema]));

/** When the administrator's pins were met, by their text in the setting `pins`; says nothing of what is trusted. */
export const sightingsSchema = z.record(z.string().max(400), seenSchema);

export type Pins = z.infer<typeof pinsSchema>;
export type Sightings = z.infer<typeof sightingsSchema>;
