import { readArguments, usage } from './cliArguments.ts';
import type { CliArguments } from './cliArguments.ts';
import { startSimulator } from './index.ts';
import type { Simulator } from './index.ts';
import { isEmptyPoll } from './http/requestRecord.ts';

const badStart = 2;

const reading = readArguments(process.argv.slice(2));
switch (reading.kind) {
  case 'help':
    process.stdout.write(usage);
    break;
  case 'wrong':
    process.stderr.write(`${reading.sentence}\n`);
    process.exitCode = badStart;
    break;
  case 'arguments':
    await run(reading.arguments);
    break;
}

async function run(args: CliArguments): Promise<void> {
  const { port, agents, authMode, phone, seed, quiet, verbose } = args;
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  let simulator: Simulator;
  try {
    simulator = await startSimulator({
      port,
      agents,
      authMode,
      phone,
      seed,
      log: (line, record) => {
        if (!quiet && (verbose || !isEmptyPoll(record))) say(line);
      },
    });
  } catch (error) {
    process.stderr.write(`${whyNot(error, port)}\n`);
    process.exitCode = badStart;
    return;
  }
  say(`CC-Gateway simulator at ${simulator.url}`);
  const [inspector] = simulator.inspectors;
  if (inspector !== undefined) {
    say(`inspector ${inspector.agentId} password ${inspector.password} phone ${inspector.phone}`);
  }
  say(`fingerprint ${simulator.fingerprint}`);
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    // Whoever read the lines has gone (EPIPE): so do we.
    process.stdout.once('error', () => {
      resolve();
    });
  });
  await ended;
  await simulator.close();
}

function whyNot(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} on 127.0.0.1 is taken by another program; choose another one with --port.`;
    case 'EACCES':
      return `Port ${String(port)} may not be used by this account; choose one above 1023 with --port.`;
    default:
      return `The simulator could not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}
