import type { IncomingHttpHeaders } from 'node:http';

/** A request that is not answered, and why. */
export interface Denial {
  readonly status: 403 | 415 | 421;
  readonly reason: string;
}

/** Whether a request comes from this machine's own pages and programs (null); another web page could send one, too. */
export function denial(method: string, headers: IncomingHttpHeaders, port: number): Denial | null {
  const names = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
  // A name of someone else's that points here (DNS rebinding).
  if (!names.includes(headers.host ?? '')) return { status: 421, reason: 'The control port is not served under this name' };
  if (headers.origin !== undefined && !names.some((name) => headers.origin === `http://${name}`)) {
    return { status: 403, reason: 'Another page’s request' };
  }
  // A page of another origin can send a form or text, but JSON not without asking.
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (method === 'POST' && mediaType !== 'application/json') return { status: 415, reason: 'Content-Type must be application/json' };
  return null;
}
