import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';

// Booleans and whole numbers may come as strings (protocol.md 1.1).
const flag = z.union([z.boolean(), z.literal(['true', 'false']).transform((text) => text === 'true')]);
const whole = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

const signInBody = z.object({
  password: z.string().min(1).max(32),
  phonenum: z.string().regex(/^\d{1,24}$/),
  autoanswer: flag.default(true),
  autoenteridle: flag.default(true),
  releasephone: flag.optional(),
  agenttype: whole.pipe(z.literal([4, 11])).default(4),
  status: whole.pipe(z.literal([3, 4, 5])).default(4),
  ip: z.string().max(15).refine(isIPv4).default('127.0.0.1'),
  entryIp: z.string().optional(),
  phonelinkage: flag.default(false),
  checkInWebm: flag.default(true),
  checkInMailm: flag.default(false),
  vcPhoneNumber: z.string().max(24).optional(),
  listenStatus: flag.default(false),
  callBackUri: z.string().max(200).optional(),
  // "Cannot contain special characters" (cec_07_1275), which are not named.
  serviceToken: z
    .string()
    .regex(/^[\w.~+/=-]{0,50}$/)
    .optional(),
  /** The push address of 2018 (1.1). */
  pushUrl: z.string().max(500).optional(),
});

/** The body of a sign-in, understood. `releasephone` stays open: its default depends on the interface. */
export type SignInParameters = z.infer<typeof signInBody>;

export type SignInReading =
  | { readonly kind: 'parameters'; readonly parameters: SignInParameters }
  | { readonly kind: 'refused'; readonly retcode: Retcode };

const objectBody = z.record(z.string(), z.unknown());

const accountBody = z.object({ account: z.string().min(1) });

/** The name in the body of loginbyaccount; null: it has none. */
export function readAccountName(body: string): string | null {
  return accountBody.safeParse(parseObject(body)).data?.account ?? null;
}

/** Reads the body of a sign-in, with `usual` for what it leaves out, or says with which retcode it is refused. */
export function readSignIn(body: string, usual: { readonly phonenum?: string }): SignInReading {
  const json = parseObject(body);
  if (json === null) return { kind: 'refused', retcode: retcode.messageParameterError };
  // A null counts as left out: that is how Java clients serialise what they did not set.
  const written = Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
  const given = { ...usual, ...written };
  const reading = signInBody.safeParse(given);
  if (reading.success) return { kind: 'parameters', parameters: reading.data };
  const wrong = new Set(reading.error.issues.map((issue) => issue.path[0]));
  return { kind: 'refused', retcode: refusalFor(wrong, given) };
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    return objectBody.safeParse(JSON.parse(body)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refusalFor(wrong: ReadonlySet<PropertyKey | undefined>, given: Readonly<Record<string, unknown>>): Retcode {
  const phoneMissing = given['phonenum'] === undefined || given['phonenum'] === '';
  if (wrong.has('password') || phoneMissing || wrong.has('serviceToken')) return retcode.signInParametersEmpty;
  if (wrong.has('phonenum')) return retcode.phoneInvalid;
  if (wrong.has('agenttype')) return retcode.wrongAgentType;
  if (wrong.has('ip')) return retcode.ipInvalid;
  return retcode.signInParametersInvalid;
}
