/** A file of tests that is left out, and why. */
interface LeftOut {
  readonly file: string;
  readonly why: string;
}

/** Wine cannot tell anything of them; single tests say it themselves (test/support/wine.ts). */
export const notUnderWine: readonly LeftOut[] = [
  {
    file: 'test/project/commands.test.ts',
    why: 'it starts commands of the project, whose bundler has native code that Wine 8 does not load',
  },
  { file: 'scripts/lint/ownRules.test.ts', why: 'it starts the linter, whose native code for Windows is not installed here' },
  { file: 'scripts/testing/reporters.test.ts', why: 'it starts test runners that tell of their tests over a pipe of Node.js’ own' },
];

const noHost = 'it drives no web host, but the same page in the same browser as npm test';

/** Of the web end-to-end tests, those that tell nothing of the web host on Windows. */
export const notDriven: readonly LeftOut[] = [
  {
    file: 'test/e2e/web/rosterKept.spec.ts',
    why: 'it asks the web host to end, which no Windows program is asked to: it is killed, and signs nobody out',
  },
  { file: 'test/e2e/web/canary.spec.ts', why: 'it has a fault raised in the web host by a signal, which Windows has not' },
  { file: 'test/e2e/web/settingTheDate.spec.ts', why: 'its web host has the test’s own clock, and runs in the test’s process' },
  { file: 'test/e2e/web/clippedText.spec.ts', why: noHost },
  { file: 'test/e2e/web/rosterFaces.spec.ts', why: noHost },
  { file: 'test/e2e/web/controlPage.spec.ts', why: 'it drives the simulator’s own page, and no web host' },
];
