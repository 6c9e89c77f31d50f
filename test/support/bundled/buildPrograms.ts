import path from 'node:path';
import { build, type Plugin } from 'vite';
import { builtinModules } from 'node:module';
import { rememberBuild } from '../../../scripts/builtFrom.ts';
import { root } from '../../../scripts/project.ts';
import { bundleFolder, bundleInput, programs } from './bundled.ts';

const ownPlace = /import\.meta\.dirname/g;

/** Says of each module where its source lies: it finds the project's files from there. */
const sourcePlaces: Plugin = {
  name: 'source-places',
  transform: {
    filter: { id: /\.ts$/, code: ownPlace },
    handler: (code, id) => code.replaceAll(ownPlace, JSON.stringify(path.dirname(id))),
  },
};

await rememberBuild(programs, async () => {
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
});
