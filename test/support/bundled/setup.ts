import path from 'node:path';
import { build, type Plugin } from 'vite';
import { builtinModules } from 'node:module';
import { root } from '../../../scripts/project.ts';
import { bundleFolder, bundleInput } from './bundled.ts';

/** Says of each module where its source lies: it finds the project's files from there. */
const sourcePlaces: Plugin = {
  name: 'source-places',
  transform: {
    filter: { id: /\.ts$/, code: 'import.meta.dirname' },
    handler: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id))),
  },
};

/** Builds the programs that tests start; `npm test` does it once for all runners, and says so by the variable. */
export default async function setup(): Promise<void> {
  if (process.env['EARSHOT_TEST_PROGRAMS'] === 'built') return;
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [sourcePlaces],
    ssr: { noExternal: true, external: ['vite', 'electron'] },
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
}

if (import.meta.main) await setup();
