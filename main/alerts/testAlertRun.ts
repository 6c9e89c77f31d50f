import type { Shown } from '../../contract/alerts.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { AppState, SurfaceResult, TestAlert } from '../../contract/state.ts';
import { alertWords, type AlertWords } from './words/words.ts';

/** The words that the report is made of. */
type ReportWords = Pick<AlertWords, 'surface' | 'testReport'>;

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
  const words = (): ReportWords => alertWords[inspector.state().language];
  const finished = whenDone(inspector);
  const answer = await inspector.command('testAlert', {});
  if (!answer.ok) {
    finished.stop();
    return { status: 2, lines: [words().testReport.refused(answer.problem.code)] };
  }
  return reportOf(await finished.result, words());
}

/** The report of a test that is over. */
export function reportOf({ results, whole, quiet }: Done, words: ReportWords): TestAlertRun {
  const { testReport } = words;
  const there = results.filter(({ shown }) => shown.kind !== 'notSupported');
  const shown = there.filter((result) => result.shown.kind === 'shown');
  const lines = [...results.map((result) => line(result, words)), testReport.quiet[quiet], ...(whole ? [] : [testReport.cutShort])];
  if (shown.length === 0) return { status: 2, lines };
  return { status: whole && shown.length === there.length ? 0 : 1, lines };
}

function line({ surface, shown, after }: SurfaceResult, { surface: names, testReport }: ReportWords): string {
  const name = names[surface];
  const time = String(Math.round(after));
  switch (shown.kind) {
    case 'shown':
      return testReport.shown(name, time);
    case 'notShown':
      return testReport.notShown(name, whyNot(shown, testReport));
    case 'notSupported':
      return testReport.notSupported(name);
    case 'late':
      return testReport.late(name, time);
  }
}

function whyNot({ why, detail }: Extract<Shown, { kind: 'notShown' }>, { whyNot: reasons, failed }: ReportWords['testReport']): string {
  return why === 'failed' ? failed(detail ?? '') : reasons[why];
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
