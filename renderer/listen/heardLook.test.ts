import { describe, expect, test } from 'vitest';
import { modes, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { heardLook } from './heardLook.ts';
import { listenWords } from './listenWords.ts';

const agent = { workNo: '20001', name: 'Li Wei' };
const up: Listen = { kind: 'listening', agent, since: 1, problem: null };
const inspection = (possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection => ({
  possible,
  asking: null,
  problem: null,
  ...more,
});
const en = catalogues.en;

describe('the bar', () => {
  test('has another look and other words for each way to be in a call', () => {
    const looks = modes.map((mode) => heardLook(up, inspection([mode])));
    expect(looks).toEqual([null, 'whisper', 'insert', 'call']);
    const said = modes.map((mode) => listenWords(up, en, inspection([mode])));
    expect(new Set(said.map(({ step }) => step)).size).toBe(modes.length);
  });

  test('says that the agent may hear the inspector where that is not known, and of the customer what is possible', () => {
    const agentOnly = listenWords(up, en, inspection(['listen', 'whisper']));
    const both = listenWords(up, en, inspection(['listen', 'insert']));
    expect(agentOnly.step).toBe('The agent may hear you');
    expect(agentOnly.hint).toContain('The customer does not hear you.');
    expect(both.hint).toContain('The customer may hear you, too.');
    expect(heardLook(up, inspection(['listen', 'whisper']))).toBe('mayBeHeard');
  });

  test('is calmer for the moment of a change, and says no less', () => {
    const asking = inspection(['listen', 'whisper'], { asking: { to: 'whisper', since: 1 } });
    expect(heardLook(up, asking)).toBe('asking');
    expect(listenWords(up, en, asking).step).toBe('The agent may hear you');
  });

  test.each(['stopping', 'outcomeUnknown'] as const)('never says less than that while it is %s', (kind) => {
    const listen: Listen =
      kind === 'stopping' ? { kind, agent, since: 1 } : { kind, agent, since: 1, problem: { code: 'no-answer', meaning: 'no-answer' } };
    expect(heardLook(listen, inspection(['whisper']))).toBe('mayBeHeard');
    expect(listenWords(listen, en, inspection(['whisper'])).step).toMatch(/may (still )?hear you/);
    expect(heardLook(listen, inspection(['listen']))).toBeNull();
  });
});
