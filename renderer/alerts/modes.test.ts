import { describe, expect, test } from 'vitest';
import { announcement } from './announcement.ts';
import { pageSignal } from './pageSignal.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { freshState, inspectionIn, listening } from '../../test/support/state.ts';

const en = catalogues.en;

describe('spoken, and in the title', () => {
  const state = { ...freshState, listen: listening };

  test('each change of who hears the inspector', () => {
    const { calm } = announcement({ ...state, inspection: inspectionIn(['whisper']) }, en, String);
    expect(calm).toContain('Whispering to Li Wei (20001). The agent hears you. The customer does not.');
  });

  test('at once, over anything else, that they may be heard', () => {
    const { urgent } = announcement({ ...state, inspection: inspectionIn(['listen', 'whisper']) }, en, String);
    expect(urgent).toContain('The agent may hear you.');
  });

  test('stands in the title, with a picture that is not the one of a listen', () => {
    const signal = pageSignal({ ...state, inspection: inspectionIn(['insert']) }, true, en);
    expect(signal.title).toContain('Inserted in the call of');
    expect(signal.mark).toBe('heard');
  });
});
