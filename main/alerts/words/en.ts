import type { SurfaceName } from '../../../contract/alerts.ts';
import type { Rule, RuleAbout, RuleWatch } from '../../../contract/rules.ts';
import { aboutText, ruleText } from '../../../contract/ruleWords.ts';
import { notShownWords } from '../../../contract/notShownWords.ts';
import type { Mode } from '../../../contract/inspection.ts';
import type { StandingWait } from '../../../contract/standing.ts';
import type { Connection } from '../../../contract/state.ts';

/** Every word that tray, toast and alert window say, in English. `who` is a name ready to show. */
export const en = {
  /** Its BCP 47 tag. */
  language: 'en',
  /** An agent's name with the work number behind it. */
  numbered: (name: string, workNo: string): string => `${name} (${workNo})`,
  phoneRings: 'Your phone is ringing',
  phoneRingsFor: (who: string): string => `Your phone is ringing: ${who}`,
  pickUp: (who: string, mode: Mode | 'unknown'): string => {
    switch (mode) {
      case 'listen':
        return `Pick up to listen to ${who}.`;
      case 'whisper':
        return `Pick up to whisper to ${who}, who will hear you; the customer will not.`;
      case 'insert':
        return `Pick up to speak in the call of ${who}: agent and customer will hear you.`;
      case 'call':
      case 'unknown':
        return `Call of ${who}: when you pick up, the agent may hear you.`;
    }
  },
  pickUpFollowed: (who: string): string => `You follow ${who}, whose call has begun. Pick up to listen.`,
  ringWithoutListen: 'No listen is pending in Earshot.',
  callBegan: (who: string, phase: 'talking' | 'occupied'): string =>
    phase === 'talking' ? `${who} is talking now` : `${who} is on a call now`,
  listenNow: 'Listen?',
  callingByItself: 'You follow this agent. Earshot is calling your phone.',
  missed: (count: number): string => (count === 1 ? '1 missed ring' : `${String(count)} missed rings`),
  /** A rule, and what it is about; `shown` makes names fit to stand amid words. */
  rule: (rule: Pick<Rule, 'name' | 'watch'>, shown: (name: string) => string): string => ruleText(rule, 'en', shown),
  ruleAbout: (watch: RuleWatch, about: RuleAbout, most: number, shown: (name: string) => string): string =>
    aboutText(watch, about, most, 'en', shown),
  rulesOn: (count: number): string => `${String(count)} rules are on`,
  ruleTest: 'This is only a test of the rule.',
  list: (parts: readonly string[]): string => parts.join('; '),
  testTitle: 'Test alert',
  testBody: (surface: string): string => `This is only a test: ${surface}.`,
  surface: {
    tray: 'tray icon',
    badge: 'badge',
    attention: 'taskbar or dock',
    page: 'banner in the window',
    toast: 'notification',
    sound: 'sound',
    window: 'alert window',
    raise: 'main window',
  } satisfies Record<SurfaceName, string>,
  signedOut: 'Signed out',
  requesting: (who: string, mode: Mode | 'unknown'): string => {
    switch (mode) {
      case 'listen':
        return `Asking to listen to ${who}`;
      case 'whisper':
        return `Asking to whisper to ${who}`;
      case 'insert':
      case 'call':
      case 'unknown':
        return `Asking to join the call of ${who}`;
    }
  },
  calling: (who: string, mode: Mode | 'unknown'): string =>
    mode === 'listen' ? `Calling your phone: ${who}` : `Calling your phone, you will be heard: ${who}`,
  outcomeUnknown: (who: string): string => `Checking the listen: ${who}`,
  doYouHear: 'Do you hear the call?',
  /** The line is up: who hears the inspector. */
  up: (who: string, mode: Mode | 'unknown'): string => {
    switch (mode) {
      case 'listen':
        return `Listening to ${who}`;
      case 'whisper':
        return `Whispering, the agent hears you: ${who}`;
      case 'insert':
        return `Inserted, agent and customer hear you: ${who}`;
      case 'call':
        return `You have the call, the customer hears you: ${who}`;
      case 'unknown':
        return `The agent may hear you: ${who}`;
    }
  },
  stopping: (who: string, mayBeHeard: boolean): string =>
    mayBeHeard ? `Stopping, the agent may still hear you: ${who}` : `Stopping: ${who}`,
  following: (who: string): string => `Following ${who}`,
  /** `here`: agents who are signed in and could be heard; `listens`: of it that were heard. */
  standing: (waits: StandingWait, here: number, listens: number): string => {
    const heard = `${String(listens)} heard`;
    switch (waits) {
      case 'call':
        return `Standing listen: waiting for calls of ${here === 1 ? '1 agent' : `${String(here)} agents`}, ${heard}`;
      case 'look':
        return `Standing listen: looking at the agents, ${heard}`;
      case 'listen':
        return `Standing listen: goes on after this listen, ${heard}`;
      case 'window':
        return `Standing listen: waiting for its time window, ${heard}`;
      case 'notIdle':
        return `Standing listen: waiting until you are idle, ${heard}`;
      case 'connection':
        return `Standing listen: waiting for the connection, ${heard}`;
      case 'notSeen':
        return `Standing listen: the agents cannot be looked at, ${heard}`;
      case 'byHand':
        return `Standing listen: paused, ${heard}`;
      case 'refused':
        return `Standing listen: paused, the last listen was refused, ${heard}`;
      case 'notPickedUp':
        return `Standing listen: paused, your phone was not picked up, ${heard}`;
    }
  },
  standingOn: 'Standing listen on',
  connection: (kind: Connection['kind'], agentId: string): string => {
    switch (kind) {
      case 'live':
        return `Live as ${agentId}`;
      case 'stale':
        return 'No news from the gateway';
      case 'reconnecting':
        return 'Connection lost, connecting again';
      case 'offline':
        return 'Offline, connecting again';
    }
  },
  show: 'Show Earshot',
  stop: 'Stop listening',
  hearIt: 'I hear it',
  hearNothing: 'I hear nothing',
  answer: 'Answer',
  listen: 'Listen',
  notNow: 'Not now',
  unfollow: 'Stop following',
  endStanding: 'End standing listen',
  signOut: 'Sign out',
  quit: 'Quit Earshot',
  /** What `--test-alert` prints. */
  testReport: {
    shown: (surface: string, ms: string): string => `${surface}: shown after ${ms} ms`,
    notShown: (surface: string, why: string): string => `${surface}: not shown (${why})`,
    whyNot: notShownWords.en,
    failed: (detail: string): string => `it failed: ${detail}`,
    notSupported: (surface: string): string => `${surface}: not on this computer`,
    late: (surface: string, ms: string): string => `${surface}: nothing heard within ${ms} ms`,
    quiet: { yes: 'do not disturb: on', no: 'do not disturb: off', unknown: 'do not disturb: not known' },
    cutShort: 'The test was cut short by a real alert.',
    refused: (code: string): string => `The test could not be made (${code}).`,
  },
  /** What the menu on a right click does with text. */
  edit: { cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all' },
  /** Said once, when the window was closed for the first time. */
  stillRunning: {
    tray: { title: 'Earshot is still running', body: 'It stays in the tray so that you do not miss your phone.' },
    taskbar: { title: 'Earshot is still running', body: 'It stays in the taskbar so that you do not miss your phone.' },
  },
  /** An installer asked it to end. */
  staysForListen: {
    title: 'Earshot is to be updated',
    body: 'It goes on until your listen is over. Then quit it, so that the update can go on.',
  },
};

/** What every language offers. */
export type AlertWords = typeof en;
