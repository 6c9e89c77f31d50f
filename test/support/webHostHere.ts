import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nothingAdministered } from '../../main/settings/administered.ts';
import type { Time } from '../../main/web/host.ts';
import { runWebHost } from '../../main/web/run.ts';
import { inProject } from '../../scripts/project.ts';
import type { RunningWebHost } from './webHost.ts';

/** A web host in the test's own process. */
export type WebHostHere = Omit<RunningWebHost, 'pid' | 'output'>;

export interface WebHostHereOptions {
  readonly policy?: Readonly<Record<string, unknown>>;
  /** The computer's own unless told otherwise. */
  readonly time?: Time;
  /** A free one unless told otherwise. */
  readonly port?: number;
  /** One of its own unless told otherwise; it goes when the host has ended. */
  readonly dataFolder?: string;
}

/**
 * The web host without a process of its own, which takes a second of a core's time to start. Whatever this computer's
 * environment and administrator say, it heeds the policy alone. Rejects when the port is taken.
 */
export async function startWebHostHere(options: WebHostHereOptions = {}): Promise<WebHostHere> {
  const { policy = {}, time, port = 0, dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-web-')) } = options;
  const end = Promise.withResolvers<undefined>();
  const opened = Promise.withResolvers<string>();
  const output: string[] = [];
  const ended = runWebHost({
    version: '0.0.0',
    args: ['--no-open', '--port', String(port), '--data-dir', dataFolder],
    env: {},
    pages: inProject('dist', 'renderer'),
    readAdministered: () => Promise.resolve({ ...nothingAdministered, policy }),
    ...(time === undefined ? {} : { time }),
    // What nothing catches is the test's fault to tell.
    hostProcess: { logFaults: () => undefined, toldToEnd: () => end.promise },
    print: (line) => {
      output.push(line);
      const link = /^Earshot is at (http:\S+)$/.exec(line)?.[1];
      if (link !== undefined) opened.resolve(link);
    },
    openBrowser: () => undefined,
  });
  void ended.then((status) => {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    opened.reject(new Error(`The web host ended with ${String(status)}: ${output.join('\n')}`));
  }, opened.reject);
  const link = await opened.promise;
  const at = new URL(link);
  return {
    link,
    origin: at.origin,
    port: Number(at.port),
    dataFolder,
    stop: async () => {
      end.resolve(undefined);
      await ended;
    },
  };
}
