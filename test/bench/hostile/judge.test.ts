import { expect, test } from 'vitest';
import type { JournalEntry, Occurrence } from '../../../simulator/index.ts';
import {
  duplicatePuts,
  foundEnds,
  hangUps,
  judgedRings,
  queriesWhileIdle,
  queriesWhileListening,
  sessionLosses,
  wrongClaims,
} from './judge.ts';
import type { Claim, Click, DeskRecord } from './record.ts';

const end = 200_000;

interface Told {
  readonly journal?: readonly (readonly [at: number, Occurrence])[];
  readonly claims?: readonly (readonly [at: number, Partial<Claim>])[];
  readonly clicks?: readonly (readonly [at: number, Click['what'], workNo?: string])[];
}

/** A record of inspector 301, its times in seconds. */
function recordOf({ journal = [], claims = [], clicks = [] }: Told): DeskRecord {
  return {
    inspector: '301',
    journal: journal.map(([at, occurrence]): JournalEntry => ({ ...occurrence, at: at * 1_000, agentId: '301' })),
    claims: claims.map(([at, claim]) => ({ listen: 'idle', workNo: null, ringing: false, session: 'signedIn', ...claim, at: at * 1_000 })),
    clicks: clicks.map(([at, what, workNo = null]) => ({ at: at * 1_000, what, workNo, taken: true })),
    asked: [],
    rests: [],
  };
}

const workNo = '20001';
const listening = { listen: 'listening', workNo } as const;
const audio = (from: number, to: number): readonly (readonly [number, Occurrence])[] => [
  [from, { kind: 'audioBegan', workNo }],
  [to, { kind: 'audioEnded', workNo, by: 'platform', why: 'callEnded' }],
];
const ring = (from: number, to: number): readonly (readonly [number, Occurrence])[] => [
  [from, { kind: 'ringBegan', workNo }],
  [to, { kind: 'ringEnded', workNo, why: 'pickedUp' }],
];
const alerting = (raised: number): Occurrence => ({
  kind: 'eventDelivered',
  event: 1,
  eventType: 'AgentOther_PhoneAlerting',
  raisedAt: raised * 1_000,
});
const answered = (name: string, asOf: number, about: string | null = null): Occurrence => ({
  kind: 'answered',
  request: 1,
  interface: name,
  workNo: about,
  retcode: '0',
  asOf: asOf * 1_000,
  isBlind: false,
});
const received = (name: string, about: string | null = workNo): Occurrence => ({
  kind: 'received',
  request: 1,
  interface: name,
  workNo: about,
});

test('"listening" for five seconds after the talk is over is wrong, for less it is not', () => {
  const claims: Told['claims'] = [
    [10, listening],
    [35, { listen: 'ended', workNo }],
  ];
  expect(wrongClaims(recordOf({ journal: audio(10, 30), claims }), end)).toMatchObject([{ from: 30_000, to: 35_000, says: 'listening' }]);
  expect(wrongClaims(recordOf({ journal: audio(10, 30.1), claims }), end)).toEqual([]);
});

test('"listening" to one agent while another is heard is wrong', () => {
  const claims: Told['claims'] = [
    [10, { listen: 'listening', workNo: '20002' }],
    [30, { listen: 'ended', workNo: '20002' }],
  ];
  expect(wrongClaims(recordOf({ journal: audio(10, 30), claims }), end)).toMatchObject([{ from: 10_000, to: 30_000, says: 'listening' }]);
});

test('"ended" or "idle" while the inspector is heard is wrong, one row of both is one', () => {
  const claims: Told['claims'] = [
    [10, listening],
    [12, { listen: 'ended', workNo }],
    [15, { listen: 'idle' }],
  ];
  expect(wrongClaims(recordOf({ journal: audio(10, 30), claims }), end)).toMatchObject([
    { from: 12_000, to: 30_000, says: 'notListening' },
  ]);
});

test.each(['requesting', 'calling', 'ringing', 'stopping', 'outcomeUnknown'] as const)('"%s" claims nothing about the talk', (listen) => {
  expect(wrongClaims(recordOf({ journal: audio(10, 30), claims: [[0, { listen, workNo }]] }), end)).toEqual([]);
});

test('"listening" before anyone is heard is never excused', () => {
  const claims: Told['claims'] = [[2, listening]];
  expect(wrongClaims(recordOf({ journal: audio(10, 300), claims }), end)).toMatchObject([{ from: 2_000, to: 10_000, isExcused: false }]);
});

test('"listening" is excused until asking finds the end, unless it had been told', () => {
  const claims: Told['claims'] = [
    [10, listening],
    [45, { listen: 'ended', workNo }],
  ];
  const untold = [...audio(10, 30), [45, answered('getAgentStatus', 44)] as const];
  expect(wrongClaims(recordOf({ journal: untold, claims }), end)).toMatchObject([{ isExcused: true }]);
  const told = [...audio(10, 30), [34, answered('getAgentStatus', 33)] as const];
  expect(wrongClaims(recordOf({ journal: told, claims }), end)).toMatchObject([{ isExcused: false }]);
  const stale = [...audio(10, 30), [34, answered('getAgentStatus', 29)] as const];
  expect(wrongClaims(recordOf({ journal: stale, claims }), end)).toMatchObject([{ isExcused: true }]);
});

test.each([
  ['its event', alerting(10), true],
  ['the event of another ring', alerting(2), false],
  ['the own details', answered('queryAgentInfoByWorkNo', 11, '301'), true],
  ['another agent’s details', answered('queryAgentInfoByWorkNo', 11, '20001'), false],
  ['the agent list', answered('queryOnlineAgent', 11), true],
  ['the own state, which has no phase', answered('getAgentStatus', 11), false],
  ['an answer as of before the ring', answered('queryOnlineAgent', 9), false],
  ['details without the phase', { ...answered('queryAgentInfoByWorkNo', 11, '301'), isBlind: true } as Occurrence, false],
] as const)('of a ring tells %s: %s', (_, told, tells) => {
  const [judged] = judgedRings(recordOf({ journal: [...ring(10, 20), [12, told]] }), end);
  expect(judged?.toldAt !== null).toBe(tells);
});

test('what tells of a ring in its last second need not be shown any more', () => {
  expect(judgedRings(recordOf({ journal: [...ring(10, 20), [19.5, alerting(10)]] }), end)).toMatchObject([{ toldAt: null }]);
});

test('a ring below four seconds is not judged', () => {
  expect(judgedRings(recordOf({ journal: ring(10, 13.9) }), end)).toEqual([]);
});

test('a ring is shown when the state shows one while it rings', () => {
  const claims: Told['claims'] = [
    [12, { listen: 'ringing', workNo, ringing: true }],
    [20, listening],
  ];
  expect(judgedRings(recordOf({ journal: ring(10, 20), claims }), end)).toMatchObject([{ shownAt: 12_000 }]);
  expect(judgedRings(recordOf({ journal: ring(22, 30), claims }), end)).toMatchObject([{ shownAt: null }]);
});

test('an end is found when "listening" is said no more, or a person has to click', () => {
  const claims: Told['claims'] = [
    [10, listening],
    [70, { listen: 'ended', workNo }],
  ];
  const journal = audio(10, 30);
  expect(foundEnds(recordOf({ journal, claims }), end)).toMatchObject([{ byEvent: false, afterMs: 40_000 }]);
  expect(foundEnds(recordOf({ journal, claims, clicks: [[50, 'stop']] }), end)).toMatchObject([{ afterMs: 20_000 }]);
  const release: Occurrence = { kind: 'eventDelivered', event: 2, eventType: 'AgentOther_PhoneRelease', raisedAt: 30_000 };
  expect(foundEnds(recordOf({ journal: [...journal, [69, release]], claims }), end)).toMatchObject([{ byEvent: true }]);
});

test('a DELETE while the inspector is heard needs a click since that listen was asked for', () => {
  const journal: Told['journal'] = [
    [10, { kind: 'audioBegan', workNo }],
    [20, received('stopSuperviseOrInsert')],
  ];
  const before: Told['clicks'] = [
    [1, 'stop'],
    [5, 'listen', workNo],
  ];
  expect(hangUps(recordOf({ journal, clicks: before }))).toEqual([20_000]);
  expect(hangUps(recordOf({ journal, clicks: [...before, [19, 'stop']] }))).toEqual([]);
});

test('a DELETE while nobody is heard hangs up on nobody', () => {
  const journal: Told['journal'] = [...ring(10, 60), [40, received('stopSuperviseOrInsert')]];
  expect(hangUps(recordOf({ journal, clicks: [[5, 'listen', workNo]] }))).toEqual([]);
});

test('one PUT a click that was taken, the second is a duplicate', () => {
  const put = received('addSupervise');
  const clicks: Told['clicks'] = [
    [5, 'listen', workNo],
    [50, 'listen', workNo],
  ];
  expect(
    duplicatePuts(
      recordOf({
        journal: [
          [5, put],
          [51, put],
        ],
        clicks,
      }),
    ),
  ).toEqual([]);
  expect(
    duplicatePuts(
      recordOf({
        journal: [
          [5, put],
          [8, put],
          [51, put],
        ],
        clicks,
      }),
    ),
  ).toEqual([8_000]);
  expect(duplicatePuts(recordOf({ journal: [[1, put]], clicks }))).toEqual([1_000]);
});

test('a session is lost when it is shown as over after it was signed in', () => {
  expect(
    sessionLosses(
      recordOf({
        claims: [
          [1, {}],
          [9, { session: 'signedOut' }],
          [20, {}],
        ],
      }),
    ),
  ).toEqual([9_000]);
});

test('queries are counted while "listening" is said, and in rests once the last listen has settled', () => {
  const record = {
    ...recordOf({
      claims: [
        [0, { listen: 'idle' }],
        [60, listening],
        [120, { listen: 'ended', workNo }],
      ],
      journal: [
        [5, received('getAgentStatus')],
        [30, received('queryOnlineAgent', null)],
        [31, received('addSupervise')],
        [90, received('getAgentStatus')],
        [91, received('stopSuperviseOrInsert')],
        [150, received('getAgentStatus')],
      ],
    }),
    rests: [{ from: 0, to: 60_000 }],
  };
  expect(queriesWhileListening(record, end)).toEqual({ queries: 1, ms: 60_000 });
  expect(queriesWhileIdle(record, 15_000)).toEqual({ queries: 1, ms: 45_000 });
});
