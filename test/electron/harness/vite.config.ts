// node node_modules/vite/bin/vite.js build --config test/electron/harness/vite.config.ts
import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import product from '../../../main/electron/vite.config.ts';
import { harnessFolder } from './built.ts';

/** The product's Electron host around a scripted Inspector and a plain page. */
export default mergeConfig(
  product,
  defineConfig({
    build: {
      ssr: join(import.meta.dirname, 'entry.ts'),
      outDir: harnessFolder,
      emptyOutDir: true,
      sourcemap: false,
      rolldownOptions: { output: { entryFileNames: 'harness.js', minify: false } },
    },
  }),
);
