import type { AgentEvent } from '../agentEvent.ts';
import type { EventKind } from './habits.ts';

/** The events of an inspector's phone and of their own state, by what they tell (protocol.md 2.2). */
const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['AgentOther_PhoneAlerting', 'rings'],
  ['AgentOther_PhoneOffhook', 'pickUps'],
  ['AgentOther_PhoneRelease', 'ends'],
  ['AgentOther_PhoneBusy', 'ends'],
  ['AgentState_Ready', 'ends'],
  ['AgentState_Work', 'ends'],
  ['AgentState_SetNotReady_Success', 'ends'],
  ['AgentState_SetWork_Success', 'ends'],
  ['AgentState_SetRest_Success', 'ends'],
  ['AgentState_Busy', 'busy'],
]);

/** What an event tells; null: none of these. */
export function eventKindOf({ eventType }: Pick<AgentEvent, 'eventType'>): EventKind | null {
  return kinds.get(eventType) ?? null;
}
