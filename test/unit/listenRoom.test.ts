import { expect, test } from 'vitest';
import type { AgentState } from '../../contract/agentState.ts';
import type { GatewayAnswer } from '../../main/gateway/answer.ts';
import type { GatewayRequest, Reply } from '../../main/gateway/link.ts';
import { addSupervise, stopSuperviseOrInsert } from '../../main/gateway/qualitycontrol.ts';
import { createListen } from '../../main/listen/listen.ts';
import { listenTimings } from '../../main/listen/machine.ts';
import { createHandClock } from '../support/handClock.ts';
import { silentLog } from '../support/silentLog.ts';

const agent = { workNo: '20011', name: 'Li Wei' };

/** A listen room before a gateway that does not say the phase of a call, and whose answers the test gives. */
function stage() {
  const clock = createHandClock();
  const states: ((state: AgentState) => void)[] = [];
  const requests: ((reply: Reply<GatewayAnswer>) => void)[] = [];
  const send = ({ method }: GatewayRequest): Promise<Reply<GatewayAnswer>> => {
    if (method === 'GET') return Promise.resolve({ ok: true, value: { retcode: '0', result: { status: 7 }, event: null } });
    return new Promise((resolve) => {
      requests.push(resolve);
    });
  };
  const live = {
    link: { agentId: '291', send },
    askOwnState: () =>
      new Promise<Reply<AgentState>>((resolve) => {
        states.push((state) => {
          resolve({ ok: true, value: state });
        });
      }),
  };
  const room = createListen({
    clock,
    log: silentLog,
    timings: listenTimings,
    live: () => live,
    beforeRequest: () => Promise.resolve(null),
    begin: addSupervise,
    end: stopSuperviseOrInsert,
    onChange: () => undefined,
  });
  return {
    room,
    wait: (milliseconds: number) => clock.advance(milliseconds),
    /** Answers all questions for the own state that are open. */
    async ownState(state: AgentState): Promise<void> {
      for (const answer of states.splice(0)) answer(state);
      await clock.advance(0);
    },
    async requestAnswered(reply: Reply<GatewayAnswer>): Promise<void> {
      requests.shift()?.(reply);
      await clock.advance(0);
    },
  };
}

test('a listen that was taken up is over when the gateway says so, although an event came while it was asked', async () => {
  for (const heard of [false, true]) {
    const { room, wait, ownState } = stage();
    room.takeUp({ workNo: agent.workNo, heard });
    room.onEvent({ type: 'AgentState_Ready' });
    await ownState('idle');
    await wait(listenTimings.settle);
    await ownState('idle');
    expect(room.shown()).toMatchObject({ kind: 'ended', outcome: heard ? 'endedByOtherSide' : 'endedUnseen' });
  }
});

test('a listen whose request got no answer is settled, although a pick-up was told of while the own state was asked', async () => {
  const { room, wait, ownState, requestAnswered } = stage();
  room.listen(agent);
  await wait(0);
  // The gateway does not say the phase: of that, events alone tell.
  await wait(listenTimings.call);
  await requestAnswered({ ok: false, failure: { kind: 'timeout' } });
  room.onEvent({ type: 'AgentOther_PhoneOffhook' });
  await ownState('occupied');
  await wait(listenTimings.settle);
  await ownState('occupied');
  expect(room.shown().kind).toBe('listening');
});
