import { isMainThread } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createTrailListens } from '../audit/trailListens.ts';
import { countListens } from './count.ts';
import { dayName, dueByNow, periodAt } from './plan.ts';
import { day, entriesOf, minute, trailOfHeard, wednesday, type Heard } from '../../test/support/worklistBench.ts';

/** Clocks go back and forth at midnight (Santiago), by half an hour (Lord Howe), not at all (Shanghai); Apia left a day out in 2011. */
const zones = ['UTC', 'Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Pacific/Apia'] as const;
const homeZone = process.env['TZ'];

afterEach(() => {
  setZone(homeZone);
});

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

const dates = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2031, 0, 1) });
const kinds = fc.constantFrom('week', 'month' as const);
const inZone = fc.constantFrom(...zones);

describe('weeks and months in local time', () => {
  test('follow each other without a gap, and each date is in its own', () => {
    fc.assert(
      fc.property(inZone, dates, kinds, (zone, date, every) => {
        setZone(zone);
        const period = periodAt(date, every);
        expect(period.from <= date && date < period.to).toBe(true);
        expect(periodAt(period.to, every).from).toBe(period.to);
        expect(periodAt(period.from - 1, every).to).toBe(period.from);
        expect(period.over).toBeGreaterThanOrEqual(0);
        expect(period.over).toBeLessThan(period.days);
      }),
    );
  });

  test('begin with the first moment of a Monday, or of a first day', () => {
    fc.assert(
      fc.property(inZone, dates, kinds, (zone, date, every) => {
        setZone(zone);
        const from = new Date(periodAt(date, every).from);
        expect(every === 'week' ? from.getDay() : from.getDate()).toBe(1);
        expect(dayName(from.getTime() - 1)).not.toBe(dayName(from.getTime()));
      }),
    );
  });

  test('have as many days as the calendar, though one of them has 23 or 25 hours', ({ skip }) => {
    skip(!isMainThread, 'a thread sets no time zone: its environment is a copy');
    setZone('Europe/Berlin');
    const march = periodAt(new Date(2026, 2, 29, 12).getTime(), 'month');
    expect(march).toMatchObject({ days: 31, over: 28 });
    expect(march.to - march.from).toBe(31 * day - 60 * minute);
    expect(periodAt(new Date(2026, 9, 25, 23).getTime(), 'week')).toMatchObject({ days: 7, over: 6 });
  });

  test('ask for no more by now than the days that are over', () => {
    const plan = { listens: 3, minutes: 3, every: 'week', groups: [], favourites: false } as const;
    const dueOn = (weekday: number): number => dueByNow(plan, periodAt(new Date(2026, 10, 22 + weekday, 12).getTime(), 'week'));
    expect([1, 2, 3, 4, 5, 6, 7].map(dueOn)).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });
});

const heard: fc.Arbitrary<Heard> = fc.record({
  agent: fc.constantFrom('20001', '20002', '20003'),
  at: fc.integer({ min: wednesday - 40 * day, max: wednesday + 40 * day }),
  heardFor: fc.option(fc.integer({ min: 0, max: 10 * minute })),
  inspector: fc.constantFrom('291', '292'),
  gateway: fc.constantFrom('gw:8043', 'elsewhere:8043'),
});
const own = { inspector: '291', gateways: new Set(['gw:8043']), least: 3 * minute } as const;

describe('listens', () => {
  test('count once each: over all weeks, as many as were long enough', () => {
    fc.assert(
      fc.property(inZone, fc.array(heard, { maxLength: 40 }), kinds, (zone, listens, every) => {
        setZone(zone);
        const { from, to } = { from: wednesday - 60 * day, to: wednesday + 60 * day };
        let done = 0;
        for (let period = periodAt(from, every); period.from < to; period = periodAt(period.to, every)) {
          const counts = countListens(trailOfHeard(listens).all(), { ...own, from: period.from, to: period.to });
          for (const count of counts.values()) done += count.done;
        }
        const fitting = listens.filter(
          (each) => each.inspector === '291' && each.gateway === 'gw:8043' && (each.heardFor ?? 0) >= own.least,
        );
        expect(done).toBe(fitting.length);
      }),
    );
  });

  test('count the same in whatever order the entries come, doubled or not: a clock set back changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(heard, { maxLength: 20 }).chain((listens) => {
          const entries = entriesOf(listens);
          return fc.record({
            listens: fc.constant(listens),
            shuffled: fc.shuffledSubarray([...entries, ...entries], { minLength: 2 * entries.length, maxLength: 2 * entries.length }),
          });
        }),
        ({ listens, shuffled }) => {
          const trail = createTrailListens();
          for (const entry of shuffled) trail.take(entry);
          const { from, to } = periodAt(wednesday, 'week');
          const sorted = (all: ReturnType<typeof countListens>) => [...all].sort(([one], [other]) => (one < other ? -1 : 1));
          expect(sorted(countListens(trail.all(), { ...own, from, to }))).toEqual(
            sorted(countListens(trailOfHeard(listens).all(), { ...own, from, to })),
          );
        },
      ),
    );
  });

  test('count by what was said of their end last', () => {
    const trail = trailOfHeard([{ agent: '20001', at: wednesday, heardFor: null }]);
    const [begun, ended] = entriesOf([{ agent: '20001', at: wednesday, heardFor: null }]);
    if (begun?.kind !== 'listenStarted' || ended?.kind !== 'listenEnded') throw new Error('no listen');
    trail.take({ ...ended, kind: 'listenCorrected', seq: 3, heardFor: 5 * minute });
    trail.take(ended);
    const { from, to } = periodAt(wednesday, 'week');
    expect(countListens(trail.all(), { ...own, from, to }).get('20001')).toMatchObject({ done: 1, heard: 5 * minute });
  });
});
