import {
  AudioLines,
  BookOpen,
  CircleDashed,
  CircleMinus,
  CircleQuestionMark,
  Coffee,
  Hourglass,
  Phone,
  PhoneIncoming,
  Power,
  SquarePen,
  Circle,
  type LucideIcon,
} from 'lucide-react';
import type { AgentState } from '../../contract/agentState.ts';

/** The shape of each state; no two are alike, so that none needs its colour to be told. */
export const stateIcons: Readonly<Record<AgentState, LucideIcon>> = {
  talking: AudioLines,
  answering: PhoneIncoming,
  occupied: Phone,
  preoccupied: CircleDashed,
  idle: Circle,
  wrapUp: SquarePen,
  busy: CircleMinus,
  rest: Coffee,
  preRest: Hourglass,
  study: BookOpen,
  signedOut: Power,
  unknown: CircleQuestionMark,
};
