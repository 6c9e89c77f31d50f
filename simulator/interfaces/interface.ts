import type { Answer } from '../answer.ts';
import type { CentreView } from '../centre/centre.ts';
import type { Session } from '../session/session.ts';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** A request whose path, parameters and headers have been found in order. */
export interface Call {
  /** Fills `{name}` of the path. */
  parameter(name: string): string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Aborted when the client hangs up. */
  readonly gone: AbortSignal;
}

export interface SessionCall extends Call {
  readonly agentId: string;
  readonly session: Session;
  /** The centre as a query sees it: as it was a moment ago, where that is the gateway's habit. */
  readonly seen: CentreView;
}

interface InterfaceAddress {
  /** The method name in the gateway's logs (protocol.md 5). */
  readonly logMethod: string;
  readonly method: Method;
  /** Below /agentgateway/resource; the first `{agentid}` is the caller. */
  readonly path: string;
}

/** Sign-in: there is no Guid yet. */
export interface OpenInterface extends InterfaceAddress {
  readonly guid: 'none';
  handle(call: Call): Promise<Answer>;
}

/** Everything else. */
export interface GuardedInterface extends InterfaceAddress {
  readonly guid: 'required';
  /** Counts towards the query limit (protocol.md 0). */
  readonly isQuery: boolean;
  handle(call: SessionCall): Answer | Promise<Answer>;
}

export type Interface = OpenInterface | GuardedInterface;

/** An interface that commands. */
export function command(method: Method, path: string, logMethod: string, handle: GuardedInterface['handle']): GuardedInterface {
  return { method, path, logMethod, handle, guid: 'required', isQuery: false };
}

/** A query or its like that is no GET, under the query limit anyway. */
export function limitedCommand(method: Method, path: string, logMethod: string, handle: GuardedInterface['handle']): GuardedInterface {
  return { ...command(method, path, logMethod, handle), isQuery: true };
}

/** An interface that queries, under the query limit. */
export function query(path: string, logMethod: string, handle: GuardedInterface['handle']): GuardedInterface {
  return { method: 'GET', path, logMethod, handle, guid: 'required', isQuery: true };
}
