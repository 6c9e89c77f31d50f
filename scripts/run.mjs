// Starts a command of package.json on whatever Node.js ≥ 20 there is: installs what is missing, then hands over to the
// project's own Node.js. Plain JavaScript, as nothing is installed yet when it runs.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);

const commands = commandsOf(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
if (!commands.has(command)) {
  const names = [...commands.values()].map((name) => `npm run ${name}`).join(', ');
  console.error(`There is no command ${command === undefined ? 'without a name' : `"${command}"`}. There are: ${names}.`);
  process.exit(2);
}
install();
const child = spawn(ownNode(), [path.join(root, 'scripts', `${command}.ts`), ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));

function install() {
  const lockFile = path.join(root, 'package-lock.json');
  const mark = path.join(root, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const installedHere = existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
  if (existsSync(ownNode()) && (installedHere || installedByHand(lockFile))) return;
  console.log('Installing what is missing (once, about a minute) …');
  const npm = process.env.npm_execpath;
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done =
    npm === undefined
      ? spawnSync('npm', quiet, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...quiet], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0 || !existsSync(ownNode())) {
    console.error('What is missing could not be installed: see the lines above. Is the npm registry reachable?');
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}

/** Whether `npm ci` was run by hand since the lock file is as it is: npm writes its own copy last, when everything is there. */
function installedByHand(lockFile) {
  const copy = path.join(root, 'node_modules', '.package-lock.json');
  return existsSync(copy) && statSync(copy).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** The scripts that package.json starts with this file, each with its name there. */
function commandsOf({ scripts }) {
  const found = Object.entries(scripts).map(([name, line]) => [/^node scripts\/run\.mjs (\w+)$/.exec(line)?.[1], name]);
  return new Map(found.filter(([script]) => script !== undefined));
}

function ownNode() {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
