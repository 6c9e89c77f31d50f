import type { Notice } from '../../contract/state.ts';

/** The gateway does not hold polls (protocol.md 2.1). */
export const shortPolling: Notice = { id: 'short-polling', kind: 'shortPolling' };

/** A proxy on the way does not wait as long as the gateway holds a poll. */
export const pollsCut: Notice = { id: 'polls-cut', kind: 'pollsCut' };

/** The gateway does not tell this inspector of the skills' queues. */
export const queuesNotHere: Notice = { id: 'queues-not-here', kind: 'queuesNotHere' };

/** The session goes on at a backup address. */
export function movedTo(gateway: string): Notice {
  return { id: 'moved-gateway', kind: 'movedGateway', gateway };
}
