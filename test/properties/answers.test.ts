import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBench, type Bench } from '../support/inspectorOnSimulator.ts';
import {
  answering,
  startScriptedGateway,
  type Heard,
  type InterfaceName,
  type ScriptedAnswer,
  type ScriptedGateway,
} from '../support/scriptedGateway.ts';
import { anyAnswer } from './anyAnswer.ts';
import { checkAnswer, checkLog, checkRoster, checkState } from './crossing.ts';

let gateway: ScriptedGateway;
let answer: (heard: Heard) => ScriptedAnswer | Promise<ScriptedAnswer>;

beforeAll(async () => {
  gateway = await startScriptedGateway((heard) => answer(heard));
});

afterAll(() => gateway.close());

const interfaces = [
  'login',
  'getAgentStatus',
  'getAgentEvent',
  'roster',
  'addSupervise',
  'stopSuperviseOrInsert',
  'sayFree',
  'logout',
] as const;

/** A gateway as it should be. */
function good({ name }: Heard): ScriptedAnswer | Promise<ScriptedAnswer> {
  switch (name) {
    case 'login':
      return { headers: { 'set-guid': 'JSESSIONID=0123.AgentGateway0' }, body: '{"message":"","retcode":"0","result":{"workno":"291"}}' };
    case 'getAgentEvent':
      return new Promise((resolve) => setTimeout(resolve, 20, answering()));
    case 'getAgentStatus':
      return answering({ agentState: 4 });
    case 'roster':
      return answering([{ workno: '20001', name: 'Li Wei', groupname: 'Sales', status: '7', ctiStatus: '5' }]);
    default:
      return answering();
  }
}

/** Signs in, looks at the roster, listens, stops and signs out, checking all that the renderer is sent on the way. */
async function shortShift(bench: Bench, broken: InterfaceName): Promise<void> {
  const { inspector } = bench;
  const failures: unknown[] = [];
  const checked =
    <Value>(check: (value: Value) => void) =>
    (value: Value): void => {
      try {
        check(value);
      } catch (error) {
        failures.push(error);
      }
    };
  const stop = inspector.onState(checked(checkState));
  const feed = inspector.subscribeToRoster(checked(checkRoster));
  const heard = (): number => gateway.heard.filter(({ name }) => name === broken).length;
  const before = heard();
  const command = async (...[name, input]: Parameters<typeof inspector.command>): Promise<void> => {
    checked(checkAnswer)(await inspector.command(name, input));
  };
  await command('signIn', {
    gatewayAddress: gateway.address,
    agentId: '291',
    password: 'secret-1',
    phoneNumber: '9001',
    keepSignedIn: false,
    takeOver: false,
  });
  await bench.session('certificate');
  await command('trustCertificate', { fingerprint: gateway.fingerprint });
  const { session } = await bench.until('a decision', (state) => ['signedIn', 'signedOut', 'takeOver'].includes(state.session.kind));
  if (session.kind === 'signedIn') {
    feed.watch(true);
    if (broken !== 'getAgentStatus' && broken !== 'getAgentEvent') {
      await bench.until(
        'idle, so that a listen is sent',
        (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle',
      );
    }
    await command('listen', { workNo: '20001' });
    await command('goIdle', {});
    await command('stopListening', {});
    await expect.poll(heard).toBeGreaterThan(broken === 'logout' ? -1 : before);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  feed.close();
  await inspector.close();
  stop();
  checked(checkLog)(bench.log);
  if (failures.length > 0) throw failures[0];
}

describe('whatever comes back', () => {
  test.each(interfaces)(
    'to %s, over real TLS, throws nothing out of the core and reaches the window cleaned or not at all',
    async (broken) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyAnswer, { minLength: 1, maxLength: 3 }), async (answers) => {
          let next = 0;
          answer = (heard) => (heard.name === broken ? (answers[next++ % answers.length] ?? 'cut') : good(heard));
          await shortShift(createBench({ timings: { poll: { deadline: 400 }, roster: 20 } }), broken);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    },
    120_000,
  );
});
