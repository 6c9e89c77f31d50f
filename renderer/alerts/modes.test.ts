import { describe, expect, test } from 'vitest';
import type { Mode, ShownInspection } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import { announcement } from './announcement.ts';
import { pageSignal } from './pageSignal.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { freshState } from '../../test/support/state.ts';

const agent = { workNo: '20001', name: 'Li Wei' };
const up: Listen = { kind: 'listening', agent, since: 1, problem: null };
const inspection = (possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection => ({
  possible,
  asking: null,
  problem: null,
  ...more,
});
const en = catalogues.en;

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
