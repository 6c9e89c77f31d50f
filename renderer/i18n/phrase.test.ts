import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { en } from './en/en.ts';
import { fillPhrase, phraseParts } from './phrase.ts';

describe('the catalogue', () => {
  it('has a word of its own for every state', () => {
    expect(new Set(agentStates.map((each) => en.states[each])).size).toBe(agentStates.length);
  });

  it('cuts phrases at their places and fills them', () => {
    expect(phraseParts('Listening to {name} ({workNo})')).toEqual([
      { text: 'Listening to ' },
      { place: 'name' },
      { text: ' (' },
      { place: 'workNo' },
      { text: ')' },
    ]);
    expect(fillPhrase('{a} and {b}', { a: '{b}' })).toBe('{b} and ');
  });
});
