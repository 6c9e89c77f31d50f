import { spawn } from 'node:child_process';
import { ended } from './processes.ts';
import { root } from './project.ts';

/** What is started, for people, and how. */
export interface Step {
  readonly what: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Beside each other: the first one's lines come at once, another's when it has ended. Answers whether all ended well. */
export async function inOneGo(steps: readonly Step[]): Promise<boolean> {
  const good = await Promise.all(steps.map((step, at) => carryOut(step, at === 0)));
  return good.every((each) => each);
}

async function carryOut({ what, program, args, env }: Step, shown: boolean): Promise<boolean> {
  console.log(`\n${what}`);
  const began = performance.now();
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await ended(child);
  if (!shown) console.log(`\n${what}${output}`);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  return status === 0;
}
