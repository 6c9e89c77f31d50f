import type { GatewayLink } from './link.ts';
import type { QueryLimiter } from './queryLimiter.ts';

/** Whole families of interfaces that the gateway counts (protocol.md 0). */
const limitedFamilies = new Set(['agentgroup', 'calldata', 'queuedevice']);

/** Single interfaces of `onlineagent/{agentid}/` that it counts as well. */
const limitedInterfaces = new Set(['agentskills', 'agentskillsbyworkno', 'agentstatus', 'syncagentinfo', 'updateguid']);

/** Whether the gateway counts a request towards its query limit. `path` as in `GatewayRequest`. */
export function isLimited(path: string): boolean {
  const [family = '', , name = ''] = path.split(/[/?]/);
  return limitedFamilies.has(family) || (family === 'onlineagent' && limitedInterfaces.has(name.toLowerCase()));
}

/** A link on which every query keeps the limit, whoever asks; all else goes at once. A request's deadline begins when it is sent. */
export function limitedLink(link: GatewayLink, limiter: QueryLimiter): GatewayLink {
  return {
    ...link,
    send: async (request) => {
      if (!isLimited(request.path)) return link.send(request);
      const reply = await limiter.run(request.urgency ?? 'now', request.signal, () => link.send(request));
      return reply === 'aborted' ? { ok: false, failure: { kind: 'aborted' } } : reply;
    },
  };
}
