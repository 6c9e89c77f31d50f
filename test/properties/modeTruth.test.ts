import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modes, type Mode } from '../../contract/inspection.ts';
import type { Failure } from '../../main/gateway/failure.ts';
import {
  advanceMode,
  changeLateAtMost,
  mayAsk,
  noMode,
  possibleModes,
  type ModeFacts,
  type ModeInput,
} from '../../main/inspection/modeMachine.ts';

/** A click, what the gateway makes of its request, and how long until the next thing. */
interface Act {
  readonly do: 'change' | 'gap' | 'wait';
  readonly to: Mode;
  /** `late`: no answer, and carried out so long after it was given up. */
  readonly gateway: 'confirms' | 'refuses' | 'losesAnswer' | 'losesRequest' | 'late';
  readonly late: number;
  readonly pause: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('change', 'change', 'change', 'gap', 'wait'),
  to: fc.constantFrom<Mode>('listen', 'whisper', 'insert'),
  gateway: fc.constantFrom('confirms', 'confirms', 'refuses', 'losesAnswer', 'losesRequest', 'late'),
  late: fc.integer({ min: 0, max: changeLateAtMost - 1 }),
  pause: fc.integer({ min: 0, max: 40_000 }),
});

const answerTo: Record<Act['gateway'], Failure | null> = {
  confirms: null,
  refuses: { kind: 'refused', retcode: '900-003' },
  losesAnswer: { kind: 'connectionLost' },
  losesRequest: { kind: 'timeout' },
  late: { kind: 'timeout' },
};

test('whatever gets lost, comes late or is refused: what the gateway has is among what is said to be possible', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('listen' as const, 'whisper' as const, 'insert' as const),
      fc.array(act, { maxLength: 30 }),
      (begun, acts) => {
        let facts: ModeFacts = noMode;
        let now = 0;
        let truth: Mode = begun;
        let held: readonly { readonly at: number; readonly to: Mode }[] = [];
        let sent = 0;
        let clicks = 0;
        const take = (input: ModeInput): void => {
          facts = advanceMode(facts, input, now);
        };
        const passes = (milliseconds: number): void => {
          const until = now + milliseconds;
          for (const { at, to } of held.filter((request) => request.at <= until).toSorted((one, other) => one.at - other.at)) {
            now = at;
            truth = to;
            expect(possibleModes(facts)).toContain(truth);
          }
          held = held.filter(({ at }) => at > until);
          now = until;
          expect(possibleModes(facts)).toContain(truth);
        };
        take({ kind: 'begins', workNo: '20001', mode: begun });
        take({ kind: 'beginAnswered', mode: begun, failure: null });
        for (const { do: what, to, gateway, late, pause } of acts) {
          if (what === 'gap') take({ kind: 'gap' });
          if (what === 'change') {
            clicks += 1;
            if (mayAsk(facts, to)) {
              sent += 1;
              take({ kind: 'asked', to });
              passes(pause / 10);
              if (gateway === 'confirms' || gateway === 'losesAnswer') truth = to;
              expect(possibleModes(facts)).toContain(truth);
              if (gateway === 'late') held = [...held, { at: now + late, to }];
              take({ kind: 'answered', failure: answerTo[gateway] });
            }
          }
          passes(pause);
        }
        expect(sent).toBeLessThanOrEqual(clicks);
      },
    ),
    { numRuns: 500 },
  );
});

const input: fc.Arbitrary<ModeInput> = fc.oneof(
  fc.record({
    kind: fc.constant('begins' as const),
    workNo: fc.constantFrom('20001', '20002'),
    mode: fc.constantFrom('listen' as const, 'whisper' as const, 'insert' as const),
  }),
  fc.record({
    kind: fc.constant('beginAnswered' as const),
    mode: fc.constantFrom('listen' as const, 'whisper' as const),
    failure: fc.constantFrom(...Object.values(answerTo)),
  }),
  fc.record({ kind: fc.constant('takenUp' as const), workNo: fc.constantFrom('20001', '20002') }),
  fc.record({ kind: fc.constant('isOf' as const), workNo: fc.constantFrom('20001', '20002') }),
  fc.record({ kind: fc.constant('asked' as const), to: fc.constantFrom(...modes) }),
  fc.record({ kind: fc.constant('answered' as const), failure: fc.constantFrom(...Object.values(answerTo)) }),
  fc.record({ kind: fc.constant('endAnswered' as const), failure: fc.constantFrom(...Object.values(answerTo)) }),
  fc.constant({ kind: 'gap' as const }),
);

test('whatever comes in whatever order, something is possible, in the order of the modes, and what is asked for is among it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(input, fc.integer({ min: 0, max: 90_000 })), { maxLength: 40 }), (inputs) => {
      let facts: ModeFacts = noMode;
      let now = 0;
      for (const [next, pause] of inputs) {
        now += pause;
        facts = advanceMode(facts, next, now);
        const possible = possibleModes(facts);
        expect(possible.length).toBeGreaterThan(0);
        expect(possible).toEqual(modes.filter((mode) => possible.includes(mode)));
        if (facts.asking !== null) expect(possible).toContain(facts.asking.to);
      }
    }),
    { numRuns: 300 },
  );
});
