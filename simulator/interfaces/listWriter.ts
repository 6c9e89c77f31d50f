import type { Agent } from '../centre/agent.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { AgentListing } from './agentListing.ts';

/** The agents that are listed, each as `item` writes it: a JSON array. */
export type WriteList = (agents: Iterable<Agent>, isListed: (agent: Agent) => boolean, item: AgentListing) => string;

/**
 * Lists of agents as text. An agent who has not changed is not written again: between two looks at a roster of 10,000
 * only some hundreds change.
 */
export function createListWriter(apiEdition: ApiEdition): WriteList {
  const items = new Map<AgentListing, WeakMap<Agent, string>>();
  return (agents, isListed, item) => {
    const written = items.get(item) ?? new WeakMap<Agent, string>();
    items.set(item, written);
    const texts: string[] = [];
    for (const agent of agents) {
      if (!isListed(agent)) continue;
      const text = written.get(agent) ?? JSON.stringify(item(agent, apiEdition));
      written.set(agent, text);
      texts.push(text);
    }
    return `[${texts.join(',')}]`;
  };
}
