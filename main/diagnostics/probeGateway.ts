import type { Dispatcher } from 'undici';
import type { GatewayAddress } from '../gateway/address.ts';
import { createCookies } from '../gateway/cookies.ts';
import { createLink } from '../gateway/link.ts';
import { getAgentStatus } from '../gateway/onlineagent.ts';
import { firstHeader } from '../gateway/response.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { clockDifference, type GatewayProbe } from './gateway.ts';

export interface ProbeGatewayOptions {
  readonly address: GatewayAddress;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds; longer than connecting may take, so that what is overdue was connected. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Connections that are judged before a byte goes out. */
  openDispatcher(address: GatewayAddress): { readonly dispatcher: Dispatcher; close(): void };
}

/** Nobody's: the request neither tells who asks nor touches a session. */
const nobody = '0';

/** One query without a Guid, a password or an agent ID. A gateway refuses it, and that shows that it is one (protocol.md 1.6, 6). */
export async function probeGateway({ address, clock, log, deadline, signal, openDispatcher }: ProbeGatewayOptions): Promise<GatewayProbe> {
  const opened = openDispatcher(address);
  const began = clock.now();
  let behind: number | null = null;
  const link = createLink({
    agentId: nobody,
    guid: { current: () => null, renew: () => undefined, refused: () => undefined },
    clock,
    log,
    destination: () => ({ origin: address.origin, dispatcher: opened.dispatcher, cookies: createCookies() }),
    onHeaders: (headers) => {
      const received = clock.wall();
      behind = clockDifference(firstHeader(headers['date']), received - (clock.now() - began), received);
    },
  });
  try {
    const reply = await getAgentStatus(link, { deadline, signal });
    return { failure: reply.ok ? null : reply.failure, behind };
  } finally {
    opened.close();
  }
}
