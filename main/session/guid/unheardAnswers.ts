import { mayHaveHappened } from '../../gateway/failure.ts';
import type { GatewayLink } from '../../gateway/link.ts';
import type { CancelTimer, Clock } from '../../ports/clock.ts';

/** An answer that takes longer may be lost: a gateway answers in a fraction of a second (ms). */
const unheardAfter = 2_000;

/** Polls are held, and have deadlines of their own; the renewal is the remedy. */
const exempt: ReadonlySet<string> = new Set(['getAgentEvent', 'updateGuid']);

/** A link that says so again and again while an answer does not come, and once when it never will, though the request may have been carried out. */
export function watchUnheard(link: GatewayLink, clock: Clock, onUnheard: () => void): GatewayLink {
  return {
    agentId: link.agentId,
    send: async (request) => {
      if (exempt.has(request.name)) return link.send(request);
      let cancel: CancelTimer = () => undefined;
      const wait = (): void => {
        cancel = clock.after(unheardAfter, () => {
          onUnheard();
          wait();
        });
      };
      wait();
      const reply = await link.send(request);
      cancel();
      if (!reply.ok && mayHaveHappened(reply.failure)) onUnheard();
      return reply;
    },
  };
}
