import type { commandMeanings } from '../../../contract/problemMeanings.ts';
import type { ProblemWords } from '../ProblemWords.ts';

/** What Earshot itself refuses. */
export const commandProblems = {
  'not-now': { sentence: 'That is not possible at the moment.', remedy: 'Look at what the window shows now, then try again.' },
  'not-signed-in': { sentence: 'You are not signed in.', remedy: 'Sign in first.' },
  unexpected: { sentence: 'Something went wrong inside Earshot.', remedy: 'Try again; restart Earshot if it happens again.' },
  'bad-request': { sentence: 'This request was not understood.', remedy: 'Check what was entered; restart Earshot if it happens again.' },
  'sender-refused': {
    sentence: 'This request did not come from Earshot’s own window.',
    remedy: 'Restart Earshot. If it happens again, tell your administrator.',
  },
  'not-attached': { sentence: 'The window is not connected to Earshot.', remedy: 'Restart Earshot.' },
  'alert-under-way': { sentence: 'An alert is being shown.', remedy: 'Try again when it is over.' },
  'file-not-saved': { sentence: 'The file could not be saved.', remedy: 'Choose another place, or check that the disk is not full.' },
  'setting-locked': { sentence: 'This setting is set by your administrator.', remedy: 'Ask your administrator if it has to change.' },
  'listen-not-allowed': {
    sentence: 'Listening is switched off on this computer.',
    remedy: 'Ask your administrator if you need it.',
  },
  'audit-not-written': {
    sentence: 'The audit trail cannot be written, and without it nobody may be listened to on this computer.',
    remedy: 'Try again in a moment. If it stays so, tell your administrator: the disk may be full.',
  },
  'follow-not-allowed': {
    sentence: 'Following agents is switched off on this computer.',
    remedy: 'Ask your administrator if you need it.',
  },
  'export-not-allowed': {
    sentence: 'Saving listens and notes as files is switched off on this computer.',
    remedy: 'Ask your administrator if you need it.',
  },
  'note-not-saved': { sentence: 'The note could not be written.', remedy: 'Check that the disk is not full. Earshot keeps trying.' },
  'note-unknown': { sentence: 'There is no such note any more.', remedy: 'Search the notes again.' },
  'no-plan': { sentence: 'There is no plan, so nobody is due.', remedy: 'Set a plan in the settings, under Worklist.' },
  'worklist-not-ready': {
    sentence: 'The agents, or your listens, are not known at the moment.',
    remedy: 'Go to the agents or the worklist, wait until they are there, then try again.',
  },
  'nobody-due': {
    sentence: 'Nobody who is signed in now is due.',
    remedy: 'The worklist shows who is still to come.',
  },
  'nobody-to-hear': { sentence: 'Nobody who is due is in a call now.', remedy: 'Try again in a moment.' },
  'statistics-unreadable': {
    sentence: 'Your listens or notes cannot be read at the moment.',
    remedy: 'Try again in a moment. If it stays so, tell your administrator.',
  },
  'trust-administered': {
    sentence: 'Your administrator decides which certificates are trusted.',
    remedy: 'Ask your administrator to add the certificate.',
  },
  'pin-administered': {
    sentence: 'This certificate is set by your administrator.',
    remedy: 'Ask your administrator if it shall not be trusted any more.',
  },
  'certificate-not-shown': {
    sentence: 'The gateway has shown another certificate since, so nothing was trusted.',
    remedy: 'Look at the certificate that is shown now.',
  },
  'certificate-unknown': { sentence: 'This certificate is not among the trusted ones any more.', remedy: 'Nothing has to be done.' },
  'earshot-unreachable': {
    sentence: 'Earshot cannot be reached, so nothing was done.',
    remedy: 'Start Earshot again, then try once more.',
  },
} satisfies Record<(typeof commandMeanings)[number], ProblemWords>;
