import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Listen } from '../../contract/state.ts';
import { addSupervise, stopSuperviseOrInsert } from '../gateway/qualitycontrol.ts';
import { createListen } from './listen.ts';
import { listenTimings } from './listenMachine.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';
import { lyingGateway, type Lies, type Phase } from '../../test/support/lyingGateway.ts';
import { isWine } from '../../test/support/wine.ts';

const second = 1_000;

const pickedUpListen = fc.record({
  ring: fc.integer({ min: second, max: 20 * second }),
  talk: fc.integer({ min: 5 * second, max: 90 * second }),
  pause: fc.integer({ min: 5 * second, max: 60 * second }),
});

const lies: fc.Arbitrary<Lies> = fc.record({
  eventDelay: fc.constantFrom(0, 2 * second, 20 * second),
  eventsLost: fc.constantFrom(0, 0.4, 1),
  eventsTwice: fc.constantFrom(0, 0.4),
  answerDelay: fc.constantFrom(0, second, 3 * second),
  staleBy: fc.constantFrom(0, second, 3 * second),
  failing: fc.constantFrom(0, 0.3),
});

/** A listen that is taken for over is asked about for so long, at first (main/listen/watch.ts). */
const watchedAfterEnd = 10 * second;

/** So long an answer may be under way and old; then what was believed is asked about, called uncertain, and asked about again. */
const timeToAsk = ({ answerDelay, staleBy, failing }: Lies): number =>
  Math.max(listenTimings.talk, watchedAfterEnd) +
  3 * listenTimings.unsure +
  2 * (answerDelay + staleBy) +
  (failing === 0 ? 0 : 4 * listenTimings.unsure);

/** A call that nobody told of is waited for as long as a phone may ring; only then "not on a call" means that it is over. */
const unseenFor = (lying: Lies): number => listenTimings.ring + listenTimings.overdue + timeToAsk(lying);

/** "Listening" is bad to be believed wrongly: it is said no longer than a few seconds after the question that bore it out. */
const lapsesAfter = ({ staleBy }: Lies): number => listenTimings.lapse + staleBy;

function boundOf(said: Listen['kind'], phase: Phase): (lying: Lies) => number {
  if (phase !== 'over') return timeToAsk;
  if (said === 'listening') return lapsesAfter;
  return said === 'calling' ? unseenFor : timeToAsk;
}

/** What may be said while this is so. "Calling" and its like say nothing that could be untrue for long before a ring. */
const fits: Readonly<Record<Phase, readonly Listen['kind'][]>> = {
  quiet: ['idle', 'ended', 'requesting', 'calling', 'ringing', 'outcomeUnknown', 'stopping'],
  rings: ['requesting', 'ringing', 'outcomeUnknown', 'stopping'],
  talks: ['listening', 'outcomeUnknown', 'stopping'],
  over: ['idle', 'ended', 'outcomeUnknown', 'stopping'],
};

test('whatever order, delay, loss and doubling events and answers come in, nothing untrue is said for longer than asking takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pickedUpListen, { minLength: 1, maxLength: 3 }), lies, fc.integer(), async (listens, lying, seed) => {
      const clock = createHandClock();
      const gateway = lyingGateway(clock, lying, seed);
      const service = createListen({
        clock,
        log: silentLog,
        timings: listenTimings,
        live: () => gateway.live,
        beforeRequest: () => Promise.resolve(null),
        begin: addSupervise,
        end: stopSuperviseOrInsert,
        onChange: () => undefined,
      });
      gateway.onEvent(service.onEvent);
      let truthful = clock.now();
      let before: Phase = 'over';
      for (const [count, { ring, talk, pause }] of listens.entries()) {
        gateway.plan({ ring, talk });
        service.listen({ workNo: `2000${String(count)}`, name: 'Li Wei' });
        const until = clock.now() + ring + talk + pause;
        while (clock.now() < until) {
          await clock.advance(500);
          const phase = gateway.phase();
          const said = service.shown().kind;
          // What is true now is true from here on; another phase is another truth.
          if (fits[phase].includes(said) || phase !== before) truthful = clock.now();
          before = phase;
          expect(clock.now() - truthful, `"${said}", and it was "${phase}"`).toBeLessThanOrEqual(boundOf(said, phase)(lying));
        }
        service.stop();
        await clock.advance(60 * second);
      }
    }),
    // Nothing in it is Windows' own, and it takes three times as long there.
    { numRuns: isWine ? 50 : 200 },
  );
}, 120_000);
