import path from 'node:path';
import { isBuilt } from '../../../scripts/builtFrom.ts';
import { runQuietly } from '../../../scripts/processes.ts';
import { compileCache, programs } from './bundled.ts';

/**
 * Builds the programs that tests start, where anything of them changed; `npm test` does it once for all runners, and says so by the variable.
 * In a process of its own: Vite's build (8.3) leaves NODE_ENV=production in the environment, which the tests would inherit.
 * Throws with what the build printed when it failed.
 */
export default async function setup(): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] ??= compileCache;
  if (process.env['EARSHOT_TEST_PROGRAMS'] === 'built' || isBuilt(programs)) return;
  const { status, output } = await runQuietly(path.join(import.meta.dirname, 'buildPrograms.ts'), []);
  if (status !== 0) throw new Error(`Building the programs of the tests failed:\n${output}`);
}
