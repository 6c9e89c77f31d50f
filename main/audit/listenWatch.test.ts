import { describe, expect, test } from 'vitest';
import type { Listen } from '../../contract/state.ts';
import { auditOf } from './listenWatch.ts';

const who = { inspector: '291', gateway: 'gw.example:8043' };
const agent = { workNo: '20001', name: 'Li Wei 13800138000' };
const idle: Listen = { kind: 'idle' };
const requesting: Listen = { kind: 'requesting', agent, since: 1 };
const listening: Listen = { kind: 'listening', agent, since: 2, problem: null };
const unknown: Listen = { kind: 'outcomeUnknown', agent, since: 1, problem: { code: 'no-answer', meaning: 'no-answer' } };
const ended = (outcome: Extract<Listen, { kind: 'ended' }>['outcome'], code = 'x', heardFor: number | null = null): Listen => ({
  kind: 'ended',
  agent,
  since: 3,
  outcome,
  problem: { code, meaning: 'not-now' },
  heardFor,
});

describe('what of a listen is written down', () => {
  test('its beginning: who, where, and which agent, by number', () => {
    expect(auditOf(idle, requesting, who)).toEqual({ kind: 'listenStarted', ...who, agent: '20001', how: 'asked' });
  });

  test('nothing of its steps', () => {
    expect(auditOf(requesting, listening, who)).toBeNull();
    expect(auditOf(listening, { kind: 'stopping', agent, since: 3 }, who)).toBeNull();
    expect(auditOf(ended('stopped'), idle, who)).toBeNull();
  });

  test('its end: what came of it and how long it was heard', () => {
    expect(auditOf(listening, ended('stopped', 'x', 4_199.6), who)).toEqual({
      ...{ kind: 'listenEnded', inspector: '291', agent: '20001', outcome: 'stopped', code: 'stopped', heardFor: 4_200 },
    });
  });

  test('the gateway’s retcode, where it refused', () => {
    expect(auditOf(requesting, ended('refused', '100-002'), who)).toMatchObject({ outcome: 'refused', code: '100-002', heardFor: null });
  });

  test('an end that turned out to be another one', () => {
    expect(auditOf(ended('endedByOtherSide'), ended('hungUp'), who)).toMatchObject({ kind: 'listenCorrected', outcome: 'hungUp' });
    expect(auditOf(ended('hungUp'), ended('hungUp'), who)).toBeNull();
  });

  test('whether it was taken up after a restart, asked for anew, or begun when it had been given up', () => {
    expect(auditOf(idle, unknown, who)).toMatchObject({ kind: 'listenStarted', how: 'takenUp' });
    expect(auditOf(ended('stopped'), requesting, who)).toMatchObject({ kind: 'listenStarted', how: 'asked' });
    expect(auditOf(ended('notStarted'), { kind: 'ringing', agent, since: 3, problem: null }, who)).toMatchObject({ how: 'late' });
  });

  test('never a name', () => {
    expect(JSON.stringify([auditOf(idle, requesting, who), auditOf(listening, ended('stopped'), who)])).not.toContain('Li Wei');
  });
});

test('what it was asked to begin in stands in its beginning, where that is not listening', () => {
  expect(auditOf(idle, requesting, who, 'whisper')).toEqual({
    kind: 'listenStarted',
    ...who,
    agent: '20001',
    how: 'asked',
    mode: 'whisper',
  });
  expect(auditOf(idle, requesting, who, 'listen')).not.toHaveProperty('mode');
});

test('that a standing listen came to it stands in its beginning, and in no listen that was taken up or came late', () => {
  expect(auditOf(idle, requesting, who, 'listen', true)).toEqual({
    kind: 'listenStarted',
    ...who,
    agent: '20001',
    how: 'asked',
    of: 'standing',
  });
  expect(auditOf(idle, requesting, who)).not.toHaveProperty('of');
  expect(auditOf(idle, { kind: 'ringing', agent, since: 3, problem: null }, who, 'listen', true)).not.toHaveProperty('of');
});
