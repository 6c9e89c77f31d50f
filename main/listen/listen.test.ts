import { expect, test } from 'vitest';
import type { AgentState } from '../../contract/agentState.ts';
import type { GatewayAnswer } from '../gateway/answer.ts';
import type { GatewayRequest, Reply } from '../gateway/link.ts';
import { addSupervise, stopSuperviseOrInsert } from '../gateway/qualitycontrol.ts';
import { createListen } from './listen.ts';
import { listenTimings } from './listenMachine.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

const agent = { workNo: '20011', name: 'Li Wei' };

/** What the gateway says of the inspector's own call: the CTI's number of its phase (protocol.md 3.2), or none at all. */
const details = (ctiStatus?: number, status = 7): Reply<GatewayAnswer> => ({
  ok: true,
  value: { retcode: '0', result: { status, ...(ctiStatus === undefined ? {} : { ctiStatus }) }, event: null },
});

/** A listen before a gateway whose answers the test gives; `blind`: one that does not say the phase of a call, and that at once. */
function stage({ blind }: { readonly blind: boolean }) {
  const clock = createHandClock();
  const states: ((state: AgentState) => void)[] = [];
  const requests: ((reply: Reply<GatewayAnswer>) => void)[] = [];
  const calls: ((reply: Reply<GatewayAnswer>) => void)[] = [];
  const send = ({ method }: GatewayRequest): Promise<Reply<GatewayAnswer>> => {
    if (method === 'GET' && blind) return Promise.resolve(details());
    return new Promise((resolve) => {
      (method === 'GET' ? calls : requests).push(resolve);
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
  const service = createListen({
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
    service,
    wait: (milliseconds: number) => clock.advance(milliseconds),
    /** Answers all questions for the own state that are open. */
    async ownState(state: AgentState): Promise<void> {
      for (const answer of states.splice(0)) answer(state);
      await clock.advance(0);
    },
    /** Answers the oldest question for the own call that is open. */
    async ownCall(ctiStatus: number, status?: number): Promise<void> {
      calls.shift()?.(details(ctiStatus, status));
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
    const { service, wait, ownState } = stage({ blind: false });
    service.takeUp({ workNo: agent.workNo, heard });
    service.onEvent({ type: 'AgentState_Ready' });
    await ownState('idle');
    await wait(listenTimings.settle);
    await ownState('idle');
    expect(service.shown()).toMatchObject({ kind: 'ended', outcome: heard ? 'endedByOtherSide' : 'endedUnseen' });
  }
});

test('a listen whose request got no answer is settled, although a pick-up was told of while the own state was asked', async () => {
  const { service, wait, ownState, requestAnswered } = stage({ blind: true });
  service.listen(agent);
  await wait(0);
  // The gateway does not say the phase: of that, events alone tell.
  await wait(listenTimings.call);
  await requestAnswered({ ok: false, failure: { kind: 'timeout' } });
  service.onEvent({ type: 'AgentOther_PhoneOffhook' });
  await ownState('occupied');
  await wait(listenTimings.settle);
  await ownState('occupied');
  expect(service.shown().kind).toBe('listening');
});

test('a ring that an answer tells of is shown, although the echo of an earlier call’s end came while it was on its way', async () => {
  const { service, wait, ownCall, requestAnswered } = stage({ blind: false });
  service.listen(agent);
  await wait(0);
  await requestAnswered({ ok: true, value: { retcode: '0', result: null, event: null } });
  await wait(listenTimings.call);
  service.onEvent({ type: 'AgentOther_PhoneRelease', by: 'platform' });
  await ownCall(4);
  expect(service.shown().kind).toBe('ringing');
});

test('"listening" is said for no longer than five seconds after the question was asked whose answer bore it out', async () => {
  const { service, wait, ownCall, requestAnswered } = stage({ blind: false });
  service.listen(agent);
  await wait(0);
  await requestAnswered({ ok: true, value: { retcode: '0', result: null, event: null } });
  await wait(listenTimings.call);
  await ownCall(5);
  expect(service.shown().kind).toBe('listening');
  // Asked again, and answered slowly: what the answer says was so when the question was asked at the latest.
  await wait(listenTimings.unsure);
  await wait(1_000);
  await ownCall(5);
  await wait(listenTimings.lapse - 1_001);
  expect(service.shown().kind).toBe('listening');
  await wait(1);
  expect(service.shown()).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
  await ownCall(5);
  expect(service.shown().kind).toBe('listening');
});

test('the word of an inspector who hears it outlasts answers that do not come', async () => {
  const { service, wait, ownCall, requestAnswered } = stage({ blind: false });
  service.listen(agent);
  await wait(0);
  await requestAnswered({ ok: true, value: { retcode: '0', result: null, event: null } });
  await wait(listenTimings.call);
  await ownCall(5);
  await wait(listenTimings.lapse);
  expect(service.shown().kind).toBe('outcomeUnknown');
  service.hearing(true);
  await wait(2 * listenTimings.lapse);
  expect(service.shown().kind).toBe('listening');
});

test('an answer to what was asked before the request was taken ends nothing, although an earlier call’s end was told of', async () => {
  const { service, wait, ownCall, requestAnswered } = stage({ blind: false });
  service.listen(agent);
  await wait(0);
  service.onEvent({ type: 'AgentOther_PhoneRelease', by: 'platform' });
  await wait(listenTimings.call);
  await wait(1);
  await requestAnswered({ ok: true, value: { retcode: '0', result: null, event: null } });
  service.onEvent({ type: 'AgentState_Busy' });
  await ownCall(1, 4);
  expect(service.shown().kind).toBe('calling');
});
