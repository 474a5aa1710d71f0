// Builds the pages and browser files (Remix), the server and the command line (esbuild), and compressed copies of what browsers get.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { ROOT, run } from './steps.mjs';

run(process.execPath, [
  join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'),
  'vite:build',
  '--logLevel',
  'warn',
]);

await esbuild({
  absWorkingDir: ROOT,
  entryPoints: { server: 'app/server.ts', cli: 'app/cli.ts', reading: 'app/reading.ts' },
  outdir: 'build/proviso',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  alias: { '#app': join(ROOT, 'app') },
  logLevel: 'warning',
});

const client = join(ROOT, 'build/client');
for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !['.js', '.css', '.svg', '.txt', '.json'].includes(extname(path))) continue;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
