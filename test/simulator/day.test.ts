import { expect, test } from 'vitest';
import type { Call, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const minute = 60_000;

async function livingSimulator(seed = 1): Promise<[Simulator, HandClock]> {
  const clock = createHandClock(mondayAtEight);
  return [await quickSimulator({ clock, seed, agents: 50, centre: 'living' }), clock];
}

const callsOf = (simulator: Simulator): Call[] =>
  simulator.agents().flatMap(({ workNo }) => {
    const call = simulator.callOf(workNo);
    return call === null ? [] : [call];
  });

test('whoever is occupied with a call has one, and nobody else', async () => {
  const [simulator, clock] = await livingSimulator();
  for (let minutes = 0; minutes < 60; minutes += 1) {
    clock.jump(minute);
    for (const { workNo, status, state } of simulator.agents()) {
      const call = simulator.callOf(workNo);
      expect(call !== null).toBe(status === 7);
      expect((call?.answeredAt ?? null) !== null).toBe(state === 'talking');
    }
  }
});

test('the same seed gives the same calls', async () => {
  const [one, oneClock] = await livingSimulator(7);
  const [other, otherClock] = await livingSimulator(7);
  oneClock.jump(90 * minute);
  otherClock.jump(90 * minute);
  expect(callsOf(one).length).toBeGreaterThan(5);
  expect(callsOf(one)).toEqual(callsOf(other));
});

test('a call comes in by a skill of its agent, or goes out from that agent, each with a customer of its own', async () => {
  const [simulator, clock] = await livingSimulator();
  const kinds = new Set<string>();
  for (let minutes = 0; minutes < 90; minutes += 1) {
    clock.jump(minute);
    for (const { workNo, skill, caller, called, kind } of callsOf(simulator)) {
      kinds.add(kind);
      expect(simulator.agent(workNo).group).toBe(skill.name);
      if (kind === 'inbound') expect(called).toBe(String(400_000 + skill.id));
      else expect(caller).toBe(workNo);
    }
  }
  expect(kinds).toEqual(new Set(['inbound', 'outbound']));
  const calls = callsOf(simulator);
  expect(new Set(calls.map(({ callId }) => callId)).size).toBe(calls.length);
  expect(new Set(calls.map(({ kind, caller, called }) => (kind === 'inbound' ? caller : called))).size).toBe(calls.length);
});

test('some customers are put on hold and taken back', async () => {
  const [simulator, clock] = await livingSimulator();
  const held = new Set<string>();
  const takenBack = new Set<string>();
  for (let steps = 0; steps < 360; steps += 1) {
    clock.jump(10_000);
    for (const call of callsOf(simulator)) {
      if (call.held) held.add(call.callId);
      else if (held.has(call.callId)) takenBack.add(call.callId);
    }
  }
  expect(held.size).toBeGreaterThan(5);
  expect(takenBack.size).toBeGreaterThan(5);
});

test('a colleague who signs out in an inner call leaves the other alone', async () => {
  const simulator = await quickSimulator({ queryLimit: 'off' });
  const caller = await signedInAgent(simulator, '20001');
  const colleague = await signedInAgent(simulator, '20002', { autoanswer: 'false' });
  await caller.call('PUT', 'voicecall/{id}/callinner', '{"called":"20002"}');
  await colleague.events(3);
  await colleague.call('PUT', 'voicecall/{id}/answer');
  await colleague.call('DELETE', 'onlineagent/{id}/forcelogout');
  const events = await caller.events(9);
  expect(events.map((event) => event.split(' ')[0]).slice(4)).toEqual([
    'AgentEvent_Talking',
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]);
});

test('a listened agent in a living centre is seen as such, and their wrap-up ends the listen', async () => {
  const simulator = await quickSimulator({ agents: 200, centre: 'living' });
  const talking = simulator.agents().find(({ state }) => state === 'talking')?.workNo ?? '';
  const inspector = await signedInInspector(simulator);
  await inspector.call('PUT', `qualitycontrol/{id}/addsupervise/${talking}`);
  await inspector.events(3);
  expect(simulator.agent(talking).listenedBy).toEqual(['291']);
  simulator.endCall(talking);
  expect(await inspector.events(2)).toEqual(['AgentOther_PhoneRelease {"phoneState":3}', 'AgentState_Ready']);
  expect(simulator.agent(talking).listenedBy).toEqual([]);
});
