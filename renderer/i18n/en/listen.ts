import type { listenOutcomes } from '../../../contract/state.ts';
import { phrase } from '../phrase.ts';

type ListenOutcome = (typeof listenOutcomes)[number];

export const listen = {
  region: 'Your listen',
  none: phrase('Not listening'),
  noneHint: phrase('Choose Listen beside an agent. Your phone rings, and you hear the call when you pick up.'),
  requesting: phrase('Asking the gateway to listen to {name} ({workNo})'),
  requestingHint: phrase('Then your phone will ring.'),
  calling: phrase('Calling your phone'),
  callingHint: phrase('When it rings, pick up to listen to {name} ({workNo}).'),
  ringing: phrase('Your phone is ringing'),
  ringingHint: phrase('Pick up to listen to {name} ({workNo})'),
  listening: phrase('Listening to {name} ({workNo})'),
  listeningHint: phrase('You are connected on your phone, as a listener only. Hang up or stop to end.'),
  stopping: phrase('Stopping'),
  stoppingHint: phrase('Ending your listen to {name} ({workNo}).'),
  outcomeUnknown: phrase('It is not known whether you are listening'),
  outcomeUnknownHint: phrase('{name} ({workNo}). Earshot is asking the gateway; pick up if your phone rings.'),
  hearIt: 'I hear it',
  hearNothing: 'I hear nothing',
  stop: 'Stop listening',
  escapeAgain: 'Press Escape again to stop listening',
  again: 'Listen again',
  dismiss: 'Dismiss',
  elapsed: 'Time in this step',
  lastKnown: 'This is the last known step; there is no contact with the gateway. To end it now, hang up your phone.',
  heardFor: phrase('Connected for {duration}.'),
  ended: {
    refused: phrase('The gateway refused the listen to {name} ({workNo}).'),
    notAnswered: phrase('You did not hear {name} ({workNo}).'),
    declined: phrase('You did not hear {name} ({workNo}).'),
    phoneUnavailable: phrase('You did not hear {name} ({workNo}).'),
    hungUp: phrase('You hung up. You were listening to {name} ({workNo}).'),
    endedByOtherSide: phrase('The call of {name} ({workNo}) is over.'),
    stopped: phrase('You stopped listening to {name} ({workNo}).'),
    notStarted: phrase('The listen to {name} ({workNo}) did not begin.'),
    endedUnseen: phrase('You are not listening to {name} ({workNo}).'),
    sessionOver: phrase('Your session ended, and with it your listen to {name} ({workNo}).'),
  } satisfies Record<ListenOutcome, string>,
};
