import { fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

const accountSchema = z.object({ agentId: z.string(), password: z.string(), phone: z.string() });
const readySchema = z.object({ kind: z.literal('ready'), port: z.int(), inspectors: z.array(accountSchema) });
const usageSchema = z.object({
  kind: z.literal('usage'),
  cpuMs: z.number(),
  at: z.number(),
  rss: z.number(),
  heapUsed: z.number(),
  changes: z.int(),
});

/** What the simulator's process has used so far, memory in bytes after its garbage was collected; and its changes of state. */
export type Usage = z.infer<typeof usageSchema>;

/** A living simulator in a process of its own, so that the load does not count as its work. */
export interface SimulatorProcess {
  readonly port: number;
  readonly inspectors: readonly z.infer<typeof accountSchema>[];
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** `changesPerSecond` forces its pace; left out, it has its own. */
export async function startSimulatorProcess(agents: number, inspectors: number, changesPerSecond = 0): Promise<SimulatorProcess> {
  const child = fork(path.join(import.meta.dirname, 'simulatorChild.ts'), [agents, inspectors, changesPerSecond].map(String), {
    execArgv: ['--expose-gc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const answer = (): Promise<unknown> =>
    Promise.race([
      new Promise<unknown>((resolve) => child.once('message', resolve)),
      ended.then(() => {
        throw new Error(`The simulator's process ended with ${String(child.exitCode)}`);
      }),
    ]);
  const { port, inspectors: accounts } = readySchema.parse(await answer());
  return {
    port,
    inspectors: accounts,
    usage: async () => {
      child.send('usage');
      return usageSchema.parse(await answer());
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
