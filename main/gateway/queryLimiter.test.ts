import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLimited } from './limitedLink.ts';
import { createQueryLimiter, nextUrgency, queriesAtOnce, queryWindow, type Urgency } from './queryLimiter.ts';
import { createHandClock, type HandClock } from '../../test/support/handClock.ts';

const documentedWindow = 2_000;
const urgency = fc.constantFrom<Urgency>('ring', 'now', 'soon', 'spare');

interface Query {
  readonly at: number;
  readonly urgency: Urgency;
  /** How long the answer takes, and when in between the gateway counts the query, from 0 to 1. */
  readonly takes: number;
  readonly countedAt: number;
}

const query: fc.Arbitrary<Query> = fc.record({
  at: fc.integer({ min: 0, max: 6_000 }),
  urgency,
  takes: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 4_000 })),
  countedAt: fc.double({ min: 0, max: 1, noNaN: true }),
});

function answerAfter(clock: HandClock, takes: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(takes, resolve);
  });
}

/** Plays the queries; tells when each was sent and when the gateway counted it. */
async function play(queries: readonly Query[]): Promise<{ readonly query: Query; readonly sent: number; readonly counted: number }[]> {
  const clock = createHandClock(0);
  const limiter = createQueryLimiter(clock, queryWindow);
  const sent: { query: Query; sent: number; counted: number }[] = [];
  for (const one of queries) {
    clock.after(one.at, () => {
      void limiter.run(one.urgency, undefined, () => {
        sent.push({ query: one, sent: clock.now(), counted: clock.now() + one.takes * one.countedAt });
        return answerAfter(clock, one.takes);
      });
    });
  }
  await clock.advance(6_000 + queries.length * 7_000);
  return sent;
}

describe('the query limit', () => {
  test('never more than five in any two seconds, whatever is asked in whatever order and however slowly it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(query, { maxLength: 40, size: 'max' }), async (queries) => {
        const counted = (await play(queries)).map((one) => one.counted).sort((one, other) => one - other);
        for (const [index, at] of counted.entries()) {
          const sixth = counted[index + queriesAtOnce];
          if (sixth !== undefined) expect(sixth - at).toBeGreaterThanOrEqual(documentedWindow);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('every query is sent in the end, and those of the same urgency in the order they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(query, { maxLength: 25, size: 'max' }), async (queries) => {
        const sent = await play(queries);
        expect(sent).toHaveLength(queries.length);
        for (const kind of ['ring', 'now', 'soon', 'spare']) {
          const moments = sent.filter((one) => one.query.urgency === kind).map((one) => one.query.at);
          expect(moments).toEqual([...moments].sort((one, other) => one - other));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('with nothing waiting, a query goes at once', () => {
    const limiter = createQueryLimiter(createHandClock(), queryWindow);
    let asked = false;
    void limiter.run('spare', undefined, () => {
      asked = true;
      return Promise.resolve();
    });
    expect(asked).toBe(true);
  });

  test.each([
    ['what finds a ring', ['spare', 'now', 'ring']],
    ['what a listen waits for', ['spare', 'soon', 'now']],
  ] as const)('%s goes before everything that came earlier', async (_what, kinds) => {
    const clock = createHandClock();
    const limiter = createQueryLimiter(clock, queryWindow);
    const order: string[] = [];
    const ask = (what: string) => () => {
      order.push(what);
      return Promise.resolve();
    };
    for (let count = 1; count <= 5; count += 1) void limiter.run('ring', undefined, ask('first'));
    for (const kind of kinds) void limiter.run(kind, undefined, ask(kind));
    await clock.advance(10_000);
    expect(order.slice(5)).toEqual([...kinds].reverse());
  });

  test.each([
    ['spare', 4],
    ['soon', 3],
    ['now', 2],
    ['ring', 0],
  ] as const)('%s leaves %i places free for those in more of a hurry', (kind, free) => {
    expect(nextUrgency(free, (one) => one === kind)).toBeNull();
    expect(nextUrgency(free + 1, (one) => one === kind)).toBe(kind);
  });

  test('two queries that find a ring go at once, however much the roster and a listen ask', () => {
    const limiter = createQueryLimiter(createHandClock(), queryWindow);
    const sent: Urgency[] = [];
    for (const kind of ['spare', 'soon', 'now', 'now', 'now', 'spare', 'ring', 'ring'] as const) {
      void limiter.run(kind, undefined, () => {
        sent.push(kind);
        return Promise.resolve();
      });
    }
    expect(sent.filter((kind) => kind === 'ring')).toHaveLength(2);
  });

  test('nobody waits for ever behind the more urgent who keep coming', async () => {
    const clock = createHandClock();
    const limiter = createQueryLimiter(clock, queryWindow);
    let sent = false;
    for (let count = 0; count < 200; count += 1) {
      clock.after(count * 100, () => void limiter.run('soon', undefined, () => Promise.resolve()));
    }
    clock.after(1_000, () => {
      void limiter.run('spare', undefined, () => {
        sent = true;
        return Promise.resolve();
      });
    });
    await clock.advance(1_000 + 4 * queryWindow);
    expect(sent).toBe(true);
  });

  test('a query given up while it waits is never sent, and takes nobody’s place', async () => {
    const clock = createHandClock();
    const limiter = createQueryLimiter(clock, queryWindow);
    for (let count = 1; count <= 5; count += 1) void limiter.run('ring', undefined, () => Promise.resolve());
    const abort = new AbortController();
    let sent = false;
    const answer = limiter.run('now', abort.signal, () => {
      sent = true;
      return Promise.resolve();
    });
    abort.abort();
    expect(await answer).toBe('aborted');
    await clock.advance(10_000);
    expect(sent).toBe(false);
  });

  test('a query that throws gives its place back', async () => {
    const clock = createHandClock();
    const limiter = createQueryLimiter(clock, queryWindow);
    const failing = Array.from({ length: 5 }, () => limiter.run('ring', undefined, () => Promise.reject(new Error('broken'))));
    await Promise.allSettled(failing);
    const next = limiter.run('now', undefined, () => Promise.resolve('asked'));
    await clock.advance(3_000);
    expect(await next).toBe('asked');
  });

  test.each([
    ['agentgroup/291/onlineagentonvdn', true],
    ['agentgroup/291/agentbyworkno/20011', true],
    ['agentgroup/291/agentongroupex?groupid=7', true],
    ['calldata/291/callinfo', true],
    ['queuedevice/291/anything', true],
    ['onlineagent/291/agentstatus', true],
    ['onlineagent/291/updateGuid', true],
    ['onlineagent/291/syncagentinfo', true],
    ['onlineagent/291', false],
    ['onlineagent/291/sayfree', false],
    ['agentevent/291', false],
    ['qualitycontrol/291/addsupervise/20011', false],
  ])('%s is limited: %s', (path, limited) => {
    expect(isLimited(path)).toBe(limited);
  });
});
