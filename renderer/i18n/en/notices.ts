import type { followEndReasons, Notice } from '../../../contract/notice.ts';
import type { StandingEnd } from '../../../contract/standing.ts';
import { counted } from './counts.ts';
import { phrase } from '../phrase.ts';

/** Things to say once. */
export const notices = {
  keptDamaged: 'A part of what Earshot keeps was damaged and starts empty.',
  pinsDamaged: 'The list of trusted certificates was damaged. No certificate is trusted now; you will be asked again.',
  machineFileDamaged: 'The settings file of this computer could not be read and is not obeyed. Tell your administrator.',
  machineFileUnprotected: 'The settings file of this computer can be changed by its users, so it is not obeyed. Tell your administrator.',
  policyUnreadable: 'The policies of this computer could not be read. Only what was read of them before counts. Tell your administrator.',
  administeredWrong:
    'Some settings of your administrator cannot be used and are not obeyed. The settings page names them. Tell your administrator.',
  trustClosed:
    'Until your administrator has put this right, you cannot trust certificates yourself, and those that you trusted do not count.',
  authorityFileUnreadable:
    'The administrator’s file of certificate authorities could not be read, so nothing in it is trusted. Tell your administrator.',
  certificateExpires: phrase(
    'The certificate of {gateway} is good until {date}. Ask your administrator to renew it before then: Earshot refuses it afterwards.',
  ),
  certificateExpired: phrase(
    'The certificate of {gateway} expired on {date}; your administrator allows it all the same. Ask for it to be renewed.',
  ),
  shortPolling:
    'This gateway is set so that a ring may be shown half a second late. Your administrator can change that (AGENT_POLL_WAIT_FLAG).',
  pollsCut:
    'Something between this computer and the gateway ends requests early, most often a proxy. Earshot asks more often instead. Your administrator can let requests to the gateway wait for longer.',
  queuesNotHere: 'Your gateway does not tell you how many callers wait, so the overview and the wallboard leave the queues out.',
  movedGateway: phrase('Your gateway could not be reached. Earshot goes on at {gateway}.'),
  auditNotWritten: 'The audit trail cannot be written on this computer at the moment. Tell your administrator. Earshot keeps trying.',
  auditLate:
    'Listens of an earlier run could not be written into the audit trail then. Earshot kept them and writes them now. Tell your administrator.',
  auditHeadsNotWritten:
    'What vouches for the audit trail cannot be written into your administrator’s folder at the moment. Tell your administrator. Earshot tries again with the next listen.',
  auditTampering: 'The audit trail on this computer was changed outside Earshot. Tell your administrator.',
  linkMalformed: 'A link to Earshot could not be understood. Nothing was done.',
  followEnded: {
    connection: phrase('You no longer follow {name} ({workNo}): contact with the gateway was lost.'),
    notIdle: phrase('You no longer follow {name} ({workNo}): you are not idle any more.'),
    sessionOver: phrase('You no longer follow {name} ({workNo}): your session is over.'),
    otherListen: phrase('You no longer follow {name} ({workNo}): you chose to listen to another agent.'),
    signedOut: phrase('You no longer follow {name} ({workNo}): the agent is signed out.'),
    notSeen: phrase('You no longer follow {name} ({workNo}): the agents could not be looked at.'),
    anHour: phrase('You no longer follow {name} ({workNo}): no call was listened to within an hour.'),
    refused: phrase('You no longer follow {name} ({workNo}): the listen could not be asked for.'),
    notAllowed: phrase('You no longer follow {name} ({workNo}): your administrator has switched following off.'),
  } satisfies Record<(typeof followEndReasons)[number], string>,
  standingEnded: {
    sessionOver: (listens: number): string => `Your standing listen is over with your session. ${heardOfIt(listens)}`,
    notAllowed: (listens: number): string => `Your standing listen is over: your administrator has switched it off. ${heardOfIt(listens)}`,
    hoursOver: (listens: number): string => `Your standing listen is over: its hours have passed. ${heardOfIt(listens)}`,
    windowOver: (listens: number): string => `Your standing listen is over: its time window has ended. ${heardOfIt(listens)}`,
    listensDone: (listens: number): string => `Your standing listen is over: all its listens were heard. ${heardOfIt(listens)}`,
  } satisfies Record<StandingEnd, unknown>,
} satisfies Record<Notice['kind'], unknown>;

function heardOfIt(listens: number): string {
  return listens === 0 ? 'You heard no call.' : `You heard ${counted(listens, 'call', 'calls')}.`;
}
