import type { PhoneBehaviour } from './phone.ts';

/** What everyone's phone does when it is called next. */
export interface Phones {
  set(agentId: string, behaviour: PhoneBehaviour): void;
  of(agentId: string): PhoneBehaviour;
}

/** Phones that all do the usual. */
export function createPhones(usual: PhoneBehaviour): Phones {
  const own = new Map<string, PhoneBehaviour>();
  return {
    set: (agentId, behaviour) => {
      own.set(agentId, behaviour);
    },
    of: (agentId) => own.get(agentId) ?? usual,
  };
}
