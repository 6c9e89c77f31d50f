// node node_modules/vite/bin/vite.js build --config test/servers/earshot/vite.config.ts
import path from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import product from '../../../main/electron/vite.config.ts';
import { electronFolder } from './electron.ts';

/** The core for Electron's main process, without a window. */
export default mergeConfig(
  product,
  defineConfig({
    build: {
      ssr: path.join(import.meta.dirname, 'electronMain.ts'),
      outDir: electronFolder,
      emptyOutDir: true,
      sourcemap: false,
      license: false,
      rolldownOptions: { output: { entryFileNames: 'main.js', minify: false } },
    },
  }),
);
