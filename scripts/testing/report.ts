import path from 'node:path';

/** For Vitest: also a report (JUnit's XML) in the folder that EARSHOT_TEST_REPORTS names, if it does. */
export function report(name: string): readonly string[] {
  const folder = process.env['EARSHOT_TEST_REPORTS'] ?? '';
  if (folder === '') return [];
  return ['--reporter=default', '--reporter=junit', `--outputFile.junit=${path.join(folder, `test-report-${name}.xml`)}`];
}
