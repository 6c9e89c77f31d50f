import { z } from 'zod';
import { agentState } from '../centre/agentState.ts';
import type { Json } from '../json.ts';
import { durationSchema } from './duration.ts';
import { faultsChange } from '../faults/faults.ts';
import { inWords } from './inWords.ts';
import { setHabitsSchema } from './habitsSchema.ts';
import { nextAnswerSchema } from './misbehaviourSchema.ts';
import { agentSchema } from './names.ts';
import { setPhoneSchema } from './phoneSchema.ts';

const jsonSchema: z.ZodType<Json> = z.json();

/** An event: its type alone, or with its content. */
const eventSchema = z
  .union([z.string(), z.strictObject({ type: z.string(), content: jsonSchema })], {
    error: 'must be an event type, or { type, content }',
  })
  .transform((event): { type: string; content: Json } => (typeof event === 'string' ? { type: event, content: null } : event));

const number = z.union([z.int(), z.string()]);

const faultSchema = inWords(faultsChange, { latency: 'latencyMs', jitter: 'jitterMs', every: 'everyMs' }, [
  'toServer',
  'toClient',
  'slowDrip',
]);

/** One thing to do; exactly one of these is given. */
const actionKinds = {
  /** Puts events into an agent's queue, in this order, the whole row so many times. */
  push: z.strictObject({ agent: agentSchema, events: z.array(eventSchema).min(1), times: z.int().min(1).max(10_000).default(1) }),
  setPhone: setPhoneSchema,
  /** The inspector picks the ringing phone up. */
  pickUp: agentSchema,
  /** The inspector hangs up, or rejects the ring. */
  hangUp: agentSchema,
  /** Changes an agent, or the inspector, as the gateway knows them; no event tells of it. */
  setAgent: z.strictObject({
    workNo: agentSchema,
    state: agentState.exactOptional(),
    name: z.string().exactOptional(),
    group: z.string().exactOptional(),
    status: number.exactOptional(),
    ctiStatus: number.exactOptional(),
  }),
  /** The agent is moved to another VDN, and gone from this one. */
  removeAgent: agentSchema,
  /** An idle inspector takes the call of an agent over. */
  intercept: z.strictObject({ by: agentSchema, workNo: agentSchema }),
  /** The customer's call of this agent ends. */
  endCall: agentSchema,
  endSession: z.strictObject({ agent: agentSchema, why: z.enum(['timedOut', 'kicked', 'byGateway']).default('byGateway') }),
  /** Renews the Guid; the old one stays valid beside it. */
  rotateGuid: agentSchema,
  /** Renews the Guid, and the old one is refused from now on. */
  expireGuid: agentSchema,
  nextAnswer: nextAnswerSchema,
  setHabits: setHabitsSchema,
  /** Takes back every misbehaviour that has not happened yet, and every habit. */
  behave: z.literal(true),
  /** The gateway goes down and, after `downFor`, comes back at the same address, knowing nobody. */
  restartGateway: z.strictObject({ certificate: z.enum(['same', 'another']).default('same'), downFor: durationSchema }),
  /** Changes these faults of the network and leaves the others. */
  fault: faultSchema,
  clearFaults: z.literal(true),
  resetConnections: z.literal(true),
};

const actionSchema = z.strictObject(optionalOf(actionKinds)).superRefine((action, context) => {
  if (Object.keys(action).length === 1) return;
  context.addIssue({ code: 'custom', message: `must be exactly one of ${Object.keys(actionKinds).join(', ')}` });
});

const requestTriggerSchema = z.strictObject({
  /** The log method name: addSupervise, getAgentEvent … */
  request: z.string().regex(/^\w{1,64}$/, 'must be the log method name of an interface'),
  agent: agentSchema.exactOptional(),
  /** The how many-th of these requests since the scenario began. */
  nth: z.int().min(1).default(1),
  when: z.enum(['arrives', 'answered']).default('answered'),
});

const stepSchema = z
  .strictObject({
    at: durationSchema.exactOptional(),
    on: requestTriggerSchema.exactOptional(),
    /** How long to wait after the request; with `at` there is nothing to wait for. */
    after: durationSchema.exactOptional(),
    do: z.array(actionSchema).min(1),
  })
  .superRefine((step, context) => {
    if ((step.at === undefined) === (step.on === undefined)) context.addIssue({ code: 'custom', message: 'must have either at or on' });
    if (step.after !== undefined && step.on === undefined) {
      context.addIssue({ code: 'custom', path: ['after'], message: 'belongs to on; with at, say the whole time there' });
    }
  });

/** A day's script: a line about it, and what happens when. */
export const scenarioSchema = z.strictObject({
  about: z.string().min(1).max(120),
  steps: z.array(stepSchema).min(1).max(1_000),
});

export type ScenarioScript = z.infer<typeof scenarioSchema>;
export type Step = z.infer<typeof stepSchema>;
export type ScenarioAction = z.infer<typeof actionSchema>;
export type RequestTrigger = z.infer<typeof requestTriggerSchema>;

type Optional<Shape extends Record<string, z.ZodType>> = { [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]> };

function optionalOf<Shape extends Record<string, z.ZodType>>(shape: Shape): Optional<Shape> {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.exactOptional()])) as Optional<Shape>;
}
