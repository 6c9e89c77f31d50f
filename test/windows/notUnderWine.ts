/** Files of tests that Wine cannot tell anything of, and why; single tests say it themselves (test/support/wine.ts). */
export const notUnderWine: readonly { readonly file: string; readonly why: string }[] = [
  {
    file: 'test/project/commands.test.ts',
    why: 'it starts commands of the project, whose bundler has native code that Wine 8 does not load',
  },
  { file: 'scripts/lint/ownRules.test.ts', why: 'it starts the linter, whose native code for Windows is not installed here' },
  { file: 'scripts/testing/reporters.test.ts', why: 'it starts test runners that tell of their tests over a pipe of Node.js’ own' },
  {
    file: 'test/e2e/web/rosterKept.spec.ts',
    why: 'it ends the web host, which a Windows program under Wine is not asked to: it is killed, and signs nobody out',
  },
  {
    file: 'test/e2e/web/canary.spec.ts',
    why: 'it has a fault raised in the web host by a signal, which does not go through to a Windows program',
  },
];
