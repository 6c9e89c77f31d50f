import { afterEach, describe, expect, test } from 'vitest';
import type { Rule, RuleStatus, RuleWatch } from '../../contract/rules.ts';
import type { AppState } from '../../contract/state.ts';
import type { InspectorOptions } from '../../main/app/inspectorOptions.ts';
import type { Administered } from '../../main/settings/administered.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, watchRoster, type Bench } from '../support/inspectorOnSimulator.ts';
import { testClock, timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;
/** How many milliseconds the gateway's clock is ahead. */
let ahead = 0;

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
  ahead = 0;
});

interface Beginning {
  readonly policy?: Administered['policy'];
  readonly timings?: InspectorOptions['timings'];
  /** Before anybody signs in. */
  readonly before?: () => void;
}

async function begin(rules: readonly Rule[], { policy = {}, timings, before }: Beginning = {}): Promise<void> {
  const clock = testClock();
  simulator = await quickSimulator({ clock: { now: () => clock.now() + ahead, after: clock.after } });
  // Nobody rests who is not told to.
  for (const { workNo, state } of simulator.agents()) if (state === 'rest') simulator.setAgent(workNo, { state: 'idle' });
  before?.();
  bench = createBench({ administered: { policy }, ...(timings === undefined ? {} : { timings }) });
  if (rules.length > 0) accept(await bench.inspector.command('changeSettings', { settings: { rules: [...rules] } }));
  await signIn(bench, simulator);
}

const ruleOf = (watch: RuleWatch, more: Partial<Rule> = {}): Rule => ({
  name: '',
  watch,
  toast: true,
  sound: false,
  colour: 'none',
  enabled: true,
  ...more,
});
const all = { kind: 'all' } as const;
const longRest = ruleOf({ kind: 'timeInState', state: 'rest', of: all, minutes: 15 });
const anyAtRest = ruleOf({ kind: 'numberInState', state: 'rest', of: all, bound: 'moreThan', number: 1 });
const waiting = ruleOf({ kind: 'waiting', skill: '', moreThan: 10 });
const silent = { toast: false, colour: 'red' } as const;

const status = ({ rules: [first] }: AppState = bench.inspector.state()): RuleStatus | undefined => first;
const comesTo = (kind: RuleStatus['kind']): Promise<AppState> => bench.until(`the rule ${kind}`, (state) => status(state)?.kind === kind);
const asked = (name: string): number => simulator.requests.filter((request) => request.interface === name).length;
const bodies = (): readonly string[] => bench.shown.toasts.map(({ body }) => body);

function rest(...workNos: readonly string[]): void {
  for (const workNo of workNos) simulator.setAgent(workNo, { state: 'rest' });
}

describe('a rule on agents', () => {
  test('finds who was at rest for too long before Earshot was started, while no page looks, and tells once', async () => {
    await begin([longRest], {
      before: () => {
        simulator.setAgent('20001', { name: 'Li Wei' });
        rest('20001');
        ahead = 20 * 60_000;
      },
    });
    await comesTo('on');
    expect(status()).toMatchObject({ about: { kind: 'agents', agents: [{ workNo: '20001', name: 'Li Wei' }], all: 1 } });
    expect(bench.shown.toasts).toMatchObject([
      { title: 'All agents: at rest for more than 15 minutes', body: 'Li Wei (20001)', lasting: false },
    ]);
    await timePasses(1_000);
    expect(bodies()).toHaveLength(1);
    simulator.setAgent('20001', { state: 'idle' });
    await comesTo('watching');
  });

  test('on a number comes on and is over with it', async () => {
    await begin([anyAtRest]);
    await comesTo('watching');
    rest('20001', '20002');
    await comesTo('on');
    expect(status()).toMatchObject({ about: { kind: 'number', number: 2 } });
    simulator.setAgent('20002', { state: 'idle' });
    await comesTo('watching');
    expect(bodies()).toHaveLength(1);
  });

  test('that only colours asks for nothing while no page shows the agents', async () => {
    await begin([{ ...anyAtRest, ...silent }]);
    rest('20001', '20002');
    await timePasses(500);
    expect(status()).toEqual({ kind: 'notKnown', why: 'outOfView', wasOn: false });
    expect(asked('queryOnlineAgent')).toBe(0);
    const roster = watchRoster(bench);
    await comesTo('on');
    roster.watch(false);
    await comesTo('notKnown');
    expect(bodies()).toEqual([]);
  });

  test('is not known without contact, and that it was on is said', async () => {
    await begin([anyAtRest]);
    rest('20001', '20002');
    await comesTo('on');
    const { port } = simulator;
    await simulator.close();
    const lost = await comesTo('notKnown');
    expect(status(lost)).toEqual({ kind: 'notKnown', why: 'noContact', wasOn: true });
    simulator = await quickSimulator({ port });
  });
});

describe('a rule on queues', () => {
  const callers = (queueSize: number): void => {
    const figures = [1, 2, 3, 4, 5, 6, 7, 8].map((deviceNo) => ({ deviceNo, queueSize, queueTime: 1, loggedOnAgents: 1, availAgents: 0 }));
    simulator.nextAnswer(
      { interface: 'queryAcdStat', times: 1_000 },
      {
        kind: 'answer',
        status: 200,
        body: JSON.stringify({ message: '', retcode: '0', result: figures }),
        contentType: 'application/json',
      },
    );
  };

  test('asks for them while no page shows them, and tells', async () => {
    await begin([waiting], { timings: { queues: 100 }, before: () => callers(11) });
    await comesTo('on');
    expect(bodies()[0]).toMatch(/: 11 callers/);
  });

  test('that cannot be evaluated as the gateway tells of none says so, and is never on', async () => {
    await begin([waiting], {
      before: () => simulator.nextAnswer({ interface: 'querySkillQueueOnAgentVDN', times: 100 }, { kind: 'retcode', retcode: '600-005' }),
    });
    await bench.until('no queues', ({ queues }) => queues.kind === 'notHere');
    expect(status()).toEqual({ kind: 'notKnown', why: 'queuesNotHere', wasOn: false });
    expect(bodies()).toEqual([]);
  });

  test('of a skill that there is not says so', async () => {
    await begin([ruleOf({ kind: 'waiting', skill: 'No such skill', moreThan: 10 })]);
    await bench.until('an answer', (state) => state.queues.kind === 'ready');
    expect(status()).toEqual({ kind: 'notKnown', why: 'skillUnknown', wasOn: false });
  });

  test('is the only reason to ask: none is asked for by rules on agents, or by one that only colours', async () => {
    await begin([anyAtRest, { ...waiting, ...silent }, { ...waiting, enabled: false }]);
    await comesTo('watching');
    await timePasses(300);
    expect(asked('querySkillQueueOnAgentVDN')).toBe(0);
    expect(bench.inspector.state().rules[1]).toEqual({ kind: 'notKnown', why: 'outOfView', wasOn: false });
  });
});

test('while one listens nothing is told, and what is still on is told once after', async () => {
  await begin([anyAtRest], { before: () => simulator.setAgent('20003', { state: 'talking' }) });
  await comesTo('watching');
  accept(await bench.inspector.command('listen', { workNo: '20003' }));
  await bench.listen('listening');
  rest('20001', '20002');
  await comesTo('on');
  expect(bodies().filter((body) => body.includes('at rest'))).toEqual([]);
  accept(await bench.inspector.command('stopListening', {}));
  await bench.listen('ended');
  await expect.poll(() => bodies().filter((body) => body === '2 agents at rest')).toHaveLength(1);
});

test('a ring takes the place of what is being told of a rule', async () => {
  await begin([anyAtRest], { before: () => simulator.setAgent('20003', { state: 'talking' }) });
  simulator.setPhone('291', { kind: 'neverAnswers' });
  rest('20001', '20002');
  await comesTo('on');
  expect(bench.shown.present.toast).toMatchObject({ body: '2 agents at rest', lasting: false });
  accept(await bench.inspector.command('listen', { workNo: '20003' }));
  await bench.listen('ringing');
  expect(bench.shown.present.toast).toMatchObject({ title: 'Your phone is ringing', lasting: true });
});

test('a rule is tried by its toast and sound, and says that it is a test', async () => {
  await begin([]);
  accept(await bench.inspector.command('testRule', { rule: { ...longRest, sound: true } }));
  expect(bench.shown.present).toMatchObject({
    toast: { title: 'All agents: at rest for more than 15 minutes', body: 'This is only a test of the rule.' },
    sound: { sound: 'question', loop: false },
  });
});

test('rules by policy are watched, whatever is left out of them, and are not the inspector’s to change', async () => {
  await begin([], { policy: { rules: [{ watch: { kind: 'numberInState', state: 'rest', bound: 'moreThan', number: 1 } }, { watch: 1 }] } });
  await comesTo('watching');
  expect(bench.inspector.state().settings).toMatchObject({
    values: { rules: [anyAtRest] },
    locked: ['rules'],
    wrong: [{ name: 'rules', why: 'doesNotFit', entries: [2] }],
  });
  expect(await bench.inspector.command('changeSettings', { settings: { rules: [] } })).toMatchObject({
    ok: false,
    problem: { code: 'setting-locked' },
  });
});
