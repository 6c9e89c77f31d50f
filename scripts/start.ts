import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { findElectron, hasDisplay, sandboxArguments } from './electronBinary.ts';
import { ended } from './processes.ts';
import { root } from './project.ts';

if (!(await build(console.log))) process.exit(1);
const electron = findElectron(process.env, true);
if (electron.kind === 'missing' || !hasDisplay(process.env)) {
  const why = electron.kind === 'missing' ? electron.why : 'there is no display';
  console.error(`Earshot cannot open its window: ${why}. "npm run start:web" runs it in a browser.`);
  process.exit(1);
}
const child = spawn(electron.file, [...sandboxArguments(), root], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
process.exit(await ended(child));
