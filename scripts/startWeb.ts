import { readAdministeredHere } from '../main/settings/administeredHere.ts';
import { registryModuleIn } from '../main/settings/policy/registryModule.ts';
import { runWebHost } from '../main/web/run.ts';
import { openBrowser } from './browser.ts';
import { build } from './build.ts';
import { inProject, root, version } from './project.ts';

const args = process.argv.slice(2);
const startsNothing = args.includes('--help') || args.includes('--check-settings');
if (!startsNothing && !(await build(console.log))) process.exit(1);
process.exit(
  await runWebHost({
    version: version(),
    args,
    env: process.env,
    pages: inProject('dist', 'renderer'),
    readAdministered: () => readAdministeredHere(registryModuleIn(root)),
    print: console.log,
    openBrowser,
  }),
);
