import { describe, expect, it } from 'vitest';
import { listenOutcomes, type Listen } from '../../contract/state.ts';
import { announcement } from '../alerts/announcement.ts';
import { en } from '../i18n/en/en.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { timeOfDayText } from '../i18n/timeText.ts';
import { listenWords } from './listenWords.ts';
import { listenIsActive } from '../model/listenPhase.ts';
import { signedInState as state } from '../../test/support/state.ts';

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

describe('the words of a listen', () => {
  const said = (listen: Listen): string => {
    const { step: text, agent: who } = listenWords(listen, en);
    return fillPhrase(text, { name: who?.name ?? '', workNo: who?.workNo ?? '' });
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
