import type { GatewayLink } from '../../gateway/link.ts';
import type { Clock } from '../../ports/clock.ts';
import { verdictOf } from '../contact/failureVerdict.ts';

/** A link, and when the gateway last answered over it. */
export interface HeardLink {
  readonly link: GatewayLink;
  /** When it answered something other than a poll, be it with a refusal; -Infinity: never. */
  heardAt(): number;
}

/** Notes each answer: whoever asked for it, it shows that the gateway is there, and nobody need ask for that alone. */
export function noteHeard(link: GatewayLink, clock: Pick<Clock, 'now'>): HeardLink {
  let heardAt = -Infinity;
  return {
    link: {
      agentId: link.agentId,
      send: async (request) => {
        const reply = await link.send(request);
        if (request.name !== 'getAgentEvent' && (reply.ok || verdictOf(reply.failure) !== 'lost')) heardAt = clock.now();
        return reply;
      },
    },
    heardAt: () => heardAt,
  };
}
