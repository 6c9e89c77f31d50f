import { defineConfig } from 'vitest/config';
import { coresToFill } from './scripts/testing/coresToFill.ts';
import { ownMeans } from './scripts/testing/means.ts';
import { testFiles } from './scripts/testing/testFiles.ts';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Those that take longest, some of them on Windows alone, where a program's start takes its time: begun last, they would be waited for when
 * all others are done. Those that mostly wait come first, beside the one that fills the cores; those that reckon fill what is left.
 */
const longest = [
  'test/crash/crashSafety',
  'test/integration/contact',
  'test/integration/roster',
  'test/scenarios/session',
  'test/scenarios/modes',
  'test/scenarios/network',
  'test/integration/everyCode',
  'test/integration/hostileGateway',
  'test/integration/standing',
  'test/scenarios/listening',
  'test/integration/alerts',
  'test/integration/webHost',
  'test/simulator/cli',
  'test/properties/answers',
  'test/properties/machines',
  'test/renderer/unusedWords',
  'main/listen/listenTruth',
  'test/trust/atomic',
  'scripts/auditVerify',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [
      ...sorted.filter((file) => place(file) >= 0).sort((one, other) => place(one) - place(other)),
      ...sorted.filter((file) => place(file) < 0),
    ];
  }
}

export default defineConfig({
  test: {
    include: [...testFiles.vitest],
    environment: 'node',
    // No module keeps state, but for what tests share on purpose: what one file loaded, the next one of its worker needs not load again.
    isolate: false,
    globalSetup: ['test/support/bundled/setup.ts'],
    // Most of them wait, for long polls and time-outs: more of them than there are cores.
    maxWorkers: 3 * coresToFill(ownMeans()),
    sequence: { sequencer: LongestFirst },
    // Long polls, real TLS: a test that waits for the gateway may take a while on a busy machine.
    testTimeout: 60_000,
    // Generous: a condition that never comes fails all the same, and a busy machine is not a fault.
    expect: { poll: { timeout: 30_000, interval: 20 } },
    hookTimeout: 60_000,
    // A message that names what was found, not "expected [ { …(3) } ] to …": of a failure elsewhere it is all there is.
    chaiConfig: { truncateThreshold: 1_000 },
  },
});
