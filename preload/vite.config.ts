// node node_modules/vite/bin/vite.js build --config preload/vite.config.ts
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { commandShapes } from '../contract/commands.ts';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  publicDir: false,
  define: { COMMANDS: JSON.stringify(commandShapes) },
  build: {
    // A sandboxed preload script is one CommonJS file that may require `electron` only: the two share no code.
    lib: {
      entry: { preload: join(import.meta.dirname, 'preload.ts'), alert: join(import.meta.dirname, 'alert.ts') },
      formats: ['cjs'],
      fileName: (_format, name) => `${name}.cjs`,
    },
    target: 'chrome130',
    outDir: join(root, 'dist', 'preload'),
    emptyOutDir: true,
    // Its comments would name the folder that it was built in.
    minify: true,
    sourcemap: false,
    rolldownOptions: { external: ['electron'] },
  },
});
