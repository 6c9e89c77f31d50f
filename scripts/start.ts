import { build } from './build.ts';
import { readCommandLine } from './commandLine.ts';
import { findElectron, hasDisplay } from './electronBinary.ts';
import { messagesFile, openInElectron } from './electronWindow.ts';

const usage = `Opens Earshot in its window. It has no options: what it is told is set in its window.

  npm start

  --help        this text
`;
const commandLine = readCommandLine(usage, {});
if (commandLine.kind === 'ends') process.exit(commandLine.status);
if (!(await build(console.log))) process.exit(1);
const electron = findElectron(process.env, true);
if (electron.kind === 'missing' || !hasDisplay(process.env)) {
  const why = electron.kind === 'missing' ? electron.why : 'there is no display';
  console.error(`Earshot cannot open its window: ${why}. "npm run start:web" runs it in a browser.`);
  process.exit(1);
}
const { child, left } = openInElectron(electron.file, process.env);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
const status = await left;
if (status !== 0) console.error(`What Electron said of itself: ${messagesFile}`);
process.exit(status);
