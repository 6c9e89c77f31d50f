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
  const service = createModes({
    clock,
    log: silentLog,
    link: () => link,
    beforeChange: () => Promise.resolve(null),
    onNews: () => undefined,
    onChange: () => undefined,
  });
  service.begins('20001', 'whisper');
  service.onListen(listen);
  await service.begin(link, '20001');
  service.follow(true);
  await clock.advance(60_000);
  service.follow(false);
  const mode = (): string => {
    const shown = service.shown();
    return shown === null ? 'none' : modeOf(shown);
  };
  return { service, clock, mode, answers: (reply: Reply<GatewayAnswer>) => (answer = reply) };
}

test('what the gateway confirms before anything else tells that the link is back is the mode', async () => {
  const { service, clock, mode } = await whisperingWithoutContact();
  expect(mode()).toBe('unknown');
  service.change('listen');
  await clock.advance(0);
  service.follow(false);
  expect(mode()).toBe('listen');
});

test('what was confirmed once is unknown again when contact stays away', async () => {
  const { service, clock, mode } = await whisperingWithoutContact();
  service.change('listen');
  await clock.advance(15_001);
  service.follow(false);
  expect(mode()).toBe('unknown');
});

test('what was confirmed a moment before contact was lost is unknown', async () => {
  const { service, clock, mode } = await whisperingWithoutContact();
  service.follow(true);
  service.change('listen');
  await clock.advance(0);
  expect(mode()).toBe('listen');
  await clock.advance(1);
  service.follow(false);
  expect(mode()).toBe('unknown');
});

test('a change without an answer confirms nothing', async () => {
  const { service, clock, mode, answers } = await whisperingWithoutContact();
  answers(noAnswer);
  service.change('listen');
  await clock.advance(0);
  service.follow(false);
  expect(mode()).toBe('unknown');
});
