import { describe, expect, it } from 'vitest';
import { chipStates } from './chipStates.ts';

describe('the chips', () => {
  it('are those that are usual, present or chosen, in one order', () => {
    expect(chipStates(new Map([['study', 1]]), ['signedOut'])).toEqual([
      'talking',
      'answering',
      'occupied',
      'preoccupied',
      'idle',
      'wrapUp',
      'busy',
      'rest',
      'study',
      'signedOut',
    ]);
  });
});
