import { describe, expect, test } from 'vitest';
import type { ListenState } from './facts.ts';
import { lostWithSession } from './lostWithSession.ts';
import { advance, type ListenInput } from './listenMachine.ts';

const agent = { workNo: '20001', name: 'Li Wei' };
const heard: readonly ListenInput[] = [
  { kind: 'asked', agent },
  { kind: 'requestAnswered', failure: null },
  { kind: 'ownCall', state: 'talking' },
];

function after(...inputs: readonly ListenInput[]): ListenState {
  return inputs.reduce<ListenState>((state, input) => advance(state, input, 1_000).state, { kind: 'idle' });
}

const soon = { sameInspector: true, now: 30_000 };

describe('what was heard when the session was lost', () => {
  test('may be heard yet by the same inspector who signs in again', () => {
    expect(lostWithSession(after(...heard, { kind: 'sessionEnded' }), soon)).toEqual({ workNo: '20001', heard: true });
  });

  test.each<[string, ListenState, typeof soon]>([
    ['another inspector', after(...heard, { kind: 'sessionEnded' }), { ...soon, sameInspector: false }],
    ['who comes back after minutes', after(...heard, { kind: 'sessionEnded' }), { ...soon, now: 200_000 }],
    ['who heard nothing yet', after(...heard.slice(0, 2), { kind: 'sessionEnded' }), soon],
    ['who had asked to stop', after(...heard, { kind: 'stopAsked' }, { kind: 'sessionEnded' }), soon],
    ['who listens to nobody', { kind: 'idle' }, soon],
  ])('is nothing to %s', (_who, state, when) => {
    expect(lostWithSession(state, when)).toBeNull();
  });
});
