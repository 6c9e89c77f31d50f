import type { PhoneState } from '../agentEvent.ts';
import type { ReachablePhone } from './phone.ts';

/** How an inspection ends. The platform hangs the phone up in all cases but the last two. */
export type InspectionEnd =
  | 'stopped'
  | 'callEnded'
  | 'callTakenOver'
  | 'agentSignedOut'
  | 'agentMoved'
  | 'ringTimeout'
  | 'phoneBusy'
  | 'declined'
  | 'hungUp';

/** How a listen ends; the inspector has gone, or has taken over the agent's call. */
export type ListenEnd = InspectionEnd | 'sessionOver' | 'tookCall';

/** Who brought it about: the person at the phone, the platform, or the client by its DELETE. */
export type EndedBy = 'inspector' | 'platform' | 'client';

/** Who brought this end of a listen about. */
export function endedBy(why: ListenEnd): EndedBy {
  switch (why) {
    case 'stopped':
    case 'tookCall':
      return 'client';
    case 'declined':
    case 'hungUp':
      return 'inspector';
    case 'callEnded':
    case 'callTakenOver':
    case 'agentSignedOut':
    case 'agentMoved':
    case 'ringTimeout':
    case 'phoneBusy':
    case 'sessionOver':
      return 'platform';
  }
}

/** Who hung the inspector's phone up: 2 they themselves, 3 the platform. */
export function hungUpBy(reason: InspectionEnd, phone: ReachablePhone): PhoneState {
  switch (reason) {
    case 'hungUp':
      return 2;
    case 'declined':
      return phone.kind === 'declines' ? (phone.phoneState ?? 3) : 3;
    case 'stopped':
    case 'callEnded':
    case 'callTakenOver':
    case 'agentSignedOut':
    case 'agentMoved':
    case 'ringTimeout':
    case 'phoneBusy':
      return 3;
  }
}
