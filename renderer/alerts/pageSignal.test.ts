import { describe, expect, it } from 'vitest';
import type { AppState } from '../../contract/state.ts';
import { pageSignal } from './pageSignal.ts';
import { en } from '../i18n/en/en.ts';
import { signedInState as state } from '../../test/support/state.ts';

const agent = { workNo: '20011', name: 'Wang Fang' };
const step = { agent, since: 0 };

describe('the page’s title and icon', () => {
  it('say a ring and a listen, and nothing that is not known', () => {
    const ringing: AppState = { ...state, phoneAlert: { kind: 'ringing', agent, since: 0 } };
    expect(pageSignal(state, true, en)).toEqual({ title: 'Earshot', mark: 'quiet' });
    expect(pageSignal(ringing, true, en)).toEqual({ title: 'Your phone is ringing · Earshot', mark: 'ringing' });
    expect(pageSignal(ringing, false, en).mark).toBe('quiet');
    const listening: AppState = { ...state, listen: { kind: 'listening', ...step, problem: null } };
    expect(pageSignal(listening, true, en).title).toBe('Listening to Wang Fang (20011) · Earshot');
    const arabic: AppState = { ...state, listen: { ...step, kind: 'listening', agent: { ...agent, name: 'محمد' }, problem: null } };
    expect(pageSignal(arabic, true, en).title).toBe('Listening to \u2068محمد\u2069 (20011) · Earshot');
  });
});
