import { expect, test } from 'vitest';
import type { AgentTruth, Call, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const minute = 60_000;
const hour = 60 * minute;
const longest = { signIn: 0, busy: 0, pollHold: 0, maxTime: 24 * hour, guidTimeout: 24 * hour };

async function livingSimulator(agents: number): Promise<[Simulator, HandClock]> {
  const clock = createHandClock(mondayAtEight);
  return [await quickSimulator({ clock, agents, centre: 'living', queryLimit: 'off', timings: longest }), clock];
}

/** Someone and their call, at two moments that follow each other. */
interface Step {
  readonly before: AgentTruth;
  readonly after: AgentTruth;
  readonly callBefore: Call | null;
  readonly call: Call | null;
}

/** The centre in steps of a quarter of a second. */
function watch(simulator: Simulator, clock: HandClock, minutes: number, look: (steps: readonly Step[]) => void): void {
  const seen = (): (readonly [AgentTruth, Call | null])[] =>
    simulator
      .agents()
      .filter(({ group }) => group !== 'Quality inspection')
      .map((agent) => [agent, simulator.callOf(agent.workNo)]);
  let before = seen();
  for (let step = 0; step < minutes * 240; step += 1) {
    clock.jump(250);
    const after = seen();
    look(
      after.flatMap(([agent, call], index) => {
        const [earlier, callBefore = null] = before[index] ?? [];
        return earlier === undefined ? [] : [{ before: earlier, after: agent, callBefore, call }];
      }),
    );
    before = after;
  }
}

const isChosen = ({ before, after, call }: Step): boolean =>
  before.state === 'idle' && after.state === 'preoccupied' && call?.kind === 'inbound';

test('the agent of a group who has been idle longest gets its call', async () => {
  const [simulator, clock] = await livingSimulator(200);
  let chosen = 0;
  watch(simulator, clock, 10, (steps) => {
    for (const { before } of steps.filter(isChosen)) {
      chosen += 1;
      const passedOver = steps.filter((other) => {
        const waitsStill = other.after.state === 'idle' && other.after.since === other.before.since;
        return waitsStill && other.after.group === before.group && other.after.since < before.since;
      });
      expect(passedOver).toEqual([]);
    }
  });
  expect(chosen).toBeGreaterThan(50);
});

test('the customer who has waited longest is served first', async () => {
  const [simulator, clock] = await livingSimulator(100);
  const served = new Map<string, number>();
  const known = new Set<string>();
  let waited = 0;
  watch(simulator, clock, 20, (steps) => {
    const calls = steps.filter(isChosen).sort((one, other) => one.after.since - other.after.since);
    for (const { call, after } of calls) {
      if (call === null || known.has(call.callId)) continue;
      known.add(call.callId);
      if (after.since - call.begunAt > 1_000) waited += 1;
      expect(call.begunAt).toBeGreaterThanOrEqual(served.get(call.skill.name) ?? 0);
      served.set(call.skill.name, call.begunAt);
    }
  });
  expect(waited).toBeGreaterThan(20);
});

test('a call comes in the steps of the protocol: preoccupied, answering, talking, wrap-up', async () => {
  const [simulator, clock] = await livingSimulator(200);
  const ways = new Map<string, string[]>();
  watch(simulator, clock, 20, (steps) => {
    for (const { after, call, callBefore } of steps) {
      const { callId, kind } = call ?? callBefore ?? {};
      if (callId === undefined || kind !== 'inbound') continue;
      const way = ways.get(callId) ?? [];
      if (way.at(-1) !== after.state) way.push(after.state);
      ways.set(callId, way);
    }
  });
  const counts = new Map<string, number>();
  for (const way of ways.values()) counts.set(way.join(' '), (counts.get(way.join(' ')) ?? 0) + 1);
  expect(counts.get('preoccupied answering talking wrapUp')).toBeGreaterThan(50);
  expect([...counts.keys()].filter((way) => way.startsWith('preoccupied talking') || way.startsWith('talking answering'))).toEqual([]);
});

test('whose ring is not answered waits for the next agent, before all others, and the agent is busy', async () => {
  const [simulator, clock] = await livingSimulator(200);
  let unanswered = 0;
  watch(simulator, clock, 20, (steps) => {
    for (const { before, after, callBefore } of steps) {
      if (before.state !== 'answering' || after.state !== 'busy' || callBefore === null) continue;
      unanswered += 1;
      const first = simulator.skillQueues().find(({ skill }) => skill === callBefore.skill.name)?.waiting[0];
      expect(first?.callId).toBe(callBefore.callId);
    }
  });
  expect(unanswered).toBeGreaterThan(3);
});

test('customers who wait in vain hang up after some minutes', async () => {
  const [simulator, clock] = await livingSimulator(1);
  simulator.setAgent('20001', { state: 'busy' });
  clock.jump(3 * hour);
  const [queue] = simulator.skillQueues();
  expect(queue?.arrived).toBeGreaterThan(5);
  expect(queue?.abandoned).toBe((queue?.arrived ?? 0) - (queue?.waiting.length ?? 0));
  for (const { calledAt } of queue?.waiting ?? []) expect(clock.now() - calledAt).toBeLessThan(6 * minute);
});

test('a living centre has more customers than agents at times, and loses few of them', async () => {
  const [simulator, clock] = await livingSimulator(200);
  let longestQueue = 0;
  for (let minutes = 0; minutes < 60; minutes += 1) {
    clock.jump(minute);
    longestQueue = Math.max(longestQueue, ...simulator.skillQueues().map(({ waiting }) => waiting.length));
  }
  const sum = (of: 'arrived' | 'abandoned'): number => simulator.skillQueues().reduce((total, queue) => total + queue[of], 0);
  expect(longestQueue).toBeGreaterThan(2);
  expect(sum('arrived')).toBeGreaterThan(800);
  expect(sum('abandoned')).toBeLessThan(0.1 * sum('arrived'));
});

test('who is held, or has a client without skills, gets no calls', async () => {
  const [simulator, clock] = await livingSimulator(2);
  await clock.standFor(signedInAgent(simulator, '20001'));
  simulator.setAgent('20002', { state: 'idle' });
  clock.jump(3 * hour);
  expect(simulator.agents().map(({ state }) => state)).toEqual(['signedOut', 'signedOut', 'idle', 'idle']);
});

test('when a customer has to wait, the skill’s agents with a client are told that all are busy, and of the next ones no more', async () => {
  const [simulator, clock] = await livingSimulator(1);
  const agent = await clock.standFor(signedInAgent(simulator, '20001', { status: 3 }));
  const inspector = await clock.standFor(signedInInspector(simulator));
  await agent.call('POST', 'onlineagent/{id}/resetskill/true');
  const waiting = (): number => simulator.skillQueues()[0]?.waiting.length ?? 0;
  const told: string[] = [];
  for (let before = 0; before < 2; before = waiting()) {
    clock.jump(1_000);
    if (before === 0 && waiting() > 0) told.push('AgentOther_All_Agent_Busy');
  }
  expect(told).not.toEqual([]);
  expect(await clock.standFor(agent.events(told.length + 1))).toEqual([...told, 'nothing']);
  expect(await clock.standFor(inspector.events(1))).toEqual(['nothing']);
});

test('an idle agent who is given a skill takes the customer who waits for it', async () => {
  const [simulator, clock] = await livingSimulator(100);
  for (const { workNo, group } of simulator.agents()) if (group === 'Billing') simulator.setAgent(workNo, { state: 'busy' });
  const inspector = await clock.standFor(signedInInspector(simulator));
  const billing = (): number => simulator.skillQueues().find(({ skill }) => skill === 'Billing')?.waiting.length ?? 0;
  while (billing() < 3) clock.jump(1_000);
  const helper = simulator.agents().find(({ state, group }) => state === 'idle' && group === 'Orders')?.workNo ?? '';
  const body = JSON.stringify({ workNo: helper, skills: [1] });
  expect(await inspector.retcode('POST', 'qualitycontrol/{id}/adjustskill', body)).toBe('0');
  clock.jump(1_000);
  expect(simulator.callOf(helper)?.skill.name).toBe('Billing');
});
