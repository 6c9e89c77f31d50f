import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { en } from './en/en.ts';
import { fillPhrase, phrase, phraseParts } from './phrase.ts';

describe('the catalogue', () => {
  it('has a word of its own for every state', () => {
    expect(new Set(agentStates.map((each) => en.states[each])).size).toBe(agentStates.length);
  });

  it('cuts phrases at their places and fills them', () => {
    expect(phraseParts(phrase('Listening to {name} ({workNo})'))).toEqual([
      { text: 'Listening to ' },
      { place: 'name' },
      { text: ' (' },
      { place: 'workNo' },
      { text: ')' },
    ]);
    expect(fillPhrase(phrase('{a} and {b}'), { a: '{b}', b: 'c' })).toBe('{b} and c');
  });

  it('has the compiler refuse a phrase that is not filled, and one with a place that English does not have', () => {
    const listening = phrase('Listening to {name}');
    // @ts-expect-error: the place `name` is left empty
    expect(fillPhrase(listening, {})).toBe('Listening to ');
    // @ts-expect-error: English has no place `who`
    const chinese: typeof listening = phrase('正在监听{who}');
    expect(chinese).toBe('正在监听{who}');
  });
});
