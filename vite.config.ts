import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: [{ find: /^#app\//, replacement: fileURLToPath(new URL('./app/', import.meta.url)) }] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // A file of a few hundred bytes costs as much again in headers: small ones join whoever uses them.
    rollupOptions: { output: { experimentalMinChunkSize: 8000 } },
  },
  ssr: { noExternal: [/^@fontsource/] },
});
