import { CircleQuestionMark, EarOff, Headphones, PhoneCall, PhoneOff, PhoneOutgoing, Send, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Listen } from '../../contract/state.ts';

/** The shape of each step of a listen; its words stand beside it. */
export function ListenIcon({ listen }: { readonly listen: Listen }): ReactElement {
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
