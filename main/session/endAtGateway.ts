import type { Clock } from '../host.ts';
import type { GatewayLink } from '../gateway/link.ts';
import { forceLogout, logout } from '../gateway/onlineagent.ts';

/** Signs out at the gateway within `deadline` milliseconds; what the gateway makes of it is its own matter from then on. */
export async function endAtGateway(link: GatewayLink, clock: Clock, deadline: number): Promise<void> {
  const until = clock.now() + deadline;
  const reply = await logout(link, deadline);
  if (reply.ok || until - clock.now() <= 0) return;
  // Refused while a call is up (100-010): the forced form releases it (ccgateway.md 1.5).
  if (reply.failure.kind === 'refused' && reply.failure.retcode !== '100-006') await forceLogout(link, until - clock.now());
}
