import type { Standing } from '../../contract/standing.ts';
import { listenOutcomes, type Follow, type Listen, type PhoneAlert, type Session } from '../../contract/state.ts';
import type { AlertSettings } from '../../main/alerts/escalation.ts';
import type { AlertState } from '../../main/alerts/activeAlert.ts';
import type { RuleNotification } from '../../main/rules/notification.ts';
import { alertWords, type AlertWords } from '../../main/alerts/words/words.ts';

export const agent = { workNo: '20011', name: 'Li Wei' };

export const signedIn = {
  kind: 'signedIn',
  agentId: '291',
  gateway: 'gw:8043',
  connection: { kind: 'live', lastContact: 0, problem: null },
  ownState: 'idle',
} as const satisfies Session;

const problem = { code: 'no-answer', meaning: 'no-answer' } as const;
export const reconnecting: Session = { ...signedIn, connection: { kind: 'reconnecting', lastContact: 0, problem, nextAttempt: null } };
export const offline: Session = { ...signedIn, connection: { kind: 'offline', lastContact: 0, problem, nextAttempt: null } };

export const ringing = { kind: 'ringing', agent, since: 5 } as const satisfies PhoneAlert;
export const ringsForNobody = { kind: 'ringing', agent: null, since: 5 } as const satisfies PhoneAlert;

export const calm: AlertState = {
  session: signedIn,
  listen: { kind: 'idle' },
  inspection: null,
  phone: { kind: 'none' },
  follow: { kind: 'off' },
  ruleNotification: null,
  missed: 0,
  testing: null,
};

export const asReleased: AlertSettings = {
  alertSound: true,
  alertVolume: 70,
  alertDevice: '',
  alertWindow: 'escalation',
  silentMode: false,
  followMode: 'ask',
  phoneLinkage: false,
};

/** Every language that there is. */
export const languages: readonly (readonly [string, AlertWords])[] = Object.entries(alertWords);

const step = { agent, since: 1 };

export const listens: readonly Listen[] = [
  { kind: 'idle' },
  { kind: 'requesting', ...step },
  { kind: 'calling', ...step, problem: null },
  { kind: 'ringing', ...step, problem: null },
  { kind: 'listening', ...step, problem: null },
  { kind: 'stopping', ...step },
  { kind: 'outcomeUnknown', ...step, problem },
  ...listenOutcomes.map((outcome): Listen => ({ kind: 'ended', ...step, outcome, problem: null, heardFor: null })),
];

export const sessions: readonly Session[] = [
  { kind: 'signedOut', problem: null },
  { kind: 'signingIn', agentId: '291', gateway: 'gw:8043' },
  signedIn,
  { ...signedIn, connection: { kind: 'stale', lastContact: 0, problem: null } },
  reconnecting,
  offline,
];

export const phones: readonly PhoneAlert[] = [{ kind: 'none' }, ringing, ringsForNobody];

export const standing: Standing = {
  plan: {
    targets: [
      { kind: 'agent', agent },
      { kind: 'group', group: 'Sales' },
    ],
    time: { kind: 'hours', hours: 4 },
    listens: null,
  },
  until: 9_000,
  listens: 3,
  here: 12,
  waits: 'call',
};

export const follows: readonly Follow[] = [
  { kind: 'off' },
  { kind: 'armed', ...step },
  { kind: 'asking', ...step, phase: 'talking' },
  { kind: 'asking', ...step, phase: 'occupied' },
  { kind: 'calling', ...step, phase: 'talking' },
  { kind: 'standing', standing },
  { kind: 'asking', ...step, phase: 'talking', standing },
];

export const settingsTable: readonly AlertSettings[] = [true, false].flatMap((alertSound) =>
  [true, false].flatMap((silentMode) =>
    (['always', 'escalation', 'never'] as const).flatMap((alertWindow) =>
      [true, false].map((phoneLinkage) => ({ ...asReleased, alertSound, silentMode, alertWindow, phoneLinkage })),
    ),
  ),
);

export const rested: RuleNotification = {
  news: [
    {
      rule: {
        name: '',
        watch: { kind: 'timeInState', state: 'rest', of: { kind: 'group', group: 'Sales' }, minutes: 15 },
        toast: true,
        sound: true,
        colour: 'none',
        enabled: true,
      },
      about: { kind: 'agents', agents: [agent], all: 1 },
    },
  ],
  isTest: false,
  toast: true,
  sound: true,
  since: 7,
};

const testing = { surface: 'toast', since: 9 } as const;

/** What is told when nothing rings: nothing, a test, and a rule that cuts one short. */
const besides: readonly Pick<AlertState, 'ruleNotification' | 'testing'>[] = [
  { ruleNotification: null, testing: null },
  { ruleNotification: null, testing },
  { ruleNotification: rested, testing },
];

/** Every combination of what alerts depend on, but for the mode, of which modes.test.ts has each. */
export const everyState: readonly AlertState[] = sessions.flatMap((session) =>
  listens.flatMap((listen) =>
    phones.flatMap((phone) =>
      follows.flatMap((follow) =>
        [0, 2].flatMap((missed) => besides.map((beside) => ({ session, listen, inspection: null, phone, follow, missed, ...beside }))),
      ),
    ),
  ),
);
