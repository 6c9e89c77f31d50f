import type { PhoneBehaviour } from './phone.ts';

/** What everyone's phone does when it is called next. */
export class Phones {
  readonly #usual: PhoneBehaviour;
  readonly #own = new Map<string, PhoneBehaviour>();

  constructor(usual: PhoneBehaviour) {
    this.#usual = usual;
  }

  set(agentId: string, behaviour: PhoneBehaviour): void {
    this.#own.set(agentId, behaviour);
  }

  of(agentId: string): PhoneBehaviour {
    return this.#own.get(agentId) ?? this.#usual;
  }
}
