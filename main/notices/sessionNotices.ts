import type { Notice } from '../../contract/state.ts';

/** The gateway does not hold polls (ccgateway.md 2.1). */
export const shortPolling: Notice = {
  id: 'short-polling',
  sentence:
    'This gateway is set so that a ring may be shown half a second late. Your administrator can change that (AGENT_POLL_WAIT_FLAG).',
};

/** The session goes on at a backup address. */
export function movedTo(gateway: string): Notice {
  return { id: 'moved-gateway', sentence: `Your gateway could not be reached. Earshot goes on at ${gateway}.` };
}
