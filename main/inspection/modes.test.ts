import { expect, test } from 'vitest';
import { modeOf } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import type { GatewayAnswer } from '../gateway/answer.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import { createModes } from './modes.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

const done: Reply<GatewayAnswer> = { ok: true, value: { retcode: '0', result: undefined, event: undefined } };
const noAnswer: Reply<GatewayAnswer> = { ok: false, failure: { kind: 'timeout' } };

/** Somebody whispers to an agent when contact is lost. */
async function whisperingWithoutContact() {
  const clock = createHandClock();
  let answer = done;
  const link: GatewayLink = { agentId: '291', send: () => Promise.resolve(answer) };
  const listen: Listen = { kind: 'listening', agent: { workNo: '20001', name: 'Li Wei' }, since: clock.now(), problem: null };
  const room = createModes({
    clock,
    log: silentLog,
    link: () => link,
    beforeChange: () => Promise.resolve(null),
    onNews: () => undefined,
    onChange: () => undefined,
  });
  room.begins('20001', 'whisper');
  room.onListen(listen);
  await room.begin(link, '20001');
  room.follow(true);
  await clock.advance(60_000);
  room.follow(false);
  const mode = (): string => {
    const shown = room.shown();
    return shown === null ? 'none' : modeOf(shown);
  };
  return { room, clock, mode, answers: (reply: Reply<GatewayAnswer>) => (answer = reply) };
}

test('what the gateway confirms before anything else tells that the link is back is the mode', async () => {
  const { room, clock, mode } = await whisperingWithoutContact();
  expect(mode()).toBe('unknown');
  room.change('listen');
  await clock.advance(0);
  room.follow(false);
  expect(mode()).toBe('listen');
});

test('what was confirmed once is unknown again when contact stays away', async () => {
  const { room, clock, mode } = await whisperingWithoutContact();
  room.change('listen');
  await clock.advance(15_001);
  room.follow(false);
  expect(mode()).toBe('unknown');
});

test('what was confirmed a moment before contact was lost is unknown', async () => {
  const { room, clock, mode } = await whisperingWithoutContact();
  room.follow(true);
  room.change('listen');
  await clock.advance(0);
  expect(mode()).toBe('listen');
  await clock.advance(1);
  room.follow(false);
  expect(mode()).toBe('unknown');
});

test('a change without an answer confirms nothing', async () => {
  const { room, clock, mode, answers } = await whisperingWithoutContact();
  answers(noAnswer);
  room.change('listen');
  await clock.advance(0);
  room.follow(false);
  expect(mode()).toBe('unknown');
});
