import { allAgentStatus, onlineAgentOnVdn, type ListLimits } from '../gateway/agentgroup.ts';
import type { ListReader, ListReading } from '../gateway/agentList.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import type { Log } from '../ports/log.ts';

/** Asks for the list of agents by whichever query this gateway offers. */
export interface RosterSource {
  ask(link: GatewayLink, reader: ListReader, limits: ListLimits): Promise<Reply<ListReading>>;
  /** Another session may be at another gateway. */
  reset(): void;
}

export function createSource(log: Log): RosterSource {
  let query: 'onlineagentonvdn' | 'allagentstatus' = 'onlineagentonvdn';
  return {
    ask: async (link, reader, limits) => {
      if (query === 'allagentstatus') return allAgentStatus(link, reader, limits);
      const reply = await onlineAgentOnVdn(link, reader, limits);
      if (reply.ok || !isMissingInterface(reply.failure)) return reply;
      log.info('onlineagentonvdn is not offered; allagentstatus instead');
      const other = await allAgentStatus(link, reader, limits);
      if (other.ok) query = 'allagentstatus';
      return other;
    },
    reset: () => {
      query = 'onlineagentonvdn';
    },
  };
}

/** What a gateway without that query answers: a parameter error, or something that is no answer at all (protocol.md 9 point 1). */
function isMissingInterface(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
      return failure.retcode === '000-002' || failure.retcode === '000-006';
    case 'invalidResponse':
      return [404, 405, 501].includes(failure.status);
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'aborted':
      return false;
  }
}
