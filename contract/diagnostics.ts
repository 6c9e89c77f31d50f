import { z } from 'zod';
import { instant } from './instant.ts';
import { surfaceNameSchema } from './alerts.ts';
import { problemSchema } from './problem.ts';
import { settingNameSchema, settingSources } from './settings.ts';

const milliseconds = z.number();

const proxies = z.array(z.string().max(300)).max(8).readonly();

/** What is tried, in this order. */
export const stepNames = ['address', 'proxy', 'tls', 'signIn', 'clock', 'alerts', 'storage'] as const;

export const stepNameSchema = z.enum(stepNames);

export type StepName = z.infer<typeof stepNameSchema>;

/** What is worth knowing of a step that passed. */
export const stepNoteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('addresses'), addresses: z.array(z.string().max(64)).max(8) }),
  /** The proxy looks the name up. */
  z.strictObject({ kind: z.literal('addressByProxy') }),
  /** `passedOver`: proxies of the system's list that could not be reached. */
  z.strictObject({ kind: z.literal('noProxy'), passedOver: proxies }),
  z.strictObject({ kind: z.literal('throughProxy'), proxy: z.string().max(300), passedOver: proxies }),
  z.strictObject({ kind: z.literal('trusted') }),
  z.strictObject({ kind: z.literal('answered'), retcode: z.string().max(32) }),
  /** This computer's clock less the gateway's. */
  z.strictObject({ kind: z.literal('clock'), ahead: milliseconds }),
  z.strictObject({ kind: z.literal('shown'), surfaces: z.int(), heldBack: z.boolean() }),
  z.strictObject({ kind: z.literal('stored'), secretsKept: z.boolean() }),
]);

export type StepNote = z.infer<typeof stepNoteSchema>;

/** Why a step failed. */
export const stepFaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noAddress') }),
  z.strictObject({ kind: z.literal('notAnAddress') }),
  z.strictObject({ kind: z.literal('oddNumber') }),
  z.strictObject({ kind: z.literal('problem'), problem: problemSchema }),
  z.strictObject({ kind: z.literal('clock'), ahead: milliseconds }),
  z.strictObject({ kind: z.literal('notShown'), surfaces: z.array(surfaceNameSchema).max(16) }),
  /** A file could not be written, or was not the same when it was read back. */
  z.strictObject({ kind: z.literal('notStored'), code: z.string().max(32) }),
  z.strictObject({ kind: z.literal('tooLong'), limit: milliseconds }),
]);

export type StepFault = z.infer<typeof stepFaultSchema>;

export const notTriedReasons = ['stopped', 'stepBefore', 'noDate', 'alertUnderWay', 'cutShort'] as const;

export const stepResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('running'), since: instant }),
  z.strictObject({ kind: z.literal('passed'), note: stepNoteSchema, took: milliseconds }),
  z.strictObject({ kind: z.literal('failed'), fault: stepFaultSchema, took: milliseconds }),
  /** `before`: the step without which this one says nothing. */
  z.strictObject({ kind: z.literal('notTried'), why: z.enum(notTriedReasons), before: stepNameSchema.optional() }),
]);

export type StepResult = z.infer<typeof stepResultSchema>;

const steps = z.strictObject({
  address: stepResultSchema,
  proxy: stepResultSchema,
  tls: stepResultSchema,
  signIn: stepResultSchema,
  clock: stepResultSchema,
  alerts: stepResultSchema,
  storage: stepResultSchema,
} satisfies Record<StepName, unknown>);

export type StepResults = z.infer<typeof steps>;

/** `gateway`: host:port, or what was entered in its place. */
export const diagnosticRunSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('running'), gateway: z.string().max(300), steps }),
  z.strictObject({ kind: z.literal('done'), at: instant, gateway: z.string().max(300), steps }),
]);

export type DiagnosticRun = z.infer<typeof diagnosticRunSchema>;

/** What Earshot runs on. */
export const aboutSchema = z.strictObject({
  host: z.enum(['electron', 'web']),
  /** The operating system, its release and the processor. */
  system: z.string().max(200),
  versions: z
    .array(z.strictObject({ name: z.string().max(32), version: z.string().max(64) }))
    .max(8)
    .readonly(),
});

export type About = z.infer<typeof aboutSchema>;

export const diagnosticsSchema = z.strictObject({
  run: diagnosticRunSchema,
  about: aboutSchema,
  /** Where the value of each setting comes from. */
  origins: z.array(z.strictObject({ name: settingNameSchema, source: z.enum(settingSources) })).readonly(),
});

export type Diagnostics = z.infer<typeof diagnosticsSchema>;
