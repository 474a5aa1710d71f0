import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** What every page loads, reader included: one file instead of six, each with headers of its own. */
const EVERY_PAGE =
  /vite\/preload-helper|node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\/|\/app\/(features\/(site|nonce)|ui\/(buttons|menu|feedback|navigation|badges|cards|charts)|domain\/(concern\/taxonomy|words\/(plain|site\.en|taxonomy\.en)))/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: [{ find: /^#app\//, replacement: fileURLToPath(new URL('./app/', import.meta.url)) }] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // A file of a few hundred bytes costs as much again in headers: small ones join whoever uses them.
    rollupOptions: {
      output: {
        experimentalMinChunkSize: 1000,
        ...(isSsrBuild ? {} : { manualChunks: (id: string) => (EVERY_PAGE.test(id) ? 'site' : undefined) }),
      },
    },
  },
  ssr: { noExternal: [/^@fontsource/] },
}));
