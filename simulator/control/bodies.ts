import { z } from 'zod';
import type { AgentState } from '../centre/agentState.ts';
import type { Misbehaviour, RequestMatch } from '../http/misbehaviour.ts';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import type { EndReason } from '../session/sessions.ts';
import type { AgentChange } from '../truth.ts';

const workNo = z.string().regex(/^[1-9]\d{2,5}$/, 'must be a work number, as text');
const afterMs = z.number().min(0).max(3_600_000);
const httpStatus = z.int().min(100).max(999);
const moment = z.literal(['beforeHandling', 'afterHandling']);
const number = z.union([z.string().max(100), z.number()]);

/** Every state an agent can be put into. */
export const agentState = z.literal([
  'signedOut',
  'idle',
  'preoccupied',
  'occupied',
  'answering',
  'talking',
  'wrapUp',
  'busy',
  'rest',
]) satisfies z.ZodType<AgentState>;

const behaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picksUp'), afterMs }),
  z.strictObject({ kind: z.literal('neverAnswers') }),
  z.strictObject({ kind: z.literal('declines'), afterMs, phoneState: z.literal([2, 3]).exactOptional() }),
  z.strictObject({ kind: z.literal('longCall') }),
  z.strictObject({ kind: z.literal('busy') }),
  z.strictObject({ kind: z.literal('unplugged') }),
]) satisfies z.ZodType<PhoneBehaviour>;

const agentChange = {
  name: z.string().max(10_000).exactOptional(),
  group: z.string().max(10_000).exactOptional(),
  state: agentState.exactOptional(),
  status: number.exactOptional(),
  ctiStatus: number.exactOptional(),
} satisfies Record<keyof AgentChange, z.ZodType>;

const regularExpression = z
  .string()
  .max(200)
  .transform((text, context) => {
    try {
      return new RegExp(text);
    } catch {
      context.addIssue('must be a regular expression');
      return z.NEVER;
    }
  });

const match = z.strictObject({
  method: z.literal(['GET', 'PUT', 'POST', 'DELETE']).exactOptional(),
  path: regularExpression.exactOptional(),
  interface: z.string().max(100).exactOptional(),
  agentId: workNo.exactOptional(),
  times: z.int().min(1).max(1_000_000).exactOptional(),
}) satisfies z.ZodType<RequestMatch>;

const headers = z.record(z.string().regex(/^[\w-]+$/, 'must be a header’s name'), z.string().regex(/^[\x20-\x7e]*$/, 'must be printable'));

const misbehaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('html'), status: httpStatus.exactOptional(), body: z.string().exactOptional() }),
  z.strictObject({
    kind: z.literal('redirect'),
    location: z.string().regex(/^[\x21-\x7e]+$/, 'must be an address'),
    status: z.literal([301, 302, 303, 307, 308]).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('truncatedJson') }),
  z.strictObject({ kind: z.literal('cutAnswer') }),
  z.strictObject({
    kind: z.literal('retcode'),
    retcode: number,
    message: z.string().exactOptional(),
    status: httpStatus.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    status: httpStatus,
    body: z.string(),
    contentType: z
      .string()
      .regex(/^[\x20-\x7e]+$/, 'must be printable')
      .exactOptional(),
    headers: headers.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('closeSocket'), when: moment }),
  z.strictObject({ kind: z.literal('delay'), ms: afterMs, when: moment }),
  z.strictObject({ kind: z.literal('rawBytes'), bytes: z.string() }),
  z.strictObject({ kind: z.literal('dropFields'), fields: z.array(z.string()) }),
]) satisfies z.ZodType<Misbehaviour>;

/** What each command of the control port takes. */
export const bodies = {
  nothing: z.strictObject({}),
  setPhone: z.strictObject({ agentId: workNo, behaviour }),
  ofAgent: z.strictObject({ agentId: workNo }),
  setAgent: z.strictObject({ workNo, ...agentChange }),
  endCall: z.strictObject({ workNo }),
  pushEvent: z.strictObject({ agentId: workNo, eventType: z.string().min(1).max(200), content: z.json().exactOptional() }),
  endSession: z.strictObject({
    agentId: workNo,
    reason: z.literal(['byGateway', 'kicked', 'timedOut'] satisfies EndReason[]).exactOptional(),
  }),
  rotateGuid: z.strictObject({ agentId: workNo, old: z.literal(['staysValid', 'expires']).exactOptional() }),
  nextAnswer: z.strictObject({ match: match.exactOptional(), what: misbehaviour }),
  runScenario: z.strictObject({ name: z.string().min(1).max(200) }),
} as const;
