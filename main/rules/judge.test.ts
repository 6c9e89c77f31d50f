import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agentStates, type AgentState } from '../../contract/agentState.ts';
import type { Queue } from '../../contract/queues.ts';
import type { RosterRow } from '../../contract/roster.ts';
import { createAgentIndex, type AgentWatch } from './agentIndex.ts';
import { judgeAgents, judgeQueues, type Judgement } from './judge.ts';
import { unknownOfRow } from '../../test/support/rosterRow.ts';

const minute = 60_000;

const row = (workNo: string, state: AgentState, since = 0, group = 'Sales'): RosterRow => ({
  ...unknownOfRow,
  workNo,
  name: `Name ${workNo}`,
  group,
  state,
  since,
});

interface Known {
  readonly favourites?: readonly string[];
  readonly leftOut?: number;
  readonly wereSeen?: boolean;
}

function judge(watch: AgentWatch, rows: readonly RosterRow[], now: number, known: Known = {}): Judgement {
  const { favourites = [], leftOut = 0, wereSeen = false } = known;
  const index = createAgentIndex(watch, new Set(favourites));
  for (const each of rows) index.change(null, each);
  return judgeAgents(watch, { index, leftOut, favourites: favourites.length, wereSeen, nameOf: (workNo) => `Name ${workNo}` }, now);
}

const onFor = (judgement: Judgement): readonly string[] => (judgement.kind === 'known' ? judgement.on.map(({ key }) => key) : []);
const whyNotKnown = (judgement: Judgement): string | null => (judgement.kind === 'notKnown' ? judgement.why : null);

const longRest = (of: AgentWatch['of'] = { kind: 'all' }): AgentWatch => ({ kind: 'timeInState', state: 'rest', of, minutes: 15 });
const tooFew: AgentWatch = { kind: 'numberInState', state: 'idle', of: { kind: 'all' }, bound: 'fewerThan', number: 2 };
const tooMany: AgentWatch = { kind: 'numberInState', state: 'rest', of: { kind: 'all' }, bound: 'moreThan', number: 1 };
const sales = { kind: 'group', group: 'Sales' } as const;

describe('a rule on time in a state', () => {
  test('is on for those who are in it for long enough, the longest first, since when they were', () => {
    const rows = [row('1', 'rest', 2 * minute), row('2', 'rest', minute), row('3', 'rest', 3 * minute), row('4', 'idle')];
    const judgement = judge(longRest(), rows, 17 * minute);
    expect(onFor(judgement)).toEqual(['2', '1']);
    expect(judgement).toMatchObject({ on: [{ since: 16 * minute }, { since: 17 * minute }], unsure: 0 });
    expect(judgement.kind === 'known' && judgement.about()).toEqual({
      kind: 'agents',
      agents: [
        { workNo: '2', name: 'Name 2' },
        { workNo: '1', name: 'Name 1' },
      ],
      all: 2,
    });
  });

  test('is about a group or the favourites alone', () => {
    const rows = [row('1', 'rest'), row('2', 'rest', 0, 'Claims')];
    expect(onFor(judge(longRest(sales), rows, 20 * minute))).toEqual(['1']);
    expect(onFor(judge(longRest({ kind: 'favourites' }), rows, 20 * minute, { favourites: ['2'] }))).toEqual(['2']);
  });

  test('counts a call whose phase is not told as a call', () => {
    const watch: AgentWatch = { ...longRest(), kind: 'timeInState', state: 'inCall', minutes: 20 };
    expect(onFor(judge(watch, [row('1', 'talking'), row('2', 'occupied'), row('3', 'idle')], 20 * minute))).toEqual(['1', '2']);
  });

  test('is never on for whose state or group is not known, and says how many they are', () => {
    const rows = [row('1', 'unknown'), row('2', 'rest', 0, ''), row('3', 'idle', 0, ''), row('4', 'idle')];
    expect(judge(longRest(sales), rows, 20 * minute)).toMatchObject({ kind: 'known', on: [], unsure: 2 });
  });

  test('knows whose group has another number than its own, even where that has no name', () => {
    const rows = [{ ...row('1', 'idle'), groupId: 3 }, { ...row('2', 'rest', 0, ''), groupId: 0 }, row('3', 'rest', 0, '')];
    expect(judge(longRest(sales), rows, 20 * minute)).toMatchObject({ kind: 'known', on: [], unsure: 1 });
  });

  test('cannot be evaluated where its group was not seen, or no group is told, or there are no favourites', () => {
    expect(whyNotKnown(judge(longRest({ kind: 'group', group: 'Slaes' }), [row('1', 'rest')], 0))).toBe('groupNotSeen');
    expect(whyNotKnown(judge(longRest(sales), [row('1', 'rest', 0, '')], 0))).toBe('groupsNotTold');
    expect(whyNotKnown(judge(longRest({ kind: 'favourites' }), [row('1', 'rest')], 0))).toBe('noFavourites');
  });

  test('of a group that was seen before and is away now is evaluated: nobody is in the state', () => {
    expect(judge(longRest(sales), [], 0, { wereSeen: true })).toMatchObject({ kind: 'known', on: [] });
  });
});

describe('a rule on a number', () => {
  test('is on while the number is beyond its bound', () => {
    expect(onFor(judge(tooMany, [row('1', 'rest'), row('2', 'rest')], 0))).toEqual(['']);
    expect(judge(tooMany, [row('1', 'rest'), row('2', 'idle')], 0)).toMatchObject({ kind: 'known', on: [] });
    expect(onFor(judge(tooFew, [row('1', 'idle'), row('2', 'rest')], 0))).toEqual(['']);
    expect(judge(tooFew, [row('1', 'idle'), row('2', 'idle')], 0)).toMatchObject({ kind: 'known', on: [] });
  });

  test('cannot be evaluated where those who are not known make the difference', () => {
    expect(whyNotKnown(judge(tooFew, [row('1', 'idle'), row('2', 'unknown')], 0))).toBe('tooManyUnknown');
    expect(whyNotKnown(judge(tooMany, [row('1', 'rest')], 0, { leftOut: 1 }))).toBe('tooManyUnknown');
    expect(onFor(judge(tooMany, [row('1', 'rest'), row('2', 'rest'), row('3', 'unknown')], 0))).toEqual(['']);
  });

  test('is never on for a group that does not exist, however few are in the state', () => {
    expect(whyNotKnown(judge({ ...tooFew, of: { kind: 'group', group: 'Slaes' } }, [row('1', 'idle')], 0))).toBe('groupNotSeen');
  });
});

describe('a rule on a queue', () => {
  const queue = (id: number, waiting: number | null, seconds: number | null): Queue => ({
    id,
    name: `Skill ${String(id)}`,
    waiting,
    longestWait: seconds === null ? null : seconds * 1_000,
    signedIn: null,
    available: null,
  });
  const waiting = (skill: string) => ({ kind: 'waiting', skill, moreThan: 10 }) as const;
  const wait = (skill: string) => ({ kind: 'longestWait', skill, seconds: 120 }) as const;

  test('is on for each queue beyond its bound, the worst first', () => {
    const judgement = judgeQueues(waiting(''), [queue(1, 11, 1), queue(2, 10, 1), queue(3, 30, 1)]);
    expect(onFor(judgement)).toEqual(['3', '1']);
    expect(judgement.kind === 'known' && judgement.about()).toMatchObject({
      queues: [{ name: 'Skill 3', figure: 30 }, { figure: 11 }],
      all: 2,
    });
  });

  test('names its skill by name or by number', () => {
    const queues = [queue(1, 11, 1), queue(2, 0, 0)];
    expect(onFor(judgeQueues(waiting('Skill 1'), queues))).toEqual(['1']);
    expect(onFor(judgeQueues(waiting('1'), queues))).toEqual(['1']);
    expect(judgeQueues(waiting('2'), queues)).toMatchObject({ kind: 'known', on: [] });
    expect(whyNotKnown(judgeQueues(waiting('Skill 3'), queues))).toBe('skillUnknown');
  });

  test('on the longest wait is not on where nobody waits any more', () => {
    expect(onFor(judgeQueues(wait(''), [queue(1, 2, 121), queue(2, 0, 500), queue(3, 1, 120)]))).toEqual(['1']);
  });

  test('is not evaluated where the gateway does not say, and counts the queues of which it does not', () => {
    expect(whyNotKnown(judgeQueues(waiting('Skill 1'), [queue(1, null, 1)]))).toBe('figureNotTold');
    expect(judgeQueues(waiting(''), [queue(1, null, 1), queue(2, 3, 1)])).toMatchObject({ kind: 'known', on: [], unsure: 1 });
  });
});

describe('whatever the agents do', () => {
  const some = fc.record({
    workNo: fc.constantFrom('1', '2', '3', '4', '5'),
    state: fc.constantFrom(...agentStates),
    group: fc.constantFrom('', 'Sales', 'Claims'),
    after: fc.integer({ min: 0, max: 10 * minute }),
    leaves: fc.boolean(),
  });
  const watch = fc.constantFrom<AgentWatch>(longRest(), longRest(sales), tooFew, tooMany, { ...tooMany, of: sales });

  test('an index that followed every change says what one says that was made anew', () => {
    fc.assert(
      fc.property(watch, fc.array(some, { maxLength: 60 }), (watched, changes) => {
        const index = createAgentIndex(watched, new Set());
        const rows = new Map<string, RosterRow>();
        let now = 0;
        for (const { workNo, state, group, after, leaves } of changes) {
          now += after;
          const next = leaves ? null : row(workNo, state, now, group);
          index.change(rows.get(workNo) ?? null, next);
          if (next === null) rows.delete(workNo);
          else rows.set(workNo, next);
          const anew = createAgentIndex(watched, new Set());
          for (const each of rows.values()) anew.change(null, each);
          expect(index.on(now)).toEqual(anew.on(now));
          expect([index.unsure(), index.members(), index.perhapsMembers()]).toEqual([anew.unsure(), anew.members(), anew.perhapsMembers()]);
          const due = anew.due(now);
          // Too early costs one look; too late would be late.
          if (due !== null) expect(index.due(now) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(due);
        }
      }),
    );
  });

  test('it is on only for who is surely in the state, for long enough, and of whom it is about', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), fc.integer({ min: 0, max: 60 * minute }), (agents, now) => {
        const rows = agents.map(({ workNo, state, group, after }, nth) => row(`${workNo}-${String(nth)}`, state, after, group));
        const judgement = judge(longRest(sales), rows, now);
        const right = rows.filter(({ state, group, since }) => state === 'rest' && group === 'Sales' && now - since >= 15 * minute);
        expect([...onFor(judgement)].sort()).toEqual(right.map(({ workNo }) => workNo).sort());
      }),
    );
  });
});
