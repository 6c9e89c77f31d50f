import { readArguments, usage } from './cliArguments.ts';
import type { CliArguments } from './cliArguments.ts';
import { cliOutput } from './cliOutput.ts';
import { BadStart, start } from './cliRun.ts';
import type { Running } from './cliRun.ts';

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
  const output = cliOutput({
    ...args,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    // Whoever read the lines has gone (EPIPE): so do we.
    process.stdout.once('error', () => {
      resolve();
    });
  });
  let running: Running;
  try {
    running = await start(args, output);
  } catch (error) {
    if (!(error instanceof BadStart)) throw error;
    output.failure(error.message);
    process.exitCode = badStart;
    return;
  }
  await ended;
  await running.close();
}
