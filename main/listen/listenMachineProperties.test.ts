import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listenSchema } from '../../contract/state.ts';
import type { Failure } from '../gateway/failure.ts';
import { shownListen, type ListenState } from './facts.ts';
import { advance, type ListenInput } from './listenMachine.ts';
import {
  asked,
  accepted,
  lost,
  stopAsked,
  stopAccepted,
  event,
  busy,
  alerting,
  offHook,
  ready,
  release,
  notReady,
  timer,
  ownState,
  ownCall,
  talking,
  stillRings,
  blind,
  watch,
  list,
  hears,
  run,
  requests,
} from '../../test/support/listenInputs.ts';

describe('whatever comes, in whatever order', () => {
  const failures: Failure[] = [
    { kind: 'timeout' },
    { kind: 'connectionLost' },
    { kind: 'aborted' },
    { kind: 'refused', retcode: '900-005' },
    { kind: 'unreachable', reason: 'no-route' },
    { kind: 'invalidResponse', reason: 'web-page', status: 200 },
  ];
  const input = fc.constantFrom<ListenInput[]>(
    asked,
    accepted,
    lost,
    stopAsked,
    stopAccepted,
    busy,
    alerting,
    offHook,
    talking,
    ready,
    release('agent'),
    release('platform'),
    notReady(2),
    notReady(3),
    notReady(7),
    ownState('idle'),
    ownState('occupied'),
    ownState('busy'),
    ownState(null),
    talking,
    stillRings,
    blind,
    ownCall('noAnswer'),
    ownCall('occupied'),
    ownCall('idle'),
    watch,
    list('answering'),
    list('idle', 'idle'),
    hears(true),
    hears(false),
    event('AgentOther_PhoneBusy'),
    event('AgentState_Work'),
    event('AgentOther_ShutdownService'),
    timer('ring'),
    timer('overdue'),
    timer('uncertain'),
    timer('stop'),
    timer('settle'),
    { kind: 'regained' },
    { kind: 'sessionEnded' },
    { kind: 'dismissed' },
    ...failures.flatMap((failure): ListenInput[] => [
      { kind: 'requestAnswered', failure },
      { kind: 'stopAnswered', failure },
    ]),
  );

  test('a listen that got as far as the phone is never shown as being asked for again', () => {
    // What may come before the answer to the request.
    const early = fc.constantFrom<ListenInput[]>(blind, alerting, offHook, talking, stillRings, busy, ready, release('agent'), hears(true));
    const isFurther = (state: ListenState): boolean => ['calling', 'ringing', 'listening'].includes(shownListen(state).kind);
    fc.assert(
      fc.property(fc.array(early, { maxLength: 10 }), fc.array(input, { maxLength: 10 }), (first, then) => {
        let state: ListenState = { kind: 'idle' };
        [asked, ...first, ...then].forEach((each, second) => {
          const before = state;
          ({ state } = advance(before, each, second * 1_000));
          if (isFurther(before)) expect(shownListen(state).kind).not.toBe('requesting');
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('the machine shows one step that fits the contract, and asks for a listen once for each click at most', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const result = run(...inputs);
        listenSchema.parse(result.shown);
        expect(requests(result)).toBeLessThanOrEqual(inputs.filter((each) => each.kind === 'asked').length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('"listening" is never shown unless the gateway took the request and the line is up', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        let state: ListenState = { kind: 'idle' };
        for (const [now, each] of inputs.entries()) {
          state = advance(state, each, now).state;
          if (shownListen(state).kind !== 'listening') continue;
          expect(state).toMatchObject({ kind: 'active', facts: { request: 'accepted' } });
          expect(state.kind === 'active' && state.facts.phone === 'offHook').toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a listen that is stopped is over in the end, if the gateway says idle', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        const rest = [
          stopAsked,
          accepted,
          stopAccepted,
          timer('stop'),
          ownState('idle'),
          ownState('idle'),
          stopAsked,
          stopAccepted,
          ownState('idle'),
        ];
        expect(['ended', 'idle']).toContain(run(...inputs, ...rest).shown.kind);
      }),
    );
  });
});
