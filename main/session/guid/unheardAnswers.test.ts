import { expect, test } from 'vitest';
import type { GatewayAnswer } from '../../gateway/answer.ts';
import type { Reply } from '../../gateway/link.ts';
import { watchUnheard } from './unheardAnswers.ts';
import { createHandClock } from '../../../test/support/handClock.ts';

/** A watched link whose answer the test gives. */
function stage() {
  const clock = createHandClock();
  let answer: (reply: Reply<GatewayAnswer>) => void = () => undefined;
  let unheard = 0;
  const link = watchUnheard(
    {
      agentId: '291',
      send: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    },
    clock,
    () => {
      unheard += 1;
    },
  );
  return {
    clock,
    send: (name: string) => void link.send({ name, method: 'GET', path: name }),
    answer: async (reply: Reply<GatewayAnswer>) => {
      answer(reply);
      await clock.advance(0);
    },
    unheard: () => unheard,
  };
}

const told: Reply<GatewayAnswer> = { ok: true, value: { retcode: '0', result: null, event: null } };

test('an answer that does not come is told of again and again, until it comes', async () => {
  const { clock, send, answer, unheard } = stage();
  send('getAgentStatus');
  await clock.advance(1_000);
  expect(unheard()).toBe(0);
  await clock.advance(4_000);
  expect(unheard()).toBe(2);
  await answer(told);
  await clock.advance(10_000);
  expect(unheard()).toBe(2);
});

test('an answer that is lost is told of at once, and a refusal is not', async () => {
  const { send, answer, unheard } = stage();
  send('getAgentStatus');
  await answer({ ok: false, failure: { kind: 'connectionLost' } });
  expect(unheard()).toBe(1);
  send('getAgentStatus');
  await answer({ ok: false, failure: { kind: 'refused', retcode: '000-004' } });
  expect(unheard()).toBe(1);
});

test('a poll may be held, and the renewal is the remedy', async () => {
  const { clock, send, unheard } = stage();
  for (const name of ['getAgentEvent', 'updateGuid']) {
    send(name);
    await clock.advance(20_000);
  }
  expect(unheard()).toBe(0);
});
