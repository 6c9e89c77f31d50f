import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/project.ts';
import { bundled, type Program } from '../support/bundled/bundled.ts';

/** Runs a command of the project to its end; none of these gets as far as to install or build anything. */
function run(script: Program | 'run.mjs', ...args: string[]): { status: number | null; out: string; err: string } {
  const file = script === 'run.mjs' ? inProject('scripts', script) : bundled(script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 60_000 });
  return { status, out: stdout, err: stderr };
}

test.each([
  ['demo', 'npm run demo -- [OPTION…]', ['--web', '--port P', '--no-open', '--help']],
  ['dev', 'npm run dev -- [OPTION…]', ['--port P', '--no-open', '--help']],
  ['start', 'npm start', ['--help']],
] as const)('npm run %s -- --help is about that command, and all of its options', (script, line, options) => {
  const { status, out, err } = run(script, '--help');
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain(`  ${line}\n`);
  expect(out.match(/^ {2}--\S+( [A-Z])?/gm)?.map((option) => option.trim())).toEqual(options);
});

test.each([
  ['demo', ['--nonsense'], "Unknown option '--nonsense'. See --help.\n"],
  ['demo', ['stray'], "Unexpected argument 'stray'. See --help.\n"],
  ['demo', ['--port', '70000'], '--port must be a number from 0 to 65535, not "70000". See --help.\n'],
  ['dev', ['--port'], "Option '--port <value>' argument missing. See --help.\n"],
  ['start', ['--port', '80'], "Unknown option '--port'. See --help.\n"],
  ['test', ['--units'], "Unknown option '--units'. See --help.\n"],
] as const)('npm run %s %j is refused in a sentence, with status 2', (script, args, sentence) => {
  expect(run(script, ...args)).toEqual({ status: 2, out: '', err: sentence });
});

test('npm test with a name that there is not says what is near to it, with status 2', () => {
  const { status, out, err } = run('test', 'npm test with a nane that there is not');
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^No test, file or check is called "npm test with a nane that there is not"\. Near to it:\n/);
  expect(err).toContain('  npm test with a name that there is not says what is near to it, with status 2\n');
});

test('a command that there is not is refused before anything is installed', () => {
  const { status, out, err } = run('run.mjs', 'nonsense');
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^There is no command "nonsense"\. There are: npm run demo, npm run test, .+\.\n$/);
  expect(run('run.mjs').err).toMatch(/^There is no command without a name\. /);
});

describe('what is missing is installed before a command starts', () => {
  const today = new Date('2026-03-02T10:00:00Z');
  const yesterday = new Date('2026-03-01T10:00:00Z');

  /** What `npm run hello` says in a project into which npm installed on one day, and whose lock file was written on another. */
  function hello({ installed, locked }: { readonly installed: Date | null; readonly locked: Date }): string {
    const root = mkdtempSync(path.join(tmpdir(), 'earshot-install-'));
    const write = (file: string, text: string, time?: Date): void => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
      if (time !== undefined) utimesSync(path.join(root, file), time, time);
    };
    const node = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
    write('package.json', JSON.stringify({ scripts: { hello: 'node scripts/run.mjs hello' } }));
    write('package-lock.json', '{}', locked);
    write('scripts/hello.ts', "console.log('hello');");
    write('npm.mjs', "console.log('npm', process.argv[2]);");
    write(node, '');
    copyFileSync(process.execPath, path.join(root, node));
    copyFileSync(inProject('scripts', 'run.mjs'), path.join(root, 'scripts', 'run.mjs'));
    if (installed !== null) write('node_modules/.package-lock.json', '{}', installed);
    const env = { ...process.env, npm_execpath: path.join(root, 'npm.mjs') };
    const { stdout } = spawnSync(process.execPath, [path.join(root, 'scripts', 'run.mjs'), 'hello'], { encoding: 'utf8', env });
    rmSync(root, { recursive: true, force: true });
    return stdout;
  }
  const installs = 'Installing what is missing (once, about a minute) …\nnpm ci\nhello\n';

  test('by npm, where it was not', () => {
    expect(hello({ installed: null, locked: yesterday })).toBe(installs);
  });

  test('not once more, where somebody ran npm ci by hand', () => {
    expect(hello({ installed: today, locked: yesterday })).toBe('hello\n');
  });

  test('again, when the lock file changed since', () => {
    expect(hello({ installed: yesterday, locked: today })).toBe(installs);
  });
});
