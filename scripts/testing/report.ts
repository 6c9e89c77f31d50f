import path from 'node:path';

/** For Vitest: also a report (JUnit's XML) in the folder that EARSHOT_TEST_REPORTS names, if it does. */
export function report(name: string): readonly string[] {
  const file = reportFile(name);
  return file === null ? [] : ['--reporter=default', '--reporter=junit', `--outputFile.junit=${file}`];
}

/** The same for Playwright, which otherwise shows a dot for each test. */
export function browserReport(name: string): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const file = reportFile(name);
  if (file === null) return { args: ['--reporter', 'dot'], env: {} };
  return { args: ['--reporter', 'dot,junit'], env: { PLAYWRIGHT_JUNIT_OUTPUT_FILE: file } };
}

function reportFile(name: string): string | null {
  const folder = process.env['EARSHOT_TEST_REPORTS'] ?? '';
  return folder === '' ? null : path.resolve(folder, `test-report-${name}.xml`);
}
