import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, signInOf, type Bench } from '../support/inspectorOnSimulator.ts';

/**
 * The codes of protocol.md 6 that sign-in or polling can give, as the document lists them: those of the gateway itself, of
 * sign-in and session, of switching over, of accounts, of configuration. The rest is about calls, recordings and conferences.
 */
const numbers = (family: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${family}-${String(from + index).padStart(3, '0')}`);
const codes = [
  ...numbers('000', 1, 7),
  ...numbers('100', 1, 21),
  '110-016',
  ...numbers('105', 1, 7),
  ...numbers('600', 1, 5),
  ...numbers('800', 1, 3),
  '999-001',
];

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  bench = createBench();
  await signIn(bench, simulator);
});
afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

/** Each in words of its own (the page has a sentence and a remedy for every meaning, test/renderer/languages). */
function expectMeaning(problem: Problem | null, code: string): void {
  expect(problem).toMatchObject({ code });
  expect(problem?.meaning, code).not.toBe('unknown-retcode');
}

test('every code at sign-in is said with its reason and the next step, and the next sign-in works', async () => {
  accept(await bench.inspector.command('signOut', {}));
  for (const code of codes) {
    simulator.nextAnswer({ interface: 'login' }, { kind: 'retcode', retcode: code });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { session } = await bench.until(
      `the words for ${code}`,
      (state) => state.session.kind === 'takeOver' || (state.session.kind === 'signedOut' && state.session.problem !== null),
    );
    expect(session.kind).toBe(code === '100-002' ? 'takeOver' : 'signedOut');
    expectMeaning(session.kind === 'takeOver' || session.kind === 'signedOut' ? session.problem : null, code);
    if (session.kind === 'takeOver') accept(await bench.inspector.command('cancelSignIn', {}));
  }
  await signIn(bench, simulator);
}, 60_000);

/** After these the session is gone (protocol.md 2.1); 000-003 only after several, as a Guid may just be changing. */
const over = new Set(['100-006', '100-008', '105-001', '105-003', '105-004', '105-005', '105-006', '105-007']);

test('every code at the poll is said with its reason, and ends the session or does not, as the document has it', async () => {
  for (const code of codes) {
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 3 }, { kind: 'retcode', retcode: code });
    const { session } = await bench.until(`the words for ${code}`, (state) =>
      state.session.kind === 'signedIn' ? state.session.connection.problem !== null : state.session.kind === 'signedOut',
    );
    expect(session.kind, code).toBe(over.has(code) ? 'signedOut' : 'signedIn');
    if (session.kind === 'signedIn') {
      expectMeaning(session.connection.problem, code);
      await bench.until('live', (state) => state.session.kind === 'signedIn' && state.session.connection.problem === null);
    } else if (session.kind === 'signedOut') {
      expectMeaning(session.problem, code);
      simulator.behave();
      await signIn(bench, simulator, { takeOver: true });
    }
  }
}, 120_000);
