import type { Call } from './call/call.ts';
import type { CallDesk } from './call/callDesk.ts';
import type { CallRequest } from './call/calls.ts';
import type { Centre } from './centre/centre.ts';
import type { Chat, Chats } from './inspection/chats.ts';
import type { Inspections } from './inspection/inspections.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { Phones } from './inspection/phones.ts';

export interface CallsByHandOptions {
  readonly centre: Centre;
  readonly desk: CallDesk;
  readonly inspections: Inspections;
  readonly phones: Phones;
  readonly chats: Chats;
}

/** Plays customers, and whoever has a phone in their hand. What cannot be done throws. */
export interface CallsByHand {
  /** A customer calls an idle agent, whose client is told of it. */
  offerCall(workNo: string, request?: Omit<CallRequest, 'peer' | 'callId' | 'begunAt'>): Call;
  /** The customer of this agent hangs up: the agent goes into wrap-up, or idle when their client wants that. */
  endCall(workNo: string): void;
  /** An idle inspector, who needs no client, takes the call of this agent over. */
  intercept(inspector: string, workNo: string): void;
  /** A customer begins a text chat with an agent who is signed in for chats. */
  openChat(workNo: string): Chat;
  /** The customer leaves a text chat. */
  closeChat(callId: string): void;
  /** What the phone of an inspector, or of an agent with a client, does from its next ring on. */
  setPhone(agentId: string, behaviour: PhoneBehaviour): void;
  /** The inspector, or an agent whose phone rings, picks it up. */
  pickUp(agentId: string): void;
  /** The inspector, or an agent with a call, hangs the phone up, or rejects its ring. */
  hangUp(agentId: string): void;
}

export function createCallsByHand({ centre, desk, inspections, phones, chats }: CallsByHandOptions): CallsByHand {
  return {
    offerCall: (workNo, request = {}) => desk.offer(workNo, request),
    endCall: (workNo) => {
      const call = desk.of(workNo);
      if (call === null) throw new Error(`Agent ${workNo} has no call to end but is ${centre.existing(workNo).state}`);
      desk.end(call, 'customer');
    },
    intercept: (inspector, workNo) => {
      const { state, inspector: isInspector } = centre.existing(inspector);
      if (!isInspector || state !== 'idle') throw new Error(`${inspector} is no inspector who is idle`);
      const call = desk.talking(workNo);
      if (call === null) throw new Error(`Agent ${workNo} has no call to take over but is ${centre.existing(workNo).state}`);
      inspections.takeOver(call, inspector);
    },
    openChat: (workNo) => chats.open(workNo),
    closeChat: (callId) => {
      const chat = chats.withId(callId);
      if (chat === null) throw new RangeError(`There is no chat ${callId}`);
      chats.close(chat);
    },
    setPhone: (agentId, behaviour) => {
      phones.set(agentId, behaviour);
    },
    pickUp: (agentId) => {
      const call = desk.ringing(agentId);
      if (call === null) inspections.existing(agentId).pickUp();
      else desk.answer(call);
    },
    hangUp: (agentId) => {
      const call = desk.of(agentId);
      if (call === null) inspections.hangUp(agentId);
      else desk.hangUp(call);
    },
  };
}
