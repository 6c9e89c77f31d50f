import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  for (const workNo of ['20001', '20002']) simulator.setAgent(workNo, { status: '7', ctiStatus: '5' });
  bench = createBench();
  await signIn(bench, simulator);
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const listen = async (workNo = '20001'): Promise<void> => accept(await bench.inspector.command('listen', { workNo }));
const stops = () => simulator.requests.filter((request) => request.interface === 'stopSuperviseOrInsert');
const truth = () => simulator.sessionOf('291').listen;

describe('events that are late but whole', () => {
  test('an earlier listen’s pick-up and end are not taken for this one’s', async () => {
    simulator.setHabits({ eventsLate: { fromMs: 400, toMs: 400 } });
    await listen();
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    await listen('20002');
    await expect.poll(() => truth()?.step).toBe('listening');
    await bench.listen('listening');
    const since = bench.log.length;
    // All that the first one raised has come by the time the second one's own pick-up is told of.
    await expect.poll(() => bench.log.slice(since - 40).join('\n')).toContain('AgentOther_PhoneOffhook');
    expect(bench.inspector.state().listen).toMatchObject({ kind: 'listening', agent: { workNo: '20002' } });
  });
});

describe('events that never come', () => {
  test('a ring is found', async () => {
    simulator.setHabits({ eventsLost: { share: 1, of: ['all'] } });
    simulator.setPhone('291', { kind: 'neverAnswers' });
    await listen();
    await bench.listen('ringing');
    expect(bench.shown.present.attention).toBe(true);
  });

  test('a pick-up is found, and nobody is hung up on', async () => {
    simulator.setHabits({ eventsLost: { share: 1, of: ['pickUps'] } });
    await listen();
    await bench.listen('listening');
    expect(stops()).toHaveLength(0);
  });

  test('an end is found', async () => {
    simulator.setHabits({ eventsLost: { share: 1, of: ['ends'] } });
    await listen();
    await bench.listen('listening');
    simulator.setAgent('20001', { state: 'idle' });
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
  });
});

describe('a gateway that does not say the phase of the own call', () => {
  beforeEach(() => {
    simulator.setHabits({ queriesBlind: { how: 'refused' }, eventsLost: { share: 1, of: ['pickUps'] } });
  });

  test('hangs up on nobody: what cannot be told is said, and the inspector’s word settles it', async () => {
    await listen();
    expect(await bench.listen('outcomeUnknown')).toMatchObject({ problem: { code: 'listen-cannot-tell' } });
    expect(truth()?.step).toBe('listening');
    expect(stops()).toHaveLength(0);
    accept(await bench.inspector.command('tellHearing', { hears: true }));
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped', heardFor: expect.any(Number) as number });
  });

  test('who hears nothing is left with nothing: the gateway is asked to stop', async () => {
    await listen();
    await bench.listen('outcomeUnknown');
    accept(await bench.inspector.command('tellHearing', { hears: false }));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped', heardFor: null });
    expect(stops()).toHaveLength(1);
    expect(truth()).toBeNull();
  });
});

describe('a proxy that gives up held polls', () => {
  test('is learned: they are ended before that, it is said once, and the link is not called stale', async () => {
    await bench.inspector.close();
    await simulator.close();
    simulator = await quickSimulator({ timings: { pollHold: 20_000 } });
    simulator.setHabits({ pollsCut: { afterMs: 900 } });
    bench = createBench({
      timings: { poll: { shortHold: 50, shortestCut: 300, gapAfterEvent: 5, gapAfterNothing: 10, backOffBase: 20, backOffCap: 200 } },
    });
    await signIn(bench, simulator);
    await bench.until('said', ({ notices }) => notices.some(({ kind }) => kind === 'pollsCut'));
    const polls = (): number => simulator.requests.filter((request) => request.interface === 'getAgentEvent').length;
    const then = polls();
    await expect.poll(polls).toBeGreaterThan(then + 3);
    expect(bench.inspector.state().session).toMatchObject({ connection: { kind: 'live' } });
    expect(bench.inspector.state().notices.filter(({ kind }) => kind === 'pollsCut')).toHaveLength(1);
  });
});
