import {
  CircleQuestionMark,
  EarOff,
  Headphones,
  PhoneCall,
  PhoneOutgoing,
  Send,
  PhoneOff,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Listen } from '../../contract/state.ts';

/** The shape of each step of a listen. */
export function listenIcon(listen: Listen): LucideIcon {
  switch (listen.kind) {
    case 'idle':
      return EarOff;
    case 'requesting':
      return Send;
    case 'calling':
      return PhoneOutgoing;
    case 'ringing':
      return PhoneCall;
    case 'listening':
      return Headphones;
    case 'stopping':
      return PhoneOff;
    case 'outcomeUnknown':
      return CircleQuestionMark;
    case 'ended':
      return listen.problem === null ? EarOff : TriangleAlert;
  }
}
