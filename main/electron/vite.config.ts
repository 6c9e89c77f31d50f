// node node_modules/vite/bin/vite.js build --config main/electron/vite.config.ts
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..', '..');

export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: join(import.meta.dirname, 'entry.ts'),
    // Node 20 is the test runtime's; the product's is newer.
    target: 'node20',
    outDir: join(root, 'dist', 'main'),
    // The web host's bundle lies in the same folder.
    emptyOutDir: false,
    minify: true,
    sourcemap: true,
    // As in renderer/vite.config.ts.
    license: true,
    rolldownOptions: {
      external: ['electron', ...builtinModules, /^node:/u],
      output: {
        format: 'es',
        entryFileNames: 'electron.js',
        codeSplitting: false,
        // Names stay: the log says in which function an error arose.
        minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});
