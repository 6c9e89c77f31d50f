import type { ForceKind, forceOutcomes } from '../../../contract/forcing.ts';
import type { Mode } from '../../../contract/inspection.ts';
import { phrase } from '../phrase.ts';

type Opening = Exclude<Mode, 'listen'>;

/** How the inspector is in the call, and who hears them. */
export const modes = {
  group: 'How you are in the call',
  change: { listen: 'Only listen', whisper: 'Whisper', insert: 'Insert', call: 'Take over' } satisfies Record<Mode, string>,
  changeHint: {
    listen: 'Nobody in the call hears you (Alt+L)',
    whisper: 'The agent hears you, the customer does not (Alt+W)',
    insert: 'Agent and customer hear you (Alt+I)',
    call: 'You get the call, and the agent leaves it (Alt+T)',
  } satisfies Record<Mode, string>,
  asking: {
    listen: phrase('Asking the gateway to let you only listen.'),
    whisper: phrase('Asking the gateway to let you whisper.'),
    insert: phrase('Asking the gateway to insert you.'),
    call: phrase('Asking the gateway for the call.'),
  } satisfies Record<Mode, string>,
  up: {
    whisper: phrase('Whispering to {name} ({workNo})'),
    insert: phrase('Inserted in the call of {name} ({workNo})'),
    call: phrase('You have the call of {name} ({workNo})'),
    unknown: phrase('The agent may hear you'),
  } satisfies Record<Opening | 'unknown', string>,
  heard: {
    whisper: phrase('The agent hears you. The customer does not.'),
    insert: phrase('The agent and the customer hear you.'),
    call: phrase('The customer hears you. The agent has left the call.'),
  } satisfies Record<Opening, string>,
  agentOnly: phrase('{name} ({workNo}). The customer does not hear you.'),
  customerToo: phrase('{name} ({workNo}). The customer may hear you, too.'),
  requesting: {
    whisper: phrase('Asking the gateway to whisper to {name} ({workNo})'),
    insert: phrase('Asking the gateway to join the call of {name} ({workNo})'),
    call: phrase('Asking the gateway for the call of {name} ({workNo})'),
    unknown: phrase('Asking the gateway to inspect {name} ({workNo})'),
  } satisfies Record<Opening | 'unknown', string>,
  pickUp: {
    whisper: phrase('When you pick up, {name} ({workNo}) hears you. The customer does not.'),
    insert: phrase('When you pick up, {name} ({workNo}) and the customer hear you.'),
    call: phrase('When you pick up, the customer hears you.'),
    unknown: phrase('When you pick up, {name} ({workNo}) may hear you.'),
  } satisfies Record<Opening | 'unknown', string>,
  stoppingHeard: phrase('Stopping. The agent may still hear you'),
  stop: 'Stop',
  endCall: 'End the call',
  noRight: {
    whisper: 'Your agent ID has no right to whisper.',
    insert: 'Your agent ID has no right to insert.',
    call: 'Your agent ID has no right to take calls over.',
  } satisfies Record<Opening, string>,
  notOffered: 'This is not offered now.',
  stillOn: 'Your phone may still be connected: hang up to be sure that nobody hears you.',
  question: {
    title: 'Talk with the agent?',
    text: phrase('{name} ({workNo}) is not known to be on a call. Inserting opens a talk with the agent, who then hears you.'),
    yes: 'Insert and talk with the agent',
    no: 'Cancel',
  },
};

/** What agents are made to do. */
export const forcing = {
  title: 'Make the agent',
  act: { idle: 'Idle', busy: 'Busy', rest: 'Rest', signOut: 'Sign out', dropCall: 'End the call' } satisfies Record<ForceKind, string>,
  question: {
    idle: phrase('Make {name} ({workNo}) idle?'),
    busy: phrase('Make {name} ({workNo}) busy?'),
    rest: phrase('Send {name} ({workNo}) into a rest?'),
    signOut: phrase('Sign {name} ({workNo}) out?'),
    dropCall: phrase('End the call of {name} ({workNo})?'),
  } satisfies Record<ForceKind, string>,
  hint: {
    idle: 'Calls are routed to the agent from then on.',
    busy: 'No calls are routed to the agent from then on.',
    rest: 'The agent gets no calls for as long.',
    signOut: 'A call that the agent is in ends with it.',
    dropCall: 'The customer is cut off.',
  } satisfies Record<ForceKind, string>,
  minutes: 'Minutes',
  reason: 'Reason (1 to 255, as your call centre numbers them)',
  no: 'Cancel',
  request: { idle: 'idle', busy: 'busy', rest: 'rest', signOut: 'signed out', dropCall: 'call ended' } satisfies Record<ForceKind, string>,
  outcome: {
    asked: phrase('{name} ({workNo}), {request}: asked at {time}.'),
    accepted: phrase('{name} ({workNo}), {request}: accepted by the gateway at {time}. The list has not shown it yet.'),
    borneOut: phrase('{name} ({workNo}), {request}: the list shows it since {time}.'),
    notBorneOut: phrase('{name} ({workNo}), {request}: the list did not show it by {time}.'),
    refused: phrase('{name} ({workNo}), {request}: refused at {time}.'),
    unknown: phrase('{name} ({workNo}), {request}: no answer by {time}. Whether it was done is not known.'),
  } satisfies Record<(typeof forceOutcomes)[number], string>,
  region: 'Asked of agents',
  noRight: 'Your agent ID has no right to do this.',
};
