import { CircleQuestionMark, EarOff, Headphones, Mic, PhoneCall, PhoneOff, PhoneOutgoing, Send, TriangleAlert, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Listen } from '../../contract/state.ts';
import type { HearingStatus } from './hearingStatus.ts';

/** The shape of each step of a listen; its words stand beside it. */
export function ListenIcon({ listen, heard }: { readonly listen: Listen; readonly heard: HearingStatus | null }): ReactElement {
  switch (heard) {
    case null:
      break;
    case 'whisper':
      return <Mic aria-hidden="true" />;
    case 'insert':
      return <Users aria-hidden="true" />;
    case 'call':
      return <PhoneCall aria-hidden="true" />;
    case 'asking':
      return <Send aria-hidden="true" />;
    case 'mayBeHeard':
      return <TriangleAlert aria-hidden="true" />;
  }
  switch (listen.kind) {
    case 'idle':
      return <EarOff aria-hidden="true" />;
    case 'requesting':
      return <Send aria-hidden="true" />;
    case 'calling':
      return <PhoneOutgoing aria-hidden="true" />;
    case 'ringing':
      return <PhoneCall aria-hidden="true" />;
    case 'listening':
      return <Headphones aria-hidden="true" />;
    case 'stopping':
      return <PhoneOff aria-hidden="true" />;
    case 'outcomeUnknown':
      return <CircleQuestionMark aria-hidden="true" />;
    case 'ended':
      return listen.problem === null ? <EarOff aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />;
  }
}
