import { describe, expect, test } from 'vitest';
import { ownStateNews } from './ownState.ts';

describe('the own state', () => {
  test('"Busy" is the platform’s word for a call, not for having shown busy', () => {
    expect(ownStateNews({ type: 'AgentState_Busy' })).toEqual({ kind: 'is', state: 'occupied' });
    expect(ownStateNews({ type: 'AgentState_SetNotReady_Success', reason: 0 })).toEqual({ kind: 'is', state: 'busy' });
  });

  test('the end of busy does not say what came after it, so it is asked for', () => {
    expect(ownStateNews({ type: 'AgentState_CancelNotReady_Success' })).toEqual({ kind: 'ask' });
  });

  test('the phone says nothing of the state', () => {
    expect(ownStateNews({ type: 'AgentOther_PhoneAlerting' })).toEqual({ kind: 'nothing' });
  });
});
