import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { listenOutcomes, type AppState, type Listen } from '../../contract/state.ts';
import { announcement } from '../../renderer/alerts/announcement.ts';
import { pageSignal } from '../../renderer/alerts/pageSignal.ts';
import { certificateWords } from '../../renderer/certificate/certificateWords.ts';
import { fingerprintGroups } from '../../renderer/certificate/fingerprintGroups.ts';
import { en } from '../../renderer/i18n/en/en.ts';
import { fillPhrase, phraseParts } from '../../renderer/i18n/phrase.ts';
import { timeOfDayText } from '../../renderer/i18n/timeText.ts';
import { listenWords } from '../../renderer/listen/listenWords.ts';
import { listenIsActive } from '../../renderer/model/listenPhase.ts';
import { blockFor, generalBlock } from '../../renderer/model/listenBlock.ts';
import { offersGoIdle } from '../../renderer/shell/ownIdle.ts';
import { missingFields } from '../../renderer/sign-in/formCheck.ts';
import { freshSettings } from '../support/settings.ts';
import { freshState } from '../support/state.ts';

const agent = { workNo: '20011', name: 'Wang Fang' };
const problem = { code: '900-005', meaning: '900-005' } as const;
const step = { agent, since: 0 };
const listens: readonly Listen[] = [
  { kind: 'idle' },
  { kind: 'requesting', ...step },
  { kind: 'calling', ...step, problem: null },
  { kind: 'ringing', ...step, problem: null },
  { kind: 'listening', ...step, problem: null },
  { kind: 'stopping', ...step },
  { kind: 'outcomeUnknown', ...step, problem },
  ...listenOutcomes.map((outcome): Listen => ({ kind: 'ended', ...step, outcome, problem: null, heardFor: null })),
];

const state: AppState = {
  ...freshState,
  session: {
    kind: 'signedIn',
    agentId: '1001',
    gateway: 'gateway',
    connection: { kind: 'live', lastContact: 0, problem: null },
    ownState: 'idle',
  },
};

describe('the catalogue', () => {
  it('has a word of its own for every state', () => {
    expect(new Set(agentStates.map((each) => en.states[each])).size).toBe(agentStates.length);
  });

  it('cuts phrases at their places and fills them', () => {
    expect(phraseParts('Listening to {name} ({workNo})')).toEqual([
      { text: 'Listening to ' },
      { place: 'name' },
      { text: ' (' },
      { place: 'workNo' },
      { text: ')' },
    ]);
    expect(fillPhrase('{a} and {b}', { a: '{b}' })).toBe('{b} and ');
  });
});

describe('the words of a listen', () => {
  const said = (listen: Listen): string => {
    const { step: text, agent: who } = listenWords(listen, en);
    return fillPhrase(text, who === null ? {} : { name: who.name, workNo: who.workNo });
  };

  it('go through exactly these', () => {
    expect(listens.slice(0, 6).map(said)).toEqual([
      'Not listening',
      'Asking the gateway to listen to Wang Fang (20011)',
      'Calling your phone',
      'Your phone is ringing',
      'Listening to Wang Fang (20011)',
      'Stopping',
    ]);
  });

  it('say who and what, at every step', () => {
    for (const listen of listens) {
      const words = listenWords(listen, en);
      const both = `${words.step} ${words.hint}`;
      if (listen.kind !== 'idle') expect(`${listen.kind}: ${both}`).toContain('{workNo}');
      expect(said(listen) === 'Not listening').toBe(!listenIsActive(listen));
    }
  });

  it('hold the ring once', () => {
    for (const listen of listens) {
      const { step: text, hint } = listenWords(listen, en);
      const rings = `${text} ${hint}`.split('Your phone is ringing').length - 1;
      expect(rings).toBe(listen.kind === 'ringing' ? 1 : 0);
    }
  });

  const timeOfDay = (at: number): string => timeOfDayText(at, en);

  it('are said aloud, a ring at once', () => {
    for (const listen of listens) {
      const { calm, urgent } = announcement({ ...state, listen }, en, timeOfDay);
      expect([listen.kind, calm === '', urgent === '']).toEqual([listen.kind, listen.kind === 'ringing', listen.kind !== 'ringing']);
    }
    expect(announcement({ ...state, phoneAlert: { kind: 'ringing', agent: null, since: 0 } }, en, timeOfDay).urgent).toBe(
      en.ring.notPending,
    );
  });

  it('are said aloud of a followed agent’s call, at once, and of the ring that was missed last', () => {
    const asking = announcement({ ...state, follow: { kind: 'asking', agent, since: 0, phase: 'talking' } }, en, timeOfDay);
    expect(asking.urgent).toBe('Wang Fang (20011) is talking now. Listen?');
    const calling = announcement({ ...state, follow: { kind: 'calling', agent, since: 0, phase: 'occupied' } }, en, timeOfDay);
    expect(calling.urgent).toBe('Wang Fang (20011) is on a call now. You follow this agent. Earshot is calling your phone.');
    const at = new Date(2026, 0, 5, 9, 5, 0).getTime();
    const rings = [
      { id: 'b', at, agent, times: 1 },
      { id: 'a', at: at - 60_000, agent: null, times: 1 },
    ];
    expect(announcement({ ...state, missedRings: rings }, en, timeOfDay).missed).toBe('Missed at 09:05:00: the ring for Wang Fang (20011)');
    expect(announcement(state, en, timeOfDay).missed).toBe('');
  });
});

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

describe('the certificate page', () => {
  const fingerprint = Array.from({ length: 32 }, (_, index) => index.toString(16).toUpperCase().padStart(2, '0')).join(':');

  it('groups a fingerprint without changing it', () => {
    const groups = fingerprintGroups(fingerprint);
    expect(groups).toHaveLength(8);
    expect(groups[0]).toBe('00:01:02:03:');
    expect(groups.join('')).toBe(fingerprint);
    expect(fingerprintGroups('').join('')).toBe('');
  });

  it.each(['unknown', 'forbidden', 'changed', 'notValid'] as const)('says for %s that nothing was sent', (kind) => {
    expect(certificateWords(kind, true, en).lead).toContain('Nothing was sent');
  });
});

describe('the sign-in form', () => {
  it('names what is missing in the order of its fields', () => {
    expect(missingFields({ gatewayAddress: ' ', agentId: '1', password: '', phoneNumber: '' })).toEqual([
      'gatewayAddress',
      'password',
      'phoneNumber',
    ]);
    expect(missingFields({ gatewayAddress: 'a', agentId: '1', password: ' ', phoneNumber: '2' })).toEqual([]);
  });
});
