import type { Listen } from '../../contract/state.ts';

/** A listen that is under way and can be stopped. */
export type ActiveListen = Exclude<Listen, { kind: 'idle' } | { kind: 'ended' }>;

export function listenIsActive(listen: Listen): listen is ActiveListen {
  return listen.kind !== 'idle' && listen.kind !== 'ended';
}

/** The way of a listen as the bar draws it: how many of its four steps are reached. */
export const stepCount = 4;

export function stepsReached(kind: Listen['kind']): number {
  switch (kind) {
    case 'idle':
    case 'ended':
    case 'stopping':
    case 'outcomeUnknown':
      return 0;
    case 'requesting':
      return 1;
    case 'calling':
      return 2;
    case 'ringing':
      return 3;
    case 'listening':
      return 4;
  }
}
