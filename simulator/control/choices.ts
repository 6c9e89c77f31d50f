import { agentState, isInCall } from '../centre/agentState.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { InjectedFault } from '../http/faultInjection.ts';
import { phoneBehaviour } from '../inspection/phone.ts';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import { eventTypes } from './eventTypes.ts';

/** What the page offers to choose from, in words. */
export interface Choices {
  readonly states: readonly { readonly state: AgentState; readonly words: string; readonly isInCall: boolean }[];
  /** `isTimed`: with seconds after the words. */
  readonly phones: readonly { readonly kind: PhoneBehaviour['kind']; readonly words: string; readonly isTimed: boolean }[];
  readonly misbehaviours: readonly { readonly words: string; readonly what: InjectedFault }[];
  /** The documented log method names. */
  readonly interfaces: readonly string[];
  readonly eventTypes: readonly string[];
}

const stateWords: Readonly<Record<AgentState, string>> = {
  talking: 'Talking',
  answering: 'Answering',
  occupied: 'Occupied',
  preoccupied: 'Preoccupied',
  idle: 'Idle',
  wrapUp: 'Wrap-up',
  busy: 'Busy',
  rest: 'Rest',
  signedOut: 'Signed out',
};

const phoneWords: Readonly<Record<PhoneBehaviour['kind'], string>> = {
  picksUp: 'picks up after',
  declines: 'declines after',
  neverAnswers: 'never answers',
  longCall: 'long call',
  busy: 'is busy',
  unplugged: 'is unplugged',
};

/** An example of each, ready to be changed. */
const misbehaviours: { readonly [Kind in InjectedFault['kind']]: Readonly<Record<string, Extract<InjectedFault, { kind: Kind }>>> } = {
  retcode: { 'A refusal': { kind: 'retcode', retcode: '900-003' } },
  delay: {
    'A delay after it is done': { kind: 'delay', ms: 3_000, when: 'afterHandling' },
    'A delay before it is done': { kind: 'delay', ms: 3_000, when: 'beforeHandling' },
  },
  html: { 'A captive portal’s page': { kind: 'html' } },
  redirect: { 'A redirect': { kind: 'redirect', location: 'https://portal.example/' } },
  cutAnswer: { 'Half an answer, then a cut': { kind: 'cutAnswer' } },
  truncatedJson: { 'Truncated JSON': { kind: 'truncatedJson' } },
  closeSocket: {
    'No answer: closed before': { kind: 'closeSocket', when: 'beforeHandling' },
    'No answer: closed after': { kind: 'closeSocket', when: 'afterHandling' },
  },
  dropFields: { 'Fields left out': { kind: 'dropFields', fields: ['retcode'] } },
  rawBytes: { 'No HTTP at all': { kind: 'rawBytes', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' } },
  answer: { 'Another answer': { kind: 'answer', status: 503, body: '' } },
};

/** Everything there is to choose from at a gateway with these interfaces. */
export function choicesOf(interfaces: readonly string[]): Choices {
  const order = Object.keys(stateWords);
  return {
    states: [...agentState.values]
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((state) => ({ state, words: stateWords[state], isInCall: isInCall(state) })),
    phones: phoneBehaviour.options
      .map(({ shape }) => ({ kind: shape.kind.value, words: phoneWords[shape.kind.value], isTimed: 'afterMs' in shape }))
      .sort((one, other) => Number(other.isTimed) - Number(one.isTimed)),
    misbehaviours: Object.values(misbehaviours).flatMap((examples) =>
      Object.entries(examples).map(([words, what]: [string, InjectedFault]) => ({ words, what })),
    ),
    interfaces,
    eventTypes,
  };
}
