import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';

const lookSchema = z.object({
  heapUsed: z.number(),
  session: z.string(),
  /** Why there is no session. */
  why: z.string().nullable(),
  connection: z.string().nullable(),
  /** How many there were, silent sign-ins included. */
  sessions: z.number(),
  roster: z.string(),
  listen: z.string(),
});

export type Look = z.infer<typeof lookSchema>;

/** The core in a process of its own, on a clock that runs `factor` times faster. */
export interface ShiftProcess {
  signIn(input: { gatewayAddress: string; agentId: string; password: string; phoneNumber: string }): void;
  /** The computer slept for so long, and woke up. */
  sleep(ms: number): void;
  listen(workNo: string): void;
  stopListening(): void;
  /** What it shows, and its heap in bytes after its garbage was collected. */
  look(): Promise<Look>;
  stop(): void;
}

export function startShiftProcess(factor: number): ShiftProcess {
  const child = fork(path.join(import.meta.dirname, 'shiftChild.ts'), [String(factor)], { execArgv: ['--expose-gc'] });
  const gone = once(child, 'exit').then(([code]): never => {
    throw new Error(`The core's process ended with ${String(code)}`);
  });
  gone.catch(() => undefined);
  return {
    signIn: (input) => child.send({ kind: 'signIn', input }),
    sleep: (ms) => child.send({ kind: 'sleep', ms }),
    listen: (workNo) => child.send({ kind: 'listen', workNo }),
    stopListening: () => child.send({ kind: 'stopListening' }),
    look: async () => {
      const answer = once(child, 'message');
      child.send({ kind: 'look' });
      return lookSchema.parse((await Promise.race([answer, gone]))[0]);
    },
    stop: () => {
      child.disconnect();
    },
  };
}
