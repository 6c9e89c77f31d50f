import { describe, expect, test } from 'vitest';
import type { Mode, ShownInspection } from '../../contract/inspection.ts';
import { offeredModes } from './offeredModes.ts';
import { freshSettings } from '../../test/support/settings.ts';
import { freshState } from '../../test/support/state.ts';

const inspection = (possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection => ({
  possible,
  asking: null,
  problem: null,
  ...more,
});
const allowed = { ...freshSettings.values, interceptAllowed: true };
const noneMissing = freshState.noRight;

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
