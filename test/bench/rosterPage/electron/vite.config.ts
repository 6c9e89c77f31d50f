import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import product from '../../../../main/electron/vite.config.ts';

/** The product's Electron host with a roster of the bench before its page. */
export default mergeConfig(
  product,
  defineConfig({
    build: {
      ssr: join(import.meta.dirname, 'entry.ts'),
      outDir: join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'bench-electron'),
      rolldownOptions: { output: { entryFileNames: 'roster.js' } },
    },
  }),
);
