import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineFaults } from './faults.ts';
import { noFaults } from './faults.ts';
import { createLine } from './line.ts';
import { seededRandom } from '../random.ts';
import { createHandClock, mondayAtEight } from '../../test/support/handClock.ts';

interface Out {
  readonly at: number;
  readonly what: string;
}

/** A line whose end notes what comes out and when; it can be full. */
function lineWith(faults: Partial<LineFaults>, seed = 1, isFull: () => boolean = () => false) {
  const clock = createHandClock(mondayAtEight);
  const start = clock.now();
  const out: Out[] = [];
  let rooms = 0;
  const note = (what: string): void => {
    out.push({ at: Math.round(clock.now() - start), what });
  };
  const line = createLine({
    clock,
    random: seededRandom(seed, 0),
    faults: { ...noFaults.toServer, ...faults },
    end: {
      write: (bytes) => {
        note(bytes.toString('latin1'));
        return !isFull();
      },
      end: note,
      cut: () => {
        note('cut');
      },
      hasRoom: () => {
        rooms += 1;
      },
    },
  });
  return { line, clock, out, rooms: () => rooms };
}

const anyFaults = fc.record({
  latencyMs: fc.integer({ min: 0, max: 2_000 }),
  jitterMs: fc.integer({ min: 0, max: 2_000 }),
  bandwidthBytesPerSecond: fc.option(fc.integer({ min: 10, max: 1_000_000 })),
  slowDrip: fc.option(fc.record({ bytes: fc.integer({ min: 1, max: 100 }), everyMs: fc.integer({ min: 1, max: 100 }) })),
});

const anyStep = fc.oneof(
  { weight: 5, arbitrary: fc.record({ push: fc.string({ maxLength: 300 }) }) },
  { weight: 2, arbitrary: fc.record({ change: anyFaults }) },
  { weight: 2, arbitrary: fc.record({ advance: fc.integer({ min: 0, max: 3_000 }) }) },
  { weight: 1, arbitrary: fc.record({ up: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ resume: true as const }) },
);

test('whatever latency, jitter, bandwidth and drip, also when they change and the end is full at times, the bytes come out the same', () => {
  fc.assert(
    fc.property(anyFaults, fc.array(anyStep, { maxLength: 40 }), fc.integer(), (faults, steps, seed) => {
      const chance = seededRandom(seed, 1);
      const { line, clock, out } = lineWith(faults, seed, () => chance.fraction() < 0.05);
      let sent = '';
      for (const step of steps) {
        if ('push' in step) {
          const bytes = Buffer.from(step.push);
          sent += bytes.toString('latin1');
          line.push(bytes);
        } else if ('change' in step) line.change({ ...noFaults.toServer, ...step.change });
        else if ('advance' in step) clock.jump(step.advance);
        else if ('up' in step) line.setUp(step.up);
        else line.resume();
      }
      line.finish('finished');
      line.setUp(true);
      line.change(noFaults.toServer);
      for (let left = 10_000; left > 0 && !line.isOver(); left -= 1) {
        line.resume();
        clock.jump(1_000);
      }
      expect(out.map(({ what }) => what).join('')).toBe(`${sent}finished`);
      expect(clock.timers()).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('latency delays the bytes and the end', () => {
  const { line, clock, out } = lineWith({ latencyMs: 200 });
  line.push(Buffer.from('one'));
  clock.jump(150);
  line.push(Buffer.from('two'));
  line.finish('finished');
  clock.jump(1_000);
  expect(out).toEqual([
    { at: 200, what: 'one' },
    { at: 350, what: 'two' },
    { at: 350, what: 'finished' },
  ]);
});

test('bandwidth: a thousand bytes at a thousand a second take a second', () => {
  const { line, clock, out } = lineWith({ bandwidthBytesPerSecond: 1_000 });
  line.push(Buffer.alloc(1_000, 'x'));
  clock.jump(10_000);
  expect(out.map(({ what }) => what).join('')).toHaveLength(1_000);
  expect(out.at(-1)?.at).toBeGreaterThanOrEqual(900);
  expect(out.at(-1)?.at).toBeLessThanOrEqual(1_010);
});

test('slow drip lets so many bytes go, that often', () => {
  const { line, clock, out } = lineWith({ slowDrip: { bytes: 2, everyMs: 100 } });
  line.push(Buffer.from('abcde'));
  clock.jump(1_000);
  expect(out).toEqual([
    { at: 0, what: 'ab' },
    { at: 100, what: 'cd' },
    { at: 200, what: 'e' },
  ]);
});

test('a cut comes after exactly so many bytes, and nothing after it', () => {
  const { line, out } = lineWith({ cutAfterBytes: 5 });
  line.push(Buffer.from('abc'));
  line.push(Buffer.from('defg'));
  line.push(Buffer.from('h'));
  expect(out.map(({ what }) => what)).toEqual(['abc', 'de', 'cut']);
});

test('faults taken back let go at once what they held', () => {
  const { line, out } = lineWith({ latencyMs: 60_000 });
  line.push(Buffer.from('late'));
  line.finish('reset');
  line.change(noFaults.toServer);
  expect(out.map(({ what }) => what)).toEqual(['late', 'reset']);
});

test('a line holds a window’s worth, then its sender waits and is told when there is room', () => {
  const { line, clock, rooms } = lineWith({ latencyMs: 100 });
  line.push(Buffer.alloc(1_000_000));
  expect(line.isFull()).toBe(false);
  line.push(Buffer.alloc(100_000));
  expect(line.isFull()).toBe(true);
  clock.jump(100);
  expect(line.isFull()).toBe(false);
  expect(rooms()).toBe(1);
});

test('a closed line lets nothing out and leaves no timer', () => {
  const { line, clock, out } = lineWith({ latencyMs: 100 });
  line.push(Buffer.from('never'));
  line.close();
  line.finish('finished');
  clock.jump(1_000);
  expect(out).toEqual([]);
  expect(clock.timers()).toBe(0);
});
