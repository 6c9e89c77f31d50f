import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  // Served from the root of app:// and of the web host alike, so every address is relative.
  base: './',
  plugins: [react()],
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // Most libraries ask for their notice wherever they go; electron-builder.yml packs it.
    license: true,
    target: ['es2022', 'chrome130'],
    // The polyfill fetches, which the page's policy forbids; every target knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: here('index.html'), alert: here('alert.html') } },
  },
});
