import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createInspector } from '../app/compose.ts';
import { checkSettings, checkSettingsSwitch } from '../app/checkSettings.ts';
import { codeOf } from '../results/codeOf.ts';
import { readEnvironment } from '../platform/environment.ts';
import { faultPlace, logFaults } from '../log/faults.ts';
import type { Administered } from '../settings/administered.ts';
import { systemDataFolder, openDataFolder } from './dataFolder.ts';
import { createFileOffers } from './fileOffers.ts';
import type { Log } from '../ports/log.ts';
import { createWebHost, systemTime, type Time } from './host.ts';
import { builtPages, type Pages } from './pages.ts';
import { startWebServer } from './server.ts';

const usage = `npm run start:web -- [options]
  --port P       listen on this port of 127.0.0.1 (default: a free one)
  --no-open      do not open the browser
  --data-dir D   keep settings and the log in this folder
  --check-settings
                 start nothing: print every setting in force, where it comes from, and
                 what is not obeyed and why (exit status 1 if anything is not)
  --help`;

const argumentsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  open: z.boolean().default(true),
  'data-dir': z.string().min(1).optional(),
  [checkSettingsSwitch]: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What the host asks of the process that it runs in. */
export interface HostProcess {
  /** Logs what nothing caught. */
  logFaults(log: Log): void;
  /** Resolves when the host is to end. */
  toldToEnd(): Promise<void>;
}

export interface WebHostOptions {
  readonly version: string;
  readonly args: readonly string[];
  readonly env: Record<string, string | undefined>;
  /** The folder of the built renderer, or what stands for it while developing. */
  readonly pages: string | Pages;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the administrator set, read again with each call. */
  readonly readAdministered: () => Promise<Administered>;
  /** The computer's own unless a test says otherwise. */
  readonly time?: Time;
  /** The process as it is unless the host shares it with a test. */
  readonly hostProcess?: HostProcess;
  print(line: string): void;
  openBrowser(link: string): void;
}

/** Runs the web host until it is told to end; answers its exit status. */
export async function runWebHost(deps: WebHostOptions): Promise<number> {
  const { print, readAdministered } = deps;
  const args = readArguments(deps.args);
  if (args === null || args.help) {
    print(usage);
    return args === null ? 2 : 0;
  }
  const environment = readEnvironment(deps.env);
  const dataFolder = path.resolve(args['data-dir'] ?? environment.dataFolder ?? systemDataFolder(deps.env));
  if (args[checkSettingsSwitch]) return checkSettings(path.join(dataFolder, 'earshot.json'), print, readAdministered);
  const folder = await openDataFolder(dataFolder);
  switch (folder.kind) {
    case 'unusable':
      print(`Earshot cannot keep its settings and its log in ${dataFolder}. Choose another folder with --data-dir.`);
      return 2;
    case 'taken':
      print(`Earshot is running already and keeps its settings in ${dataFolder}. Use it, or choose another folder with --data-dir.`);
      return 2;
    case 'openToOthers':
      print(
        `Other users of this computer can write in ${dataFolder}. Make it yours alone (chmod 700), or choose another folder with --data-dir.`,
      );
      return 2;
    case 'taken up':
      break;
  }
  const { log, lock } = folder;
  const { version, hostProcess = ownProcess, time = systemTime() } = deps;
  hostProcess.logFaults(log);
  for (const name of environment.refused) log.warn('environment-refused', { name });
  const files = createFileOffers({ clock: time.clock, token: freshToken });
  const host = createWebHost({ version, dataFolder, log, files, time, administered: await readAdministered(), readAdministered });
  const inspector = createInspector(host, { form: environment.form });

  let server;
  try {
    server = await startWebServer({
      inspector,
      pages: typeof deps.pages === 'string' ? builtPages(deps.pages) : deps.pages,
      log,
      port: args.port,
      token: freshToken,
      files,
      ...(deps.headers === undefined ? {} : { headers: deps.headers }),
    });
  } catch (error) {
    const taken = codeOf(error) === 'EADDRINUSE';
    print(taken ? `Port ${String(args.port)} is taken. Choose another with --port.` : 'The web host could not start.');
    log.error('web host did not start', { place: faultPlace(error) });
    lock.release();
    log.close();
    return 2;
  }
  inspector.start();
  print(`Earshot is at ${server.link}`);
  if (args.open) deps.openBrowser(server.link);

  await hostProcess.toldToEnd();
  await inspector.close();
  await server.close();
  lock.release();
  log.close();
  return 0;
}

/** 256 bits, as text fit for a URL. */
const freshToken = (): string => randomBytes(32).toString('base64url');

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        open: { type: 'boolean' },
        'data-dir': { type: 'string' },
        [checkSettingsSwitch]: { type: 'boolean' },
        help: { type: 'boolean' },
      },
      allowNegative: true,
    });
    const parsed = argumentsSchema.safeParse(values);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const ownProcess: HostProcess = {
  logFaults,
  toldToEnd: () =>
    new Promise((resolve) => {
      // Kept for good: Ctrl-C often comes twice, and the second must not cut the sign-out off.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    }),
};
