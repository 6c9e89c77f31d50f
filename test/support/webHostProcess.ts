import path from 'node:path';
import { z } from 'zod';
import { nothingAdministered, type Administered } from '../../main/settings/administered.ts';
import { runWebHost } from '../../main/web/run.ts';

/** What a test says that the administrator set; nothing, whatever this computer has. */
const policySchema = z.record(z.string(), z.unknown());
const policy = policySchema.parse(JSON.parse(process.env['EARSHOT_TEST_POLICY'] ?? '{}'));
const administered: Administered = { ...nothingAdministered, policy };

process.exit(
  await runWebHost({
    version: '0.0.0',
    args: process.argv.slice(2),
    env: process.env,
    pages: path.join(import.meta.dirname, '..', '..', 'dist', 'renderer'),
    readAdministered: () => Promise.resolve(administered),
    print: console.log,
    openBrowser: () => undefined,
  }),
);
