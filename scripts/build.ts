import { isBuilt, rememberBuild, type Built } from './builtFrom.ts';
import { builtSizes, withinBudgets } from './packaging/sizes.ts';
import { runQuietly } from './processes.ts';
import { inProject } from './project.ts';

const bundles = ['renderer/vite.config.ts', 'main/electron/vite.config.ts', 'preload/vite.config.ts'] as const;

const product: Built = {
  name: 'product',
  folders: ['renderer', 'main', 'preload'],
  sources: ['contract/**', 'main/**', 'preload/**', 'renderer/**', 'assets/**', 'scripts/packaging/**'],
};

/** Whether dist/ is what `build` would make now. */
export function isProductBuilt(): boolean {
  return isBuilt(product);
}

/**
 * Builds the renderer, the Electron main bundle and the preload scripts into dist/, and weighs them.
 * Prints what failed; false when anything did, or is more than 10 % over its budget (scripts/packaging/budgets.ts).
 */
export function build(print: (line: string) => void): Promise<boolean> {
  return rememberBuild(product, () => buildBundles(print));
}

async function buildBundles(print: (line: string) => void): Promise<boolean> {
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const builds = await Promise.all(bundles.map((config) => runQuietly(vite, ['build', '--config', config, '--logLevel', 'warn'])));
  for (const [index, done] of builds.entries()) {
    if (done.status !== 0) print(`Building ${bundles[index] ?? ''} failed:\n${done.output}`);
  }
  if (builds.some((done) => done.status !== 0)) return false;
  return withinBudgets(builtSizes(inProject('dist')), print);
}

if (import.meta.main) {
  const done = await build(console.log);
  process.exit(done ? 0 : 1);
}
