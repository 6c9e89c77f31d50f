import { runWebHost } from '../main/web/run.ts';
import { openBrowser } from './browser.ts';
import { build } from './build.ts';
import { inProject, version } from './project.ts';

const args = process.argv.slice(2);
const startsNothing = args.includes('--help') || args.includes('--check-settings');
if (!startsNothing && !(await build(console.log))) process.exit(1);
process.exit(
  await runWebHost({ version: version(), args, env: process.env, pages: inProject('dist', 'renderer'), print: console.log, openBrowser }),
);
