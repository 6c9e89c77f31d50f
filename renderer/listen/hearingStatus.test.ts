import { describe, expect, test } from 'vitest';
import { modes } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { hearingStatus } from './hearingStatus.ts';
import { listenWords } from './listenWords.ts';
import { inspectionIn, listening } from '../../test/support/state.ts';

const en = catalogues.en;

describe('the bar', () => {
  test('has another look and other words for each way to be in a call', () => {
    const looks = modes.map((mode) => hearingStatus(listening, inspectionIn([mode])));
    expect(looks).toEqual([null, 'whisper', 'insert', 'call']);
    const said = modes.map((mode) => listenWords(listening, en, inspectionIn([mode])));
    expect(new Set(said.map(({ step }) => step)).size).toBe(modes.length);
  });

  test('says that the agent may hear the inspector where that is not known, and of the customer what is possible', () => {
    const agentOnly = listenWords(listening, en, inspectionIn(['listen', 'whisper']));
    const both = listenWords(listening, en, inspectionIn(['listen', 'insert']));
    expect(agentOnly.step).toBe('The agent may hear you');
    expect(agentOnly.hint).toContain('The customer does not hear you.');
    expect(both.hint).toContain('The customer may hear you, too.');
    expect(hearingStatus(listening, inspectionIn(['listen', 'whisper']))).toBe('mayBeHeard');
  });

  test('is calmer for the moment of a change, and says no less', () => {
    const asking = inspectionIn(['listen', 'whisper'], { asking: { to: 'whisper', since: 1 } });
    expect(hearingStatus(listening, asking)).toBe('asking');
    expect(listenWords(listening, en, asking).step).toBe('The agent may hear you');
  });

  test.each(['stopping', 'outcomeUnknown'] as const)('never says less than that while it is %s', (kind) => {
    const listen: Listen =
      kind === 'stopping'
        ? { kind, agent: listening.agent, since: 1 }
        : { kind, agent: listening.agent, since: 1, problem: { code: 'no-answer', meaning: 'no-answer' } };
    expect(hearingStatus(listen, inspectionIn(['whisper']))).toBe('mayBeHeard');
    expect(listenWords(listen, en, inspectionIn(['whisper'])).step).toMatch(/may (still )?hear you/);
    expect(hearingStatus(listen, inspectionIn(['listen']))).toBeNull();
  });
});
