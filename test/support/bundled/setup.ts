import path from 'node:path';
import { build, type Plugin } from 'vite';
import { builtinModules } from 'node:module';
import { isBuilt, rememberBuild, type Built } from '../../../scripts/builtFrom.ts';
import { runQuietly } from '../../../scripts/processes.ts';
import { root } from '../../../scripts/project.ts';
import { bundleFolder, bundleFolderName, bundleInput } from './bundled.ts';

const ownPlace = /import\.meta\.dirname/g;

/** Says of each module where its source lies: it finds the project's files from there. */
const sourcePlaces: Plugin = {
  name: 'source-places',
  transform: {
    filter: { id: /\.ts$/, code: ownPlace },
    handler: (code, id) => code.replaceAll(ownPlace, JSON.stringify(path.dirname(id))),
  },
};

const programs: Built = {
  name: bundleFolderName,
  folders: [bundleFolderName],
  sources: ['contract/**', 'main/**', 'simulator/**', 'scripts/**', 'test/{support,crash,trust}/**'],
};

/**
 * Builds the programs that tests start, where anything of them changed; `npm test` does it once for all runners, and says so by the variable.
 * In a process of its own: Vite's build (8.3) leaves NODE_ENV=production in the environment, which the tests would inherit.
 * Throws with what the build printed when it failed.
 */
export default async function setup(): Promise<void> {
  if (process.env['EARSHOT_TEST_PROGRAMS'] === 'built' || isBuilt(programs)) return;
  const { status, output } = await runQuietly(path.join(import.meta.dirname, 'setup.ts'), []);
  if (status !== 0) throw new Error(`Building the programs of the tests failed:\n${output}`);
}

async function buildPrograms(): Promise<true> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [sourcePlaces],
    ssr: { noExternal: true, external: ['vite', 'rolldown', 'electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: bundleFolder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: bundleInput(),
        external: [/^node:/u, ...builtinModules],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  });
  return true;
}

if (import.meta.main) await rememberBuild(programs, buildPrograms);
