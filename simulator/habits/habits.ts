import { z } from 'zod';

const longest = 60_000;
const ms = z.number().min(0).max(longest);
const share = z.number().min(0).max(1);

/** Milliseconds, drawn again each time. */
const range = { fromMs: ms, toMs: ms };
const isRange = ({ fromMs, toMs }: { fromMs: number; toMs: number }): boolean => fromMs <= toMs;
const wrongRange = { path: ['toMs'], message: 'must not be below where it begins' };

/** Which events: of ringing, of being picked up, of an ending, of being occupied. */
export const eventKind = z.literal(['rings', 'pickUps', 'ends', 'busy']);
const eventKinds = z
  .array(z.literal([...eventKind.values, 'all']))
  .min(1)
  .readonly();

/** Which requests; polls are neither. */
const requestKind = z.literal(['commands', 'queries', 'all']);

/**
 * What a gateway, or what stands before it, does again and again, in any mix. A `share` is that of the events or requests
 * it happens to, 1 all of them; which ones, the simulator's seed says.
 */
export const habitsSchema = z.strictObject({
  /** Every event comes late, whole and in order. */
  eventsLate: z.strictObject(range).refine(isRange, wrongRange).exactOptional(),
  eventsLost: z.strictObject({ share, of: eventKinds }).exactOptional(),
  /** The second one so long after the first, past whatever has come between. */
  eventsTwice: z
    .strictObject({ share, ...range })
    .refine(isRange, wrongRange)
    .exactOptional(),
  /** So many events that matter to nobody, in the same queue; `eventType`: AgentOther_Note unless told otherwise. */
  eventFlood: z
    .strictObject({ perSecond: z.number().min(0.1).max(500), eventType: z.string().min(1).max(200).exactOptional() })
    .exactOptional(),
  /** `beforeHandling`: admitted at once and carried out late; `afterHandling`: carried out at once; `either`: drawn. */
  answersLate: z
    .strictObject({ share, of: requestKind, when: z.literal(['beforeHandling', 'afterHandling', 'either']), ...range })
    .refine(isRange, wrongRange)
    .exactOptional(),
  /** Carried out; then the connection breaks. */
  answersLost: z.strictObject({ share, of: requestKind }).exactOptional(),
  /** Any answer may bring a new Guid as it is sent; the old ones live so much longer. Nothing in AUTHMODE 1. */
  guidRenewed: z.strictObject({ share, oldLivesMs: ms }).exactOptional(),
  /** Polls, too: a proxy's HTML page instead of the gateway's answer; not carried out. */
  pages: z.strictObject({ share, status: z.literal([502, 503, 504]).exactOptional() }).exactOptional(),
  /** What is told of the caller's own number: 300-002, or details that lack `ctiStatus`. */
  queriesBlind: z.strictObject({ how: z.literal(['refused', 'noCtiStatus']) }).exactOptional(),
  /** Own state, details and agent lists as they were, up to so long ago. */
  queriesStale: z.strictObject({ share, upToMs: ms }).exactOptional(),
  /** 000-004 unless told otherwise. */
  queriesFail: z.strictObject({ share, retcode: z.string().min(1).max(20).exactOptional() }).exactOptional(),
  /** A proxy gives up polls that are held for longer, the one to the gateway with it; `page`: and says 504. */
  pollsCut: z.strictObject({ afterMs: ms, how: z.literal(['closed', 'page']).exactOptional() }).exactOptional(),
});

export type Habits = Readonly<z.infer<typeof habitsSchema>>;
export type HabitName = keyof Habits;
export type EventKind = z.infer<typeof eventKind>;
export type RequestKind = z.infer<typeof requestKind>;

/** For one inspector, or, without a number, for everyone. */
export const habitsOfSchema = z.strictObject({
  agentId: z
    .string()
    .regex(/^[1-9]\d{2,5}$/, 'must be a work number, as text')
    .exactOptional(),
  habits: habitsSchema,
});

export type HabitsOf = Readonly<z.infer<typeof habitsOfSchema>>;
