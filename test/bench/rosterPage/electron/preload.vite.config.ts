import { join } from 'node:path';
import { defineConfig } from 'vite';
import product from '../../../../preload/vite.config.ts';

export default defineConfig({
  ...product,
  build: {
    ...product.build,
    lib: { entry: { preload: join(import.meta.dirname, 'preload.ts') }, formats: ['cjs'], fileName: (_format, name) => `${name}.cjs` },
    outDir: join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'bench-electron'),
    emptyOutDir: false,
  },
});
