import type { GatewayLink } from '../gateway/link.ts';
import { forceLogout, logout } from '../gateway/onlineagent.ts';
import type { Clock } from '../ports/clock.ts';

/**
 * Signs out at the gateway within `deadline` milliseconds; whether the gateway confirmed it.
 * Signing out twice is harmless, so a connection that broke is tried once more.
 */
export async function endAtGateway(link: GatewayLink, clock: Clock, deadline: number): Promise<boolean> {
  const until = clock.now() + deadline;
  const left = (): number => until - clock.now();
  let reply = await logout(link, deadline);
  if (!reply.ok && reply.failure.kind === 'connectionLost' && left() > 0) reply = await logout(link, left());
  if (reply.ok) return true;
  if (reply.failure.kind !== 'refused') return false;
  // Out already (protocol.md 6).
  if (reply.failure.retcode === '100-006' || reply.failure.retcode === '100-008') return true;
  // Refused while a call is up (100-010): the forced form releases it (protocol.md 1.5).
  return left() > 0 && (await forceLogout(link, left())).ok;
}
