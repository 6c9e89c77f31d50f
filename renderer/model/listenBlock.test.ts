import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import type { AppState } from '../../contract/state.ts';
import { blockFor, generalBlock } from './listenBlock.ts';
import { offersGoIdle } from '../shell/ownIdle.ts';
import { freshSettings } from '../../test/support/settings.ts';
import { signedInState as state } from '../../test/support/state.ts';

const agent = { workNo: '20011', name: 'Wang Fang' };
const step = { agent, since: 0 };

describe('why one cannot listen', () => {
  const own = (ownState: (typeof agentStates)[number]): AppState => ({
    ...state,
    session: {
      kind: 'signedIn',
      agentId: '1001',
      gateway: 'gateway',
      connection: { kind: 'live', lastContact: 0, problem: null },
      ownState,
    },
  });

  it('is said for every state of one’s own', () => {
    const blocks = agentStates.map((each) => [each, generalBlock(own(each), true), offersGoIdle(each)]);
    expect(blocks).toEqual([
      ['talking', 'ownCall', false],
      ['answering', 'ownCall', false],
      ['occupied', 'ownCall', false],
      ['preoccupied', 'ownCall', false],
      ['idle', null, false],
      ['wrapUp', 'notIdle', true],
      ['busy', 'notIdle', true],
      ['rest', 'notIdle', true],
      ['preRest', 'notIdle', true],
      ['study', 'notIdle', true],
      ['signedOut', 'notIdle', true],
      ['unknown', 'ownStateUnknown', true],
    ]);
  });

  it('names the nearest reason first', () => {
    expect(generalBlock(state, false)).toBe('unreachable');
    expect(generalBlock({ ...state, session: { kind: 'signedOut', problem: null } }, true)).toBe('offline');
    const values = { ...freshSettings.values, listenAllowed: false };
    expect(generalBlock({ ...own('talking'), settings: { ...freshSettings, values } }, true)).toBe('notAllowed');
    expect(generalBlock({ ...own('talking'), listen: { kind: 'calling', ...step, problem: null } }, true)).toBe('listenUnderWay');
    expect(blockFor({ workNo: '20001', state: 'signedOut', voice: null }, null, [])).toBe('agentSignedOut');
    expect(blockFor({ workNo: '20001', state: 'talking', voice: false }, null, [])).toBe('noVoice');
    expect(blockFor({ workNo: '20001', state: 'idle', voice: null }, null, [])).toBeNull();
    expect(blockFor({ workNo: '20001', state: 'talking', voice: false }, 'notIdle', [])).toBe('notIdle');
  });
});
