import { describe, expect, test } from 'vitest';
import type { Queue } from '../../contract/queues.ts';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { Rule, RuleStatus } from '../../contract/rules.ts';
import { createRules, queuesFreshFor, notificationStays, type RuleFacts } from './rules.ts';
import { createRuleNotifications } from './notification.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { unknownOfRow } from '../../test/support/rosterRow.ts';
import { offline, signedIn } from '../../test/support/alertStates.ts';

const minute = 60_000;

const longRest: Rule = {
  name: '',
  watch: { kind: 'timeInState', state: 'rest', of: { kind: 'all' }, minutes: 15 },
  toast: true,
  sound: false,
  colour: 'none',
  enabled: true,
};
const waiting: Rule = { ...longRest, watch: { kind: 'waiting', skill: '', moreThan: 10 } };
const silent = { toast: false, sound: false, colour: 'red' } as const;
const problem = { code: 'no-answer', meaning: 'no-answer' } as const;

/** The rules, with a gateway that a test plays. */
function stage(rules: readonly Rule[]) {
  const clock = createHandClock();
  const facts = {
    rules,
    session: signedIn,
    roster: { kind: 'loading', at: null },
    agentsUntil: null,
    agentsInView: false,
    queues: { kind: 'off' },
    queuesInView: false,
    favourites: [],
    busy: null,
  } as { -readonly [Name in keyof RuleFacts]: RuleFacts[Name] };
  let queues: readonly Queue[] = [];
  let send: ((message: RosterMessage) => void) | null = null;
  let askedAbout: readonly string[] = [];
  const wanting: boolean[] = [];
  const tellings = createRuleNotifications();
  let changes = 0;
  const service = createRules({
    clock,
    facts: () => facts,
    subscribeToRoster: (sending) => {
      send = sending;
      return {
        watch: () => undefined,
        watchAgents: ({ favourites }) => {
          askedAbout = favourites;
        },
        close: () => {
          send = null;
        },
      };
    },
    queues: () => queues,
    nameOf: (workNo) => `Name ${workNo}`,
    notifications: tellings,
    onQueuesWanted: (wanted) => wanting.push(wanted),
    onChange: () => {
      changes += 1;
    },
  });
  service.follow();
  return {
    clock,
    facts,
    service,
    /** The agents were looked at just now. */
    look: (rows: readonly Pick<RosterRow, 'workNo' | 'state' | 'since'>[], sinceIs: RosterRow['sinceIs'] = 'seen') => {
      facts.roster = { kind: 'ready', at: clock.now(), count: rows.length, leftOut: 0 };
      facts.agentsUntil = clock.now() + 60 * minute;
      send?.({
        kind: 'snapshot',
        revision: 1,
        rows: rows.map((row) => ({ ...unknownOfRow, name: '', group: 'Sales', ...row, sinceIs })),
      });
      service.follow();
    },
    tellQueues: (of: readonly Queue[]) => {
      queues = of;
      facts.queues = { kind: 'ready', at: clock.now(), problem: null, queues: [...of], all: of.length };
      service.follow();
    },
    status: (): RuleStatus | undefined => service.shown()[0],
    isLooking: () => send !== null,
    askedAbout: () => askedAbout,
    telling: tellings.now,
    wanting,
    changes: () => changes,
  };
}

const queue = (waits: number): Queue => ({ id: 1, name: 'Claims', waiting: waits, longestWait: 0, signedIn: null, available: null });

describe('a rule on agents', () => {
  test('comes on when somebody has been in the state for long enough, without anybody telling', async () => {
    const { telling, clock, look, status, changes } = stage([longRest]);
    look([{ workNo: '1', state: 'rest', since: clock.now() - 14 * minute }]);
    expect(status()).toEqual({ kind: 'watching', unsure: 0 });
    const before = changes();
    await clock.advance(minute);
    expect(status()).toMatchObject({ kind: 'on', since: clock.now(), about: { agents: [{ workNo: '1', name: 'Name 1' }] } });
    expect(telling()).toMatchObject({ toast: true, sound: false, isTest: false });
    expect(changes()).toBeGreaterThan(before);
    await clock.advance(notificationStays);
    expect(telling()).toBeNull();
    expect(status()?.kind).toBe('on');
  });

  test('is looked at while nobody looks at the page, but for one that only colours', () => {
    expect(stage([longRest]).isLooking()).toBe(true);
    expect(stage([{ ...longRest, enabled: false }]).isLooking()).toBe(false);
    const { facts, service, isLooking, status } = stage([{ ...longRest, ...silent }]);
    expect(isLooking()).toBe(false);
    expect(status()).toEqual({ kind: 'notKnown', why: 'outOfView', wasOn: false });
    facts.agentsInView = true;
    service.look();
    expect(isLooking()).toBe(true);
    facts.agentsInView = false;
    service.look();
    expect(isLooking()).toBe(false);
  });

  test('has the gateway asked since when those are in the state of whom that is not known', () => {
    const { clock, look, askedAbout } = stage([longRest]);
    look(
      [
        { workNo: '1', state: 'rest', since: clock.now() },
        { workNo: '2', state: 'idle', since: clock.now() },
      ],
      'atLeast',
    );
    expect(askedAbout()).toEqual(['1']);
  });

  test('is not known without contact, says whether it was on, and is looked at anew before it is said again', () => {
    const { clock, facts, look, service, status } = stage([longRest]);
    look([{ workNo: '1', state: 'rest', since: clock.now() - 20 * minute }]);
    expect(status()?.kind).toBe('on');
    facts.session = offline;
    service.follow();
    expect(status()).toEqual({ kind: 'notKnown', why: 'noContact', wasOn: true });
    facts.session = signedIn;
    service.follow();
    expect(status()).toEqual({ kind: 'notKnown', why: 'notLookedYet', wasOn: true });
  });

  test('is not known when the last look is too long ago, without anybody telling', async () => {
    const { clock, facts, look, service, status } = stage([longRest]);
    look([]);
    facts.agentsUntil = clock.now() + 15_000;
    facts.roster = { kind: 'failed', at: clock.now(), problem };
    service.follow();
    expect(status()?.kind).toBe('watching');
    await clock.advance(15_001);
    expect(status()).toEqual({ kind: 'notKnown', why: 'agentsNotHeard', wasOn: false });
  });

  test('is forgotten with the session', () => {
    const { telling, clock, facts, look, service, status, isLooking } = stage([longRest]);
    look([{ workNo: '1', state: 'rest', since: clock.now() - 20 * minute }]);
    facts.session = { kind: 'signedOut', problem: null };
    service.follow();
    expect(status()).toEqual({ kind: 'notKnown', why: 'notSignedIn', wasOn: false });
    expect(telling()).toBeNull();
    expect(isLooking()).toBe(false);
  });
});

describe('a rule on queues', () => {
  test('has them asked for only while it tells of itself', () => {
    const { facts, service, wanting } = stage([waiting]);
    expect(wanting).toEqual([true]);
    facts.rules = [{ ...waiting, ...silent }];
    service.follow();
    expect(wanting).toEqual([true, false]);
    expect(stage([longRest]).wanting).toEqual([]);
  });

  test('comes on with what the gateway tells, and says so where it does not tell', () => {
    const { facts, service, tellQueues, status } = stage([waiting]);
    expect(status()).toMatchObject({ kind: 'notKnown', why: 'notLookedYet' });
    tellQueues([queue(11)]);
    expect(status()).toMatchObject({ kind: 'on', about: { queues: [{ id: 1, name: 'Claims', figure: 11 }] } });
    facts.queues = { kind: 'notHere', problem };
    service.follow();
    expect(status()).toEqual({ kind: 'notKnown', why: 'queuesNotHere', wasOn: true });
  });

  test('is asked for anew after a lost link before it is said again', async () => {
    const { clock, facts, service, tellQueues, status } = stage([waiting]);
    tellQueues([queue(11)]);
    facts.session = offline;
    await clock.advance(1);
    service.follow();
    facts.session = signedIn;
    service.follow();
    expect(status()).toEqual({ kind: 'notKnown', why: 'notLookedYet', wasOn: true });
    await clock.advance(1);
    tellQueues([queue(11)]);
    expect(status()?.kind).toBe('on');
  });

  test('is not known when they were told too long ago', async () => {
    const { clock, tellQueues, status } = stage([waiting]);
    tellQueues([queue(0)]);
    expect(status()?.kind).toBe('watching');
    await clock.advance(queuesFreshFor + 1);
    expect(status()).toMatchObject({ kind: 'notKnown', why: 'queuesNotHeard' });
  });
});

describe('while one listens', () => {
  test('nothing is told, what was being told is taken away, and what came up meanwhile is told after', () => {
    const { telling, facts, service, tellQueues, status } = stage([waiting]);
    facts.busy = 'listen';
    tellQueues([queue(11)]);
    expect(status()?.kind).toBe('on');
    expect(telling()).toBeNull();
    facts.busy = null;
    service.follow();
    expect(telling()).toMatchObject({ news: [{ about: { queues: [{ figure: 11 }] } }] });
    facts.busy = 'listen';
    service.follow();
    expect(telling()).toBeNull();
  });

  test('a rule is not tried, nor while a phone rings, nor signed out', () => {
    const { facts, service } = stage([longRest]);
    const tried = () => service.handlers.testRule({ rule: longRest });
    facts.busy = 'listen';
    expect(tried()).toMatchObject({ ok: false, problem: { code: 'listen-under-way' } });
    facts.busy = 'alert';
    expect(tried()).toMatchObject({ ok: false, problem: { code: 'alert-under-way' } });
    facts.busy = null;
    facts.session = { kind: 'signedOut', problem: null };
    expect(tried()).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
  });
});

test('a rule that is tried does what it does, says that it is a test, and keeps nothing real from being told after', async () => {
  const { telling, clock, service, tellQueues } = stage([waiting]);
  expect(service.handlers.testRule({ rule: { ...longRest, sound: true } })).toEqual({ ok: true });
  expect(telling()).toMatchObject({ isTest: true, toast: true, sound: true, news: [{ rule: { watch: longRest.watch } }] });
  tellQueues([queue(11)]);
  expect(telling()).toMatchObject({ isTest: true });
  await clock.advance(notificationStays);
  expect(telling()).toMatchObject({ isTest: false, news: [{ rule: { watch: waiting.watch } }] });
});

test('a rule that is edited while it is on is told no second time, one that watches something else begins anew', () => {
  const { telling, facts, service, tellQueues } = stage([waiting]);
  tellQueues([queue(11)]);
  const told = telling();
  facts.rules = [{ ...waiting, name: 'Busy', sound: true }];
  service.follow();
  expect(telling()).toBe(told);
  facts.rules = [{ ...waiting, watch: { kind: 'waiting', skill: '', moreThan: 11 } }];
  service.follow();
  expect(service.shown()).toEqual([{ kind: 'watching', unsure: 0 }]);
});
