import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Runs a command of the project to its end; none of these gets as far as to install or build anything. */
function run(script: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const file = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 15_000 });
  return { status, out: stdout, err: stderr };
}

test.each([
  ['demo.ts', 'npm run demo -- [OPTION…]', ['--web', '--port P', '--no-open', '--help']],
  ['dev.ts', 'npm run dev -- [OPTION…]', ['--port P', '--no-open', '--help']],
  ['start.ts', 'npm start', ['--help']],
])('%s --help is about that command, and all of its options', (script, line, options) => {
  const { status, out, err } = run(script, '--help');
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain(`  ${line}\n`);
  expect(out.match(/^ {2}--\S+( [A-Z])?/gm)?.map((option) => option.trim())).toEqual(options);
});

test.each([
  ['demo.ts', ['--nonsense'], "Unknown option '--nonsense'. See --help.\n"],
  ['demo.ts', ['stray'], "Unexpected argument 'stray'. See --help.\n"],
  ['demo.ts', ['--port', '70000'], '--port must be a number from 0 to 65535, not "70000". See --help.\n'],
  ['dev.ts', ['--port'], "Option '--port <value>' argument missing. See --help.\n"],
  ['start.ts', ['--port', '80'], "Unknown option '--port'. See --help.\n"],
])('%s %j is refused in a sentence, with status 2', (script, args, sentence) => {
  expect(run(script, ...args)).toEqual({ status: 2, out: '', err: sentence });
});

test('a command that there is not is refused before anything is installed', () => {
  const { status, out, err } = run('run.mjs', 'nonsense');
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^There is no command "nonsense"\. There are: npm run demo, npm run test, .+\.\n$/);
  expect(run('run.mjs').err).toMatch(/^There is no command without a name\. /);
});
