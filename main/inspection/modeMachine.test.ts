import { describe, expect, test } from 'vitest';
import { modeOf } from '../../contract/inspection.ts';
import type { Failure } from '../gateway/failure.ts';
import {
  advanceMode,
  beginLateAtMost,
  changeLateAtMost,
  mayAsk,
  noMode,
  possibleModes,
  shownMode,
  type ModeFacts,
  type ModeInput,
} from './modeMachine.ts';

const begins = (mode: 'listen' | 'whisper' | 'insert' = 'listen', workNo = '20001'): ModeInput => ({ kind: 'begins', workNo, mode });
const began = (mode: 'listen' | 'whisper' | 'insert' = 'listen', failure: Failure | null = null): ModeInput => ({
  kind: 'beginAnswered',
  mode,
  failure,
});
const accepted = began();
const asked = (to: 'listen' | 'whisper' | 'insert' | 'call'): ModeInput => ({ kind: 'asked', to });
const confirmed: ModeInput = { kind: 'answered', failure: null };
const lost: Failure = { kind: 'timeout' };
const lostAnswer: ModeInput = { kind: 'answered', failure: lost };
const refused = (retcode: string): ModeInput => ({ kind: 'answered', failure: { kind: 'refused', retcode } });
const gap: ModeInput = { kind: 'gap' };

/** What is known after inputs a second apart, and when the last of them was. */
function run(...inputs: readonly ModeInput[]): { readonly facts: ModeFacts; readonly now: number } {
  return inputs.reduce<{ facts: ModeFacts; now: number }>(
    ({ facts, now }, input) => ({ facts: advanceMode(facts, input, now + 1_000), now: now + 1_000 }),
    { facts: noMode, now: 0 },
  );
}

function shown(...inputs: readonly ModeInput[]): ReturnType<typeof shownMode> {
  return shownMode(run(...inputs).facts);
}

const modeAfter = (...inputs: readonly ModeInput[]): string => modeOf(shown(...inputs));

describe('the retcode alone moves the mode', () => {
  test.each(['listen', 'whisper', 'insert'] as const)('an inspection that was begun in %s is in it', (mode) => {
    expect(modeAfter(begins(mode), began(mode))).toBe(mode);
  });

  test('a change that is confirmed is what it is from then on', () => {
    expect(modeAfter(begins(), accepted, asked('whisper'), confirmed)).toBe('whisper');
    expect(modeAfter(begins(), accepted, asked('whisper'), confirmed, asked('insert'), confirmed)).toBe('insert');
    expect(modeAfter(begins('whisper'), began('whisper'), asked('listen'), confirmed)).toBe('listen');
    expect(modeAfter(begins(), accepted, asked('call'), confirmed)).toBe('call');
  });

  test('while its answer is awaited, both are possible, and nobody is told the old one for certain', () => {
    const { possible, asking } = shown(begins(), accepted, asked('whisper'));
    expect(possible).toEqual(['listen', 'whisper']);
    expect(asking?.to).toBe('whisper');
  });

  test.each(['900-002', '900-003', '900-005', '000-003'])('a change that was refused (%s) changed nothing, and says why', (retcode) => {
    const after = shown(begins(), accepted, asked('whisper'), refused(retcode));
    expect(modeOf(after)).toBe('listen');
    expect(after.problem?.code).toBe(retcode);
  });

  test('an answer that nobody awaits changes nothing', () => {
    expect(modeAfter(begins(), accepted, confirmed)).toBe('listen');
    expect(modeAfter(begins(), accepted, lostAnswer)).toBe('listen');
  });
});

describe('a lost answer', () => {
  test('leaves what it was and what was asked for', () => {
    const after = shown(begins(), accepted, asked('insert'), lostAnswer);
    expect(after.possible).toEqual(['listen', 'insert']);
    expect(after.problem?.code).toBe('no-answer');
  });

  test.each<Failure>([{ kind: 'connectionLost' }, { kind: 'timeout' }, { kind: 'invalidResponse', reason: 'web-page', status: 502 }])(
    '($kind) leaves it unknown',
    (failure) => {
      expect(modeAfter(begins(), accepted, asked('whisper'), { kind: 'answered', failure })).toBe('unknown');
    },
  );

  test('of a request that never left changes nothing', () => {
    const failure: Failure = { kind: 'unreachable', reason: 'connection-refused' };
    expect(modeAfter(begins(), accepted, asked('whisper'), { kind: 'answered', failure })).toBe('listen');
  });

  test('is settled by the same request, confirmed', () => {
    expect(modeAfter(begins(), accepted, asked('whisper'), lostAnswer, asked('whisper'), confirmed)).toBe('whisper');
  });

  test('is not settled by another one at once: the first may still be carried out', () => {
    const after = run(begins(), accepted, asked('whisper'), lostAnswer, asked('listen'), confirmed);
    expect(possibleModes(after.facts)).toEqual(['listen', 'whisper']);
    expect(shownMode(after.facts).problem?.code).toBe('mode-may-still-change');
  });

  test('is settled by another one that is confirmed when the first can be carried out no more', () => {
    const { facts, now } = run(begins(), accepted, asked('whisper'), lostAnswer, asked('listen'), confirmed);
    const later = now + changeLateAtMost;
    const again = advanceMode(advanceMode(facts, asked('listen'), later), confirmed, later + 1);
    expect(modeOf(shownMode(facts))).toBe('unknown');
    expect(modeOf(shownMode(again))).toBe('listen');
  });

  test('without another request stays unknown', () => {
    expect(modeAfter(begins(), accepted, asked('whisper'), lostAnswer)).toBe('unknown');
  });

  test('of the request that begins it leaves but one mode: it is that, or nothing', () => {
    expect(modeAfter(begins('whisper'), began('whisper', lost))).toBe('whisper');
  });

  test('of an earlier change may come to be true of the next listen to the same agent, and of no other', () => {
    const before = [begins(), accepted, asked('whisper')] as const;
    expect(modeAfter(...before, begins(), accepted)).toBe('unknown');
    expect(modeAfter(...before, begins('listen', '20002'), accepted)).toBe('listen');
  });
});

describe('a request that was given up and is carried out after all', () => {
  const begunLate = [begins('whisper', '20001'), began('whisper', lost)] as const;

  test('is in the mode that it asked for', () => {
    const other = began('listen', { kind: 'refused', retcode: '900-005' });
    expect(modeAfter(...begunLate, begins('listen', '20002'), other, { kind: 'isOf', workNo: '20001' })).toBe('whisper');
  });

  test('may be what a later one of the same agent turns out to be', () => {
    expect(modeAfter(...begunLate, begins())).toBe('unknown');
  });

  test('is refused from the moment on that a later one was accepted: the gateway takes one at a time', () => {
    expect(modeAfter(...begunLate, begins(), accepted)).toBe('listen');
  });

  test('is past after two minutes', () => {
    const { facts, now } = run(...begunLate);
    expect(modeOf(shownMode(advanceMode(facts, begins(), now + beginLateAtMost)))).toBe('listen');
  });

  test('of an agent of whom nothing is known is in no mode that is known', () => {
    expect(modeAfter(begins(), accepted, { kind: 'isOf', workNo: '20009' })).toBe('unknown');
  });
});

describe('a gap', () => {
  test('leaves it unknown once anything but listening was asked for', () => {
    expect(modeAfter(begins('whisper'), began('whisper'), gap)).toBe('unknown');
    expect(modeAfter(begins(), accepted, asked('insert'), confirmed, asked('listen'), confirmed, gap)).toBe('unknown');
    expect(modeAfter(begins(), accepted, asked('whisper'), refused('900-003'), gap)).toBe('unknown');
  });

  test('says why, and is settled by the next change that is confirmed', () => {
    expect(shown(begins('whisper'), began('whisper'), gap).problem?.code).toBe('mode-unknown');
    expect(modeAfter(begins('whisper'), began('whisper'), gap, asked('whisper'), confirmed)).toBe('whisper');
  });

  test('is none of a listen of which no request could open a microphone', () => {
    expect(modeAfter(begins(), accepted, gap)).toBe('listen');
  });

  test('that goes on tells nothing new', () => {
    const { facts, now } = run(begins('whisper'), began('whisper'), gap);
    expect(advanceMode(facts, gap, now + 1)).toBe(facts);
  });
});

describe('a stop', () => {
  test('that was taken, or may have been, leaves unknown how the inspector is in a call that goes on all the same', () => {
    expect(shown(begins('whisper'), began('whisper'), { kind: 'endAnswered', failure: null }).possible).toEqual(['listen', 'whisper']);
    expect(shown(begins('whisper'), began('whisper'), { kind: 'endAnswered', failure: lost }).possible).toEqual(['listen', 'whisper']);
  });

  test('that was refused changed nothing, and a listener stays one', () => {
    const failure: Failure = { kind: 'refused', retcode: '900-003' };
    expect(modeAfter(begins('whisper'), began('whisper'), { kind: 'endAnswered', failure })).toBe('whisper');
    expect(modeAfter(begins(), accepted, { kind: 'endAnswered', failure: null })).toBe('listen');
  });
});

test('after a restart, or a sign-in anew, during an inspection nobody can tell who hears the inspector', () => {
  const after = shown({ kind: 'takenUp', workNo: '20001' });
  expect(after.possible).toEqual(['listen', 'whisper', 'insert', 'call']);
  expect(after.problem?.code).toBe('mode-unknown');
  expect(modeAfter({ kind: 'takenUp', workNo: '20001' }, asked('listen'), confirmed)).toBe('listen');
});

describe('what may be asked for', () => {
  test('nothing while an answer is awaited, and nothing that is so already', () => {
    const under = run(begins(), accepted, asked('whisper'));
    expect(mayAsk(under.facts, 'insert')).toBe(false);
    const { facts } = run(begins('whisper'), began('whisper'));
    expect(mayAsk(facts, 'whisper')).toBe(false);
    expect(mayAsk(facts, 'listen')).toBe(true);
  });

  test('what may be so already, where it is not known', () => {
    const { facts } = run(begins('whisper'), began('whisper'), gap);
    expect((['listen', 'whisper', 'insert'] as const).map((mode) => mayAsk(facts, mode))).toEqual([true, true, true]);
  });

  test('nothing by who has the call', () => {
    const { facts } = run(begins(), accepted, asked('call'), confirmed);
    expect(mayAsk(facts, 'listen')).toBe(false);
  });
});
