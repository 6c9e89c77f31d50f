import { expect, onTestFinished, test } from 'vitest';
import { readScenario, runScenario, startRestartable } from '../../simulator/scenarios/index.ts';
import type { Faults, RunningScenario, Scenario, ScenarioHands } from '../../simulator/scenarios/index.ts';
import { HandClock } from './handClock.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';
import type { Simulator } from '../../simulator/index.ts';

function scenarioOf(steps: string): Scenario {
  const reading = readScenario({ name: 'test.yaml', text: `about: a test\nsteps:\n${steps}` });
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

function run(steps: string, simulator: Simulator, clock: HandClock, hands: Partial<ScenarioHands> = {}): RunningScenario {
  return runScenario(scenarioOf(steps), { simulator, clock, ...hands });
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('deeds are done at their time, in order, and told', async () => {
  const simulator = await quickSimulator();
  const clock = new HandClock();
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
    { onDeed: ({ step, deed }) => told.push(`${String(step)} ${deed}`) },
  );
  clock.advance(999);
  expect(told).toEqual([]);
  clock.advance(1);
  await soon();
  expect(simulator.agent('20001')).toMatchObject({ name: 'Li Wei', state: 'wrapUp' });
  clock.advance(1_000);
  expect(await running.done).toMatchObject({ kind: 'finished', deeds: [{ step: 1 }, { step: 1 }, { step: 0, problem: undefined }] });
  expect(told).toEqual(['1 setAgent', '1 endCall', '0 setAgent']);
  expect(simulator.agent('20001').state).toBe('rest');
});

test('what cannot be done is told and stops nothing', async () => {
  const simulator = await quickSimulator();
  const running = run('  - at: 0s\n    do: [{ pickUp: 291 }, { setAgent: { workNo: 20001, state: rest } }]\n', simulator, new HandClock());
  const { deeds } = await running.done;
  expect(deeds[0]?.problem).toContain('291');
  expect(deeds[1]?.problem).toBeUndefined();
});

test('a request is waited for: the agent, the how many-th, and a while after it', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  // The simulator's own time tells which requests came since the start.
  const clock = new HandClock();
  clock.advance(Date.now() - clock.now());
  run(
    '  - on: { request: sayFree, agent: 291, nth: 2 }\n    after: 1s\n    do: [{ setAgent: { workNo: 20001, state: rest } }]\n',
    simulator,
    clock,
  );
  simulator.setAgent('20001', { state: 'talking' });
  await client.retcode('POST', 'onlineagent/{id}/sayfree');
  clock.advance(2_000);
  await soon();
  expect(simulator.agent('20001').state).toBe('talking');
  await client.retcode('POST', 'onlineagent/{id}/sayfree');
  clock.advance(10);
  clock.advance(900);
  await soon();
  expect(simulator.agent('20001').state).toBe('talking');
  clock.advance(200);
  await soon();
  expect(simulator.agent('20001').state).toBe('rest');
});

test('"arrives" comes before the answer', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
  const client = await signedInInspector(simulator);
  const clock = new HandClock();
  clock.advance(Date.now() - clock.now());
  run(
    '  - on: { request: getAgentEvent, when: arrives }\n    do: [{ push: { agent: 291, events: [AgentOther_Note], times: 2 } }]\n',
    simulator,
    clock,
  );
  const events = client.events(2);
  await soon();
  clock.advance(10);
  expect(await events).toEqual(['AgentOther_Note', 'AgentOther_Note']);
});

test('after stop nothing more happens', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking' });
  const clock = new HandClock();
  const running = run(
    '  - at: 1s\n    do: [{ endCall: 20001 }]\n  - on: { request: login }\n    do: [{ behave: true }]\n',
    simulator,
    clock,
  );
  running.stop();
  expect(await running.done).toEqual({ kind: 'stopped', deeds: [] });
  clock.advance(10_000);
  expect(simulator.agent('20001').state).toBe('talking');
  expect(clock.timers).toBe(0);
});

test('a scenario that needs a hand that was not given is refused', async () => {
  const simulator = await quickSimulator();
  const start = (deed: string) => () => run(`  - at: 0s\n    do: [${deed}]\n`, simulator, new HandClock());
  expect(start('{ fault: { link: lost } }')).toThrow('needs the hand "faults"');
  expect(start('{ restartGateway: { downFor: 1s } }')).toThrow('needs the hand "restart"');
});

test('faults go to the fault hand', async () => {
  const simulator = await quickSimulator();
  const set: Partial<Faults>[] = [];
  let resets = 0;
  const running = run(
    '  - at: 0s\n    do: [{ fault: { latency: 1s, jitter: 10ms, bytesPerSecond: 9 } }, { resetFaults: true }]\n',
    simulator,
    new HandClock(),
    {
      faults: {
        set: (faults) => {
          set.push(faults);
        },
        reset: () => {
          resets += 1;
        },
      },
    },
  );
  await running.done;
  expect(set).toEqual([{ latencyMs: 1_000, jitterMs: 10, bandwidthBytesPerSecond: 9 }]);
  expect(resets).toBe(1);
});

test.each([
  ['same', true],
  ['another', false],
] as const)('a restarted gateway (%s certificate) has the port, and knows nobody', async (certificate, isSame) => {
  const gateway = await startRestartable({ agents: 5, centre: 'still' });
  onTestFinished(() => gateway.close());
  const before = gateway.simulator;
  await signedInInspector(before);
  const running = runScenario(scenarioOf(`  - at: 0s\n    do: [{ restartGateway: { certificate: ${certificate}, downFor: 10ms } }]\n`), {
    simulator: before,
    restart: gateway.restart,
    clock: new HandClock(),
  });
  await running.done;
  expect(running.simulator).toBe(gateway.simulator);
  expect(running.simulator.port).toBe(before.port);
  expect(running.simulator.fingerprint === before.fingerprint).toBe(isSame);
  expect(running.simulator.sessionOf('291').signedIn).toBe(false);
});
