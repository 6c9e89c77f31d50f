import { defineConfig } from 'vite';

export default defineConfig({ root: import.meta.dirname, base: './', build: { emptyOutDir: true, chunkSizeWarningLimit: 5_000 } });
