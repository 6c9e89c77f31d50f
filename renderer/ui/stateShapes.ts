import type { AgentState } from '../../contract/agentState.ts';

const circle = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0';
const phone =
  'M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384';

/**
 * The shape of each state on a field of 24 by 24; no two are alike, so that none needs its colour to be told. They are Lucide's icons,
 * each as one path: a row that comes to show another agent changes that path, where Lucide's own components build the drawing again.
 */
export const stateShapes: Readonly<Record<AgentState, string>> = {
  // audio-lines
  talking: 'M2 10v3M6 6v11M10 3v18M14 8v7M18 5v13M22 10v3',
  // phone-incoming
  answering: `M16 2v6h6M22 2l-6 6${phone}`,
  occupied: phone,
  // circle-dashed
  preoccupied:
    'M10.1 2.182a10 10 0 0 1 3.8 0M13.9 21.818a10 10 0 0 1-3.8 0M17.609 3.721a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8M20.279 17.609a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69M6.391 20.279a10 10 0 0 1-2.69-2.7',
  idle: circle,
  // square-pen
  wrapUp:
    'M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7M18.375 2.625a1 1 0 0 1 3 3l-9.013 9.014a2 2 0 0 1-.853.505l-2.873.84a.5.5 0 0 1-.62-.62l.84-2.873a2 2 0 0 1 .506-.852z',
  // circle-minus
  busy: `${circle}M8 12h8`,
  // coffee
  rest: 'M10 2v2M14 2v2M16 8a1 1 0 0 1 1 1v8a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V9a1 1 0 0 1 1-1h14a4 4 0 1 1 0 8h-1M6 2v2',
  // hourglass
  preRest:
    'M5 22h14M5 2h14M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2',
  // book-open
  study:
    'M12 5v16M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z',
  // power
  signedOut: 'M12 2v10M18.4 6.6a9 9 0 1 1-12.77.04',
  // circle-question-mark
  unknown: `${circle}M9 9.5a3 2.5 0 016 0c0 2-2 2-3 3.5M12 17h.01`,
};
