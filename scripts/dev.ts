import { createServer } from 'vite';
import { readAdministeredHere } from '../main/settings/administeredHere.ts';
import { registryModuleIn } from '../main/settings/policy/registryModule.ts';
import { runWebHost } from '../main/web/run.ts';
import { startSimulator } from '../simulator/index.ts';
import { openBrowser } from './browser.ts';
import { portProblem, readCommandLine } from './commandLine.ts';
import { inProject, root, version } from './project.ts';

const usage = `Runs Earshot in the browser on a simulated gateway; the page reloads as it is edited.

  npm run dev -- [OPTION…]

  --port P      the port that the browser is served from (default: any free one)
  --no-open     do not open the browser; the link is printed
  --help        this text
`;
const commandLine = readCommandLine(usage, { port: { type: 'string' }, open: { type: 'boolean' } }, (values) => portProblem(values.port));
if (commandLine.kind === 'ends') process.exit(commandLine.status);
const { port, open = true } = commandLine.options;

// The renderer reloads as it is edited; main, contract and simulator need a new start.
const simulator = await startSimulator({ agents: 200 });
const account = simulator.inspectors[0];
if (account === undefined) throw new Error('The simulator has no inspector.');
const vite = await createServer({
  configFile: inProject('renderer', 'vite.config.ts'),
  root: inProject('renderer'),
  appType: 'spa',
  server: { middlewareMode: true, hmr: { host: '127.0.0.1', port: 24_678 } },
});
const env = {
  ...process.env,
  EARSHOT_DATA_DIR: inProject('node_modules', '.cache', 'earshot-dev'),
  EARSHOT_DEMO_SIGN_IN: JSON.stringify({
    gatewayAddress: `127.0.0.1:${String(simulator.port)}`,
    agentId: account.agentId,
    password: account.password,
    phoneNumber: account.phone,
  }),
};
const status = await runWebHost({
  version: version(),
  args: [...(port === undefined ? [] : ['--port', port]), ...(open ? [] : ['--no-open'])],
  env,
  pages: (request, response) => {
    vite.middlewares(request, response);
  },
  // Vite's reloading needs inline scripts and styles and a connection of its own; the built page gets the strict headers.
  headers: { 'cache-control': 'no-store' },
  readAdministered: () => readAdministeredHere(registryModuleIn(root)),
  print: console.log,
  openBrowser,
});
await vite.close();
await simulator.close();
process.exit(status);
