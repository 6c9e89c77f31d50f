import { describe, expect, test } from 'vitest';
import { modes, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import { announcement } from '../../renderer/alerts/announcement.ts';
import { pageSignal } from '../../renderer/alerts/pageSignal.ts';
import { catalogues } from '../../renderer/i18n/catalogues.ts';
import { heardLook } from '../../renderer/listen/heardLook.ts';
import { listenWords } from '../../renderer/listen/listenWords.ts';
import { offeredModes } from '../../renderer/listen/offeredModes.ts';
import { freshSettings } from '../support/settings.ts';
import { freshState } from '../support/state.ts';

const agent = { workNo: '20001', name: 'Li Wei' };
const up: Listen = { kind: 'listening', agent, since: 1, problem: null };
const inspection = (possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection => ({
  possible,
  asking: null,
  problem: null,
  ...more,
});
const en = catalogues.en;
const allowed = { ...freshSettings.values, interceptAllowed: true };
const noneMissing = freshState.noRight;

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

describe('what is offered', () => {
  const offered = (possible: readonly Mode[], settings = allowed, noRight = noneMissing) =>
    offeredModes(inspection(possible), settings, noRight).map(({ mode, how }) => `${mode} ${how}`);

  test('is every way that is allowed, the present one marked', () => {
    expect(offered(['whisper'])).toEqual(['listen can', 'whisper is', 'insert can', 'call can']);
  });

  test('has none marked while it is not known', () => {
    expect(offered(['listen', 'whisper'])).toEqual(['listen can', 'whisper can', 'insert can', 'call can']);
  });

  test('has nothing of what is forbidden, but the way back to listening wherever somebody may hear the inspector', () => {
    const nothing = { ...allowed, whisperAllowed: false, insertAllowed: false, interceptAllowed: false };
    expect(offered(['listen'], nothing)).toEqual([]);
    expect(offered(['listen', 'whisper'], nothing)).toEqual(['listen can']);
  });

  test('has what was refused for lack of a right with that', () => {
    expect(offered(['listen'], allowed, { ...noneMissing, whisper: true })).toContain('whisper noRight');
  });

  test('is no other way for who has the call', () => {
    expect(offered(['call'])).toEqual([]);
  });
});

describe('spoken, and in the title', () => {
  const state = { ...freshState, listen: up };

  test('each change of who hears the inspector', () => {
    const { calm } = announcement({ ...state, inspection: inspection(['whisper']) }, en, String);
    expect(calm).toContain('Whispering to Li Wei (20001). The agent hears you. The customer does not.');
  });

  test('at once, over anything else, that they may be heard', () => {
    const { urgent } = announcement({ ...state, inspection: inspection(['listen', 'whisper']) }, en, String);
    expect(urgent).toContain('The agent may hear you.');
  });

  test('stands in the title, with a picture that is not the one of a listen', () => {
    const signal = pageSignal({ ...state, inspection: inspection(['insert']) }, true, en);
    expect(signal.title).toContain('Inserted in the call of');
    expect(signal.mark).toBe('heard');
  });
});
