import fc from 'fast-check';
import { expect, test } from 'vitest';
import { began, firstDay, stopped } from '../../test/support/trails.ts';
import type { WaitingEntry } from './entry.ts';
import { closedOff } from './leftOpen.ts';

const entry: fc.Arbitrary<WaitingEntry> = fc.record({
  time: fc.nat(1_000_000).map((after) => firstDay + after),
  body: fc.constantFrom(began, stopped, { kind: 'tornLineCut', file: 'x', bytes: 1 } as const),
});
const left = fc.record({
  open: fc.constantFrom(null, { inspector: '291', agent: '20007' }),
  lastTime: fc.constant(firstDay),
  unwritten: fc.array(entry),
});
const now = firstDay + 500_000;

test('whatever an earlier run left, no listen is open when the next begins, nor at the end', () => {
  fc.assert(
    fc.property(left, (behind) => {
      let open = behind.open !== null;
      for (const { body } of closedOff(behind, now)) {
        if (body.kind === 'listenStarted' && open) expect.fail('a listen begins while another is open');
        if (body.kind === 'listenStarted') open = true;
        if (body.kind === 'listenEnded') open = false;
      }
      expect(open).toBe(false);
    }),
  );
});

test('all that was not written is, in its order and with its time; what is added are ends that nobody knows', () => {
  fc.assert(
    fc.property(left, (behind) => {
      const closed = closedOff(behind, now);
      expect(closed.filter((each) => behind.unwritten.includes(each))).toEqual(behind.unwritten);
      const added = closed.filter((each) => !behind.unwritten.includes(each));
      expect(added.every(({ body }) => body.kind === 'listenEnded' && body.outcome === 'unknown' && body.heardFor === null)).toBe(true);
    }),
  );
});

test('an end is that of the listener and the agent whose listen it is, and not before what was before it', () => {
  const later = { time: now + 60_000, body: { ...began, agent: '20002' } };
  expect(closedOff({ open: { inspector: '292', agent: '20007' }, lastTime: firstDay, unwritten: [later] }, now)).toMatchObject([
    { time: later.time, body: { kind: 'listenEnded', inspector: '292', agent: '20007' } },
    later,
    { time: later.time, body: { kind: 'listenEnded', inspector: '291', agent: '20002' } },
  ]);
  expect(closedOff({ open: null, lastTime: firstDay, unwritten: [] }, now)).toEqual([]);
});
