import type { Agent } from '../centre/agent.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { AgentListing } from './agentListing.ts';

/**
 * Lists of agents as text. An agent who has not changed is not written again: between two looks at a roster of 10,000
 * only some hundreds change.
 */
export class WrittenLists {
  readonly #apiEdition: ApiEdition;
  readonly #items = new Map<AgentListing, WeakMap<Agent, string>>();

  constructor(apiEdition: ApiEdition) {
    this.#apiEdition = apiEdition;
  }

  textOf(agents: Iterable<Agent>, isListed: (agent: Agent) => boolean, item: AgentListing): string {
    const written = this.#items.get(item) ?? new WeakMap<Agent, string>();
    this.#items.set(item, written);
    const texts: string[] = [];
    for (const agent of agents) {
      if (!isListed(agent)) continue;
      const text = written.get(agent) ?? JSON.stringify(item(agent, this.#apiEdition));
      written.set(agent, text);
      texts.push(text);
    }
    return `[${texts.join(',')}]`;
  }
}
