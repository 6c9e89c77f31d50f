import { afterEach, describe, expect, test } from 'vitest';
import type { Misbehaviour, Simulator, SimulatorOptions } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

/** Longer than any test waits. */
const never = 60_000;

async function begin(options: SimulatorOptions = {}, queryWindow = 50): Promise<void> {
  simulator = await quickSimulator({ phone: { kind: 'neverAnswers' }, ...options });
  simulator.setAgent('20001', { name: 'Li Wei', status: '7', ctiStatus: '5' });
  bench = createBench({
    timings: {
      poll: {
        deadline: never,
        probeDeadline: never,
        shortHold: 50,
        gapAfterEvent: 5,
        gapAfterNothing: 10,
        backOffBase: 20,
        backOffCap: 200,
      },
      // Only the gap left by the lost answer may bring the question whether it rings.
      listen: { call: never, ring: never },
      queryWindow,
    },
  });
  await signIn(bench, simulator);
  await expect.poll(() => bench.log.join('\n')).toContain('AgentState_Ready');
}

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const requests = (name: string) => simulator.requests.filter((request) => request.interface === name);
const held = () => expect.poll(() => requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
const isAlerted = (): Promise<unknown> => bench.until('a ring', ({ phoneAlert }) => phoneAlert.kind === 'ringing');
const ring = (): void => {
  simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
};
const failedPolls = (): number => bench.log.filter((line) => /request failed.*getAgentEvent/.test(line)).length;
const spoilPolls = (what: Misbehaviour, times = 1): void => {
  simulator.nextAnswer({ interface: 'getAgentEvent', times }, what);
};

/** So many questions of the own state that no place is left but those kept for what finds a ring. */
async function useUpTheQueries(): Promise<void> {
  const heard = (): number => bench.log.filter((line) => line.includes('AgentOther_InService')).length;
  for (let count = 0; count < 10; count += 1) {
    const before = heard();
    simulator.pushEvent('291', 'AgentOther_InService');
    await expect.poll(heard).toBeGreaterThan(before);
    await timePasses(20);
  }
}

describe('a poll that is answered by something else, or cut', () => {
  test.each<readonly [string, Misbehaviour]>([
    ['a web page', { kind: 'html', status: 502 }],
    ['a connection that is cut', { kind: 'closeSocket', when: 'beforeHandling' }],
  ])('(%s) goes out again before any question is answered: a ring in the queue waits for none', async (_name, what) => {
    await begin({ timings: { pollHold: never } });
    await held();
    const asked = requests('getAgentStatus').length;
    for (const name of ['getAgentStatus', 'updateGuid']) {
      simulator.nextAnswer({ interface: name, times: 10 }, { kind: 'delay', ms: never, when: 'beforeHandling' });
    }
    spoilPolls(what);
    simulator.pushEvent('291', 'AgentOther_Note');
    await expect.poll(failedPolls).toBe(1);
    ring();
    await isAlerted();
    const questions = requests('getAgentStatus').slice(asked);
    expect(questions.filter(({ answer }) => answer !== undefined)).toEqual([]);
  });

  test('is live again by a question’s answer, although the next poll is held for long', async () => {
    await begin({ timings: { pollHold: never } });
    await held();
    const asked = requests('getAgentStatus').length;
    spoilPolls({ kind: 'html', status: 502 });
    simulator.pushEvent('291', 'AgentOther_Note');
    await expect.poll(() => bench.log.join('\n')).toContain('AgentOther_Note');
    await expect.poll(failedPolls).toBe(1);
    await expect.poll(() => requests('getAgentStatus').length).toBe(asked + 1);
    await held();
    await bench.until(
      'live, without a problem',
      ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.problem === null,
    );
    expect(requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
  });

  test('again, goes out a third time only when the gateway has answered a question', async () => {
    await begin({ timings: { pollHold: never } });
    await held();
    // The question that goes out beside the second poll, where it does before that one has failed, is answered too late to be of use.
    simulator.nextAnswer({ interface: 'getAgentStatus' }, { kind: 'delay', ms: 500, when: 'beforeHandling' });
    const before = simulator.requests.length;
    spoilPolls({ kind: 'html', status: 502 }, 2);
    simulator.pushEvent('291', 'AgentOther_Note');
    await expect.poll(failedPolls).toBe(2);
    await held();
    const [, , third] = simulator.requests.slice(before).filter((request) => request.interface === 'getAgentEvent');
    const answers = simulator.requests
      .slice(before)
      .flatMap(({ interface: name, answer }) => (name === 'getAgentStatus' ? [answer?.at] : []));
    expect(answers.some((at) => at !== undefined && third !== undefined && at <= third.at)).toBe(true);
  });
});

describe('the query limit', () => {
  test('holds up no ring whose event was lost: the own call is asked for, and the Guid later', async () => {
    await begin({}, never);
    await useUpTheQueries();
    simulator.onRequest(({ record }) => {
      // The answer with the ring is the one after that to the listen request.
      if (record.interface === 'addSupervise') spoilPolls({ kind: 'truncatedJson' }, 3);
      return Promise.resolve();
    });
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    await bench.listen('ringing');
    await isAlerted();
    expect(bench.log.join('\n')).not.toContain('"type":"AgentOther_PhoneAlerting"');
    expect(requests('updateGuid')).toHaveLength(0);
  });
});
