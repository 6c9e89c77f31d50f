import { z } from 'zod';
import type { Method } from '../interfaces/interface.ts';

const httpStatus = z.int().min(100).max(999);
const printable = z.string().regex(/^[\x20-\x7e]*$/, 'must be printable');
/** Whether the gateway does what was asked before it misbehaves. */
const moment = z.literal(['beforeHandling', 'afterHandling']);

export type Moment = z.infer<typeof moment>;

/** What goes wrong with an answer. "Handled" means: the command takes effect anyway. */
export const misbehaviour = z.discriminatedUnion('kind', [
  /** Not handled; a web page, as a captive portal sends it. */
  z.strictObject({ kind: z.literal('html'), status: httpStatus.exactOptional(), body: z.string().exactOptional() }),
  /** Not handled. */
  z.strictObject({
    kind: z.literal('redirect'),
    location: z.string().regex(/^[\x21-\x7e]+$/, 'must be an address'),
    status: z.literal([301, 302, 303, 307, 308]).exactOptional(),
  }),
  /** Handled; well-formed HTTP whose JSON stops in the middle. */
  z.strictObject({ kind: z.literal('truncatedJson') }),
  /** Handled; the connection is cut in the middle of the answer. */
  z.strictObject({ kind: z.literal('cutAnswer') }),
  /** Not handled; this retcode, word for word. */
  z.strictObject({
    kind: z.literal('retcode'),
    retcode: z.union([z.string().max(100), z.number()]),
    message: z.string().exactOptional(),
    status: httpStatus.exactOptional(),
  }),
  /** Not handled; this answer. */
  z.strictObject({
    kind: z.literal('answer'),
    status: httpStatus,
    body: z.string(),
    contentType: printable.min(1).exactOptional(),
    headers: z.record(z.string().regex(/^[\w-]+$/, 'must be a header’s name'), printable).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('closeSocket'), when: moment }),
  /** Handled, before or after the wait. */
  z.strictObject({ kind: z.literal('delay'), ms: z.number().min(0).max(3_600_000), when: moment }),
  /** Not handled; these bytes instead of HTTP, then the end of the connection. */
  z.strictObject({ kind: z.literal('rawBytes'), bytes: z.string() }),
  /** Handled; these fields are left out, wherever in the answer they stand. */
  z.strictObject({ kind: z.literal('dropFields'), fields: z.array(z.string()).min(1).readonly() }),
]);

export type InjectedFault = Readonly<z.infer<typeof misbehaviour>>;

const pattern = z
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

/** Which requests misbehave, as it is written by hand: all that fit every point given. */
export const requestMatch = z.strictObject({
  method: z.literal(['GET', 'PUT', 'POST', 'DELETE'] satisfies Method[]).exactOptional(),
  /** Tested against the path without its query. */
  path: pattern.exactOptional(),
  /** The log method name. */
  interface: z.string().max(100).exactOptional(),
  agentId: z
    .string()
    .regex(/^[1-9]\d{2,5}$/, 'must be a work number, as text')
    .exactOptional(),
  /** For how many requests; 1 unless told otherwise. */
  times: z.int().min(1).max(1_000_000).exactOptional(),
});

export type RequestMatch = Readonly<z.infer<typeof requestMatch>>;

/** What a request can be matched by. */
export interface MatchedRequest {
  readonly method: string;
  readonly path: string;
  readonly interface: string | undefined;
  readonly agentId: string | undefined;
}

interface Planned {
  readonly match: RequestMatch;
  readonly misbehaviour: InjectedFault;
  left: number;
}

/** The misbehaviours still to come, the one planned first taken first. */
export interface InjectedFaults {
  plan(match: RequestMatch, misbehaviour: InjectedFault): void;
  /** What this request gets, which is thereby used up; null: nothing goes wrong. */
  take(request: MatchedRequest): InjectedFault | null;
  forget(): void;
}

export function createInjectedFaults(): InjectedFaults {
  let planned: Planned[] = [];
  return {
    plan: (match, misbehaviour) => {
      planned.push({ match, misbehaviour, left: match.times ?? 1 });
    },
    take: (request) => {
      const next = planned.find(({ match }) => fits(match, request));
      if (next === undefined) return null;
      next.left -= 1;
      if (next.left <= 0) planned = planned.filter((other) => other !== next);
      return next.misbehaviour;
    },
    forget: () => {
      planned = [];
    },
  };
}

function fits(match: RequestMatch, request: MatchedRequest): boolean {
  return (
    (match.method === undefined || match.method === request.method) &&
    (match.path === undefined || request.path.search(match.path) >= 0) &&
    (match.interface === undefined || match.interface === request.interface) &&
    (match.agentId === undefined || match.agentId === request.agentId)
  );
}
