import { expect, onTestFinished, test } from 'vitest';
import { readScenario, runScenario, startRestartable } from '../../simulator/scenarios/index.ts';
import type { RunningScenario, Scenario, ScenarioHands } from '../../simulator/scenarios/index.ts';
import { noFaults } from '../../simulator/faults/faults.ts';
import { startFaultProxy } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { keptPort } from '../support/keptPort.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';
import type { Simulator } from '../../simulator/index.ts';

function scenarioOf(steps: string): Scenario {
  const reading = readScenario({ name: 'test.yaml', text: `about: a test\nsteps:\n${steps}` });
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

function run(steps: string, simulator: Simulator, clock: HandClock, hands: Partial<ScenarioHands> = {}): RunningScenario {
  return runScenario(scenarioOf(steps), { simulator, clock, ...hands });
}

test('actions are done at their time, in order, and told', async () => {
  const simulator = await quickSimulator();
  const clock = createHandClock(mondayAtEight);
  const told: string[] = [];
  const running = run(
    `
  - at: 2s
    do: [{ setAgent: { workNo: 20001, state: rest } }]
  - at: 1s
    do: [{ setAgent: { workNo: 20001, state: talking, name: Li Wei } }, { endCall: 20001 }]
`,
    simulator,
    clock,
    { onAction: ({ step, action }) => told.push(`${String(step)} ${action}`) },
  );
  clock.jump(999);
  expect(told).toEqual([]);
  clock.jump(1);
  await expect.poll(() => simulator.agent('20001')).toMatchObject({ name: 'Li Wei', state: 'wrapUp' });
  clock.jump(1_000);
  expect(await running.done).toMatchObject({ kind: 'finished', actions: [{ step: 1 }, { step: 1 }, { step: 0, problem: null }] });
  expect(told).toEqual(['1 setAgent', '1 endCall', '0 setAgent']);
  expect(simulator.agent('20001').state).toBe('rest');
});

test('what cannot be done is told and stops nothing', async () => {
  const simulator = await quickSimulator();
  const running = run(
    '  - at: 0s\n    do: [{ pickUp: 291 }, { setAgent: { workNo: 20001, state: rest } }]\n',
    simulator,
    createHandClock(mondayAtEight),
  );
  const { actions } = await running.done;
  expect(actions[0]?.problem).toContain('291');
  expect(actions[1]?.problem).toBeNull();
});

test.each([
  ['{ intercept: { by: 292, workNo: 20001 } }', '292 is no inspector who is idle'],
  ['{ intercept: { by: 20002, workNo: 20001 } }', '20002 is no inspector who is idle'],
  ['{ intercept: { by: 291, workNo: 20001 } }', 'Agent 20001 has no call to take over'],
  ['{ removeAgent: 20099 }', 'no agent 20099'],
])('%s cannot be done here, and it is said why', async (action, problem) => {
  const simulator = await quickSimulator();
  await signedInInspector(simulator);
  simulator.setAgent('20001', { state: 'idle' });
  const { actions } = await run(`  - at: 0s\n    do: [${action}]\n`, simulator, createHandClock(mondayAtEight)).done;
  expect(actions[0]?.problem).toContain(problem);
});

test('an agent with a client who is moved to another VDN is out, and unknown from then on', async () => {
  const simulator = await quickSimulator();
  const client = await signedInAgent(simulator, '20001');
  simulator.removeAgent('20001');
  expect((await client.poll()).retcode).toBe('100-006');
  expect(() => simulator.agent('20001')).toThrow('no agent 20001');
  const inspector = await signedInInspector(simulator);
  expect(await inspector.retcode('PUT', 'qualitycontrol/{id}/addsupervise/20001')).toBe('900-003');
});

test('a request is waited for: the agent, the how many-th, and a while after it', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  const clock = createHandClock(mondayAtEight);
  run(
    '  - on: { request: sayFree, agent: 291, nth: 2 }\n    after: 1s\n    do: [{ setAgent: { workNo: 20001, state: rest } }]\n',
    simulator,
    clock,
  );
  simulator.setAgent('20001', { state: 'talking' });
  await client.retcode('POST', 'onlineagent/{id}/sayfree');
  expect(clock.timers()).toBe(0);
  await client.retcode('POST', 'onlineagent/{id}/sayfree');
  await expect.poll(() => clock.timers()).toBe(1);
  clock.jump(999);
  expect(simulator.agent('20001').state).toBe('talking');
  clock.jump(1);
  expect(simulator.agent('20001').state).toBe('rest');
});

test('"arrives": what is due is done before that very request is handled, in order, without a timer', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  const clock = createHandClock(mondayAtEight);
  const done = run(
    `
  - on: { request: addSupervise, when: arrives }
    do: [{ setAgent: { workNo: 20001, state: idle } }, { nextAnswer: { to: { request: addSupervise }, is: { kind: retcode, retcode: 900-001 } } }]
  - on: { request: addSupervise, when: arrives }
    do: [{ setAgent: { workNo: 20002, state: rest } }]
`,
    simulator,
    clock,
  ).done;
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/20001')).toBe('900-001');
  expect(simulator.agent('20002').state).toBe('rest');
  expect(clock.timers()).toBe(0);
  expect((await done).actions.map(({ step }) => step)).toEqual([0, 0, 1]);
});

test('"answered" is after the answer, and never when there was none', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  run('  - on: { request: sayFree }\n    do: [{ setAgent: { workNo: 20001, state: rest } }]\n', simulator, createHandClock(mondayAtEight));
  simulator.nextAnswer({}, { kind: 'closeSocket', when: 'afterHandling' });
  await expect(client.retcode('POST', 'onlineagent/{id}/sayfree')).rejects.toThrow();
  await client.retcode('POST', 'onlineagent/{id}/saybusy');
  expect(simulator.agent('20001').state).not.toBe('rest');
  run('  - on: { request: sayFree }\n    do: [{ setAgent: { workNo: 20002, state: rest } }]\n', simulator, createHandClock(mondayAtEight));
  await client.retcode('POST', 'onlineagent/{id}/sayfree');
  await expect.poll(() => simulator.agent('20002').state).toBe('rest');
});

test('a request that waits for an action goes on when the scenario is stopped, and later ones are not waited for', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  const running = run(
    '  - on: { request: sayFree, when: arrives }\n    do: [{ endSession: { agent: 291 } }]\n',
    simulator,
    createHandClock(mondayAtEight),
  );
  running.stop();
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
});

test('after stop nothing more happens', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking' });
  const clock = createHandClock(mondayAtEight);
  const running = run(
    '  - at: 1s\n    do: [{ endCall: 20001 }]\n  - on: { request: login }\n    do: [{ behave: true }]\n',
    simulator,
    clock,
  );
  running.stop();
  expect(await running.done).toEqual({ kind: 'stopped', actions: [] });
  clock.jump(10_000);
  expect(simulator.agent('20001').state).toBe('talking');
  expect(clock.timers()).toBe(0);
});

test('a scenario that needs a hand that was not given is refused', async () => {
  const simulator = await quickSimulator();
  const start = (action: string) => () => run(`  - at: 0s\n    do: [${action}]\n`, simulator, createHandClock(mondayAtEight));
  expect(start('{ fault: { link: lost } }')).toThrow('needs the hand "faults"');
  expect(start('{ restartGateway: { downFor: 1s } }')).toThrow('needs the hand "restart"');
});

test('faults are the proxy’s, of both directions or of one, and are taken back', async () => {
  const simulator = await quickSimulator();
  const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port } });
  onTestFinished(() => proxy.close());
  const hands = { faults: proxy };
  const set =
    '{ fault: { latency: 1s, jitter: 10ms, halfOpen: server, toClient: { bandwidthBytesPerSecond: 9, slowDrip: { bytes: 3, every: 2s } } } }';
  await run(`  - at: 0s\n    do: [${set}]\n`, simulator, createHandClock(mondayAtEight), hands).done;
  expect(proxy.faults).toMatchObject({
    halfOpen: 'server',
    toServer: { latencyMs: 1_000, jitterMs: 10, bandwidthBytesPerSecond: null },
    toClient: { latencyMs: 1_000, bandwidthBytesPerSecond: 9, slowDrip: { bytes: 3, everyMs: 2_000 } },
  });
  await run('  - at: 0s\n    do: [{ resetConnections: true }, { clearFaults: true }]\n', simulator, createHandClock(mondayAtEight), hands)
    .done;
  expect(proxy.faults).toEqual(noFaults);
});

test.each([
  ['same', true],
  ['another', false],
] as const)('a restarted gateway (%s certificate) has the port, and knows nobody', async (certificate, isSame) => {
  const gateway = await startRestartable({ agents: 5, centre: 'still', port: await keptPort() });
  onTestFinished(() => gateway.close());
  const before = gateway.simulator;
  await signedInInspector(before);
  const running = runScenario(scenarioOf(`  - at: 0s\n    do: [{ restartGateway: { certificate: ${certificate}, downFor: 10ms } }]\n`), {
    simulator: before,
    restart: gateway.restart,
    clock: createHandClock(mondayAtEight),
  });
  await running.done;
  expect(running.simulator).toBe(gateway.simulator);
  expect(running.simulator.port).toBe(before.port);
  expect(running.simulator.fingerprint === before.fingerprint).toBe(isSame);
  expect(running.simulator.sessionOf('291').signedIn).toBe(false);
});
