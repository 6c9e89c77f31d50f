// node node_modules/vite/bin/vite.js build --config test/bench/rings/vite.config.ts
import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import product from '../../../main/electron/vite.config.ts';

export default mergeConfig(
  product,
  defineConfig({
    build: {
      ssr: join(import.meta.dirname, 'earshot.ts'),
      outDir: join(import.meta.dirname, '..', '..', '..', 'dist', 'test-bench'),
      rolldownOptions: { output: { entryFileNames: 'earshot.js' } },
    },
  }),
);
