import { z } from 'zod';
import { agentState } from '../centre/agentState.ts';
import { habitsOfSchema } from '../habits/habits.ts';
import { misbehaviour, requestMatch } from '../http/faultInjection.ts';
import { phoneBehaviour } from '../inspection/phone.ts';
import type { EndReason } from '../session/endReason.ts';
import type { AgentChange } from '../truth.ts';

const workNo = z.string().regex(/^[1-9]\d{2,5}$/, 'must be a work number, as text');
const number = z.union([z.string().max(100), z.number()]);

const agentChange = {
  name: z.string().max(10_000).exactOptional(),
  group: z.string().max(10_000).exactOptional(),
  state: agentState.exactOptional(),
  status: number.exactOptional(),
  ctiStatus: number.exactOptional(),
} satisfies Record<keyof AgentChange, z.ZodType>;

/** What each command of the control port takes. */
export const bodies = {
  nothing: z.strictObject({}),
  setPhone: z.strictObject({ agentId: workNo, behaviour: phoneBehaviour }),
  ofAgent: z.strictObject({ agentId: workNo }),
  setAgent: z.strictObject({ workNo, ...agentChange }),
  endCall: z.strictObject({ workNo }),
  pushEvent: z.strictObject({ agentId: workNo, eventType: z.string().min(1).max(200), content: z.json().exactOptional() }),
  endSession: z.strictObject({
    agentId: workNo,
    reason: z.literal(['byGateway', 'kicked', 'timedOut'] satisfies EndReason[]).exactOptional(),
  }),
  rotateGuid: z.strictObject({ agentId: workNo, old: z.literal(['staysValid', 'expires']).exactOptional() }),
  nextAnswer: z.strictObject({ match: requestMatch.exactOptional(), what: misbehaviour }),
  setHabits: habitsOfSchema,
  runScenario: z.strictObject({ name: z.string().min(1).max(200) }),
} as const;
