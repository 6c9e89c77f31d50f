import type { CommandAnswer } from '../../contract/commands.ts';
import type { AppState, SurfaceResult, TestAlert } from '../../contract/state.ts';
import { en } from './words/en.ts';

type Done = Extract<TestAlert, { kind: 'done' }>;

/** What of the application is needed. */
export interface TestedInspector {
  state(): AppState;
  onState(listener: (state: AppState) => void): () => void;
  command(name: 'testAlert', input: Record<string, never>): Promise<CommandAnswer>;
}

export interface TestAlertRun {
  /** 0: every surface that this computer has was shown; 1: some were not; 2: none was, or the test could not be made. */
  readonly status: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** The test alert for the command line: runs it once and says what came of it. Call when the page is up. */
export async function runTestAlert(inspector: TestedInspector): Promise<TestAlertRun> {
  const finished = whenDone(inspector);
  const answer = await inspector.command('testAlert', {});
  if (!answer.ok) {
    finished.stop();
    return { status: 2, lines: [`The test could not be made (${answer.problem.code}).`] };
  }
  return reportOf(await finished.result);
}

/** The report of a test that is over. */
export function reportOf({ results, whole, quiet }: Done): TestAlertRun {
  const there = results.filter(({ shown }) => shown.kind !== 'notSupported');
  const shown = there.filter((result) => result.shown.kind === 'shown');
  const lines = [
    ...results.map(line),
    `do not disturb: ${{ yes: 'on', no: 'off', unknown: 'not known' }[quiet]}`,
    ...(whole ? [] : ['The test was cut short by a real alert.']),
  ];
  if (shown.length === 0) return { status: 2, lines };
  return { status: whole && shown.length === there.length ? 0 : 1, lines };
}

function line({ surface, shown, after }: SurfaceResult): string {
  const name = en.surface[surface];
  const time = `${String(Math.round(after))} ms`;
  switch (shown.kind) {
    case 'shown':
      return `${name}: shown after ${time}`;
    case 'notShown':
      return `${name}: not shown (${shown.why})`;
    case 'notSupported':
      return `${name}: not on this computer`;
    case 'late':
      return `${name}: nothing heard within ${time}`;
  }
}

function whenDone(inspector: TestedInspector): { readonly result: Promise<Done>; stop(): void } {
  let stop = (): void => undefined;
  // A result that was there before belongs to an earlier test.
  const before = inspector.state().testAlert;
  const result = new Promise<Done>((resolve) => {
    stop = inspector.onState(({ testAlert }) => {
      if (testAlert.kind !== 'done' || testAlert === before) return;
      stop();
      resolve(testAlert);
    });
  });
  return {
    result,
    stop: () => {
      stop();
    },
  };
}
