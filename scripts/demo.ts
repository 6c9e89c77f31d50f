import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SignInForm } from '../contract/state.ts';
import { readAdministeredHere } from '../main/settings/administeredHere.ts';
import { registryModuleIn } from '../main/settings/policy/registryModule.ts';
import { runWebHost } from '../main/web/run.ts';
import { startSimulator } from '../simulator/index.ts';
import { openBrowser } from './browser.ts';
import { build } from './build.ts';
import { portProblem, readCommandLine } from './commandLine.ts';
import { findElectron, hasDisplay } from './electronBinary.ts';
import { openInElectron } from './electronWindow.ts';
import { inProject, root, version } from './project.ts';

/** A window that lasts less than this never came up. */
const shortestVisit = 3_000;

const usage = `Shows Earshot on a simulated gateway with 200 agents, the sign-in form filled in.

  npm run demo -- [OPTION…]

  --web         in the browser, even where Electron could open its window
  --port P      the port that the browser is served from (default: any free one)
  --no-open     do not open the browser; the link is printed
  --help        this text
`;
const commandLine = readCommandLine(usage, { web: { type: 'boolean' }, port: { type: 'string' }, open: { type: 'boolean' } }, ({ port }) =>
  portProblem(port),
);
if (commandLine.kind === 'ends') process.exit(commandLine.status);
const { web = false, port, open = true } = commandLine.options;

if (!(await build(console.log))) process.exit(1);

const simulator = await startSimulator({ agents: 200 });
console.log(`CC-Gateway simulator at ${simulator.url}`);
const account = simulator.inspectors[0];
if (account === undefined) throw new Error('The simulator has no inspector.');
console.log(`inspector ${account.agentId} password ${account.password} phone ${account.phone}`);
console.log(`certificate SHA-256 ${simulator.fingerprint}`);

const form: SignInForm = {
  gatewayAddress: `127.0.0.1:${String(simulator.port)}`,
  agentId: account.agentId,
  password: account.password,
  phoneNumber: account.phone,
};
// A folder of its own: the simulator's certificate is another one each time, and nothing of a demo should stay.
const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-demo-'));
const env = { ...process.env, EARSHOT_DEMO_SIGN_IN: JSON.stringify(form), EARSHOT_DATA_DIR: dataFolder };

/** What is off unless an administrator allows it, so that all of it can be tried. */
const everythingAllowed = {
  interceptAllowed: true,
  forceIdleAllowed: true,
  forceBusyAllowed: true,
  forceRestAllowed: true,
  forceSignOutAllowed: true,
  forceDropCallAllowed: true,
};

const status = await openDemo();
await simulator.close();
rmSync(dataFolder, { recursive: true, force: true });
process.exit(status);

async function openDemo(): Promise<number> {
  if (web) return openWeb('that was asked for');
  const electron = hasDisplay(process.env) ? findElectron(process.env, true) : { kind: 'missing' as const, why: 'there is no display' };
  if (electron.kind === 'missing') return openWeb(electron.why);
  const began = Date.now();
  let told = false;
  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  const wasTold = (): boolean => told;
  const { child, left: leaving } = openInElectron(electron.file, env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      told = true;
      child.kill(signal);
    });
  }
  const left = await leaving;
  if (wasTold()) return 0;
  return left !== 0 && Date.now() - began < shortestVisit ? openWeb('Electron could not start') : left;
}

function openWeb(why: string): Promise<number> {
  console.log(`Earshot runs in a browser here, as ${why}.`);
  console.log('Taking calls over and making agents do something are allowed in this demo, which an administrator has to do elsewhere.');
  return runWebHost({
    version: version(),
    args: [...(port === undefined ? [] : ['--port', port]), ...(open ? [] : ['--no-open'])],
    env,
    pages: inProject('dist', 'renderer'),
    readAdministered: async () => {
      const here = await readAdministeredHere(registryModuleIn(root));
      return { ...here, policy: { ...everythingAllowed, ...here.policy } };
    },
    print: console.log,
    openBrowser,
  });
}
