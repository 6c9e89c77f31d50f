import type { Method } from '../interfaces/interface.ts';

/** Whether the gateway does what was asked before it misbehaves. */
export type Moment = 'beforeHandling' | 'afterHandling';

/** What goes wrong with an answer. "Handled" means: the command takes effect all the same. */
export type Misbehaviour =
  /** Not handled; a web page, as a captive portal sends it. */
  | { readonly kind: 'html'; readonly status?: number; readonly body?: string }
  /** Not handled. */
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** Handled; well-formed HTTP whose JSON stops in the middle. */
  | { readonly kind: 'truncatedJson' }
  /** Handled; the connection is cut in the middle of the answer. */
  | { readonly kind: 'cutAnswer' }
  /** Not handled; this retcode, word for word. */
  | { readonly kind: 'retcode'; readonly retcode: string | number; readonly message?: string; readonly status?: number }
  /** Not handled; this answer. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'closeSocket'; readonly when: Moment }
  /** Handled, before or after the wait. */
  | { readonly kind: 'delay'; readonly ms: number; readonly when: Moment }
  /** Not handled; these bytes instead of HTTP, then the end of the connection. */
  | { readonly kind: 'rawBytes'; readonly bytes: string | Uint8Array }
  /** Handled; these fields are left out, wherever in the answer they stand. */
  | { readonly kind: 'dropFields'; readonly fields: readonly string[] };

/** Which requests misbehave: all that fit every point given. */
export interface RequestMatch {
  readonly method?: Method;
  /** Tested against the path without its query. */
  readonly path?: RegExp;
  /** The log method name. */
  readonly interface?: string;
  readonly agentId?: string;
  /** For how many requests; 1 unless told otherwise. */
  readonly times?: number;
}

/** What a request can be matched by. */
export interface MatchedRequest {
  readonly method: string;
  readonly path: string;
  readonly interface: string | undefined;
  readonly agentId: string | undefined;
}

interface Planned {
  readonly match: RequestMatch;
  readonly misbehaviour: Misbehaviour;
  left: number;
}

/** The misbehaviours still to come, the one planned first taken first. */
export class Misbehaviours {
  #planned: Planned[] = [];

  plan(match: RequestMatch, misbehaviour: Misbehaviour): void {
    this.#planned.push({ match, misbehaviour, left: match.times ?? 1 });
  }

  /** What this request gets, which is thereby used up. */
  take(request: MatchedRequest): Misbehaviour | undefined {
    const planned = this.#planned.find(({ match }) => fits(match, request));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    if (planned.left <= 0) this.#planned = this.#planned.filter((other) => other !== planned);
    return planned.misbehaviour;
  }

  forget(): void {
    this.#planned = [];
  }
}

function fits(match: RequestMatch, request: MatchedRequest): boolean {
  return (
    (match.method === undefined || match.method === request.method) &&
    (match.path === undefined || request.path.search(match.path) >= 0) &&
    (match.interface === undefined || match.interface === request.interface) &&
    (match.agentId === undefined || match.agentId === request.agentId)
  );
}
