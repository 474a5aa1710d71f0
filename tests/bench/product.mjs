import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/steps.mjs';

/** One of the bench's programs that use the product's own modules, made runnable. */
export async function bundled(name) {
  const outfile = join(ROOT, '.cache/bench', name);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('tests/bench', name)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '#app': join(ROOT, 'app') },
    logLevel: 'error',
  });
  return outfile;
}

/** A data folder with one review for each size, and what the seeding program says of it. */
export async function seededData(sizes) {
  const outfile = await bundled('seed.mjs');
  const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, data, ...sizes.map(String)], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`Seeding failed: ${stderr}`);
  return { data, ...JSON.parse(stdout), remove: () => rmSync(data, { recursive: true, force: true }) };
}

/**
 * The reader is all there: the personal answer has come, passages are painted, and the cards in the margin stand beside them with
 * their words. What it asks for later, it asks for because somebody scrolls.
 */
export const readerIsThere = (page, concerns) =>
  page.waitForFunction(
    (any) =>
      performance.getEntriesByType('resource').some((one) => one.name.endsWith('/me')) &&
      (!any ||
        ([...CSS.highlights.values()].some((one) => one.size > 0) &&
          document.querySelector('.margin-stack.is-placed .concern-card') &&
          [...document.querySelectorAll('.card-open')].every((one) => one.textContent !== 'Loading'))),
    concerns > 0,
  );

/** A program of ours in a process of its own, once it has printed a line that `ready` finds an address in. */
export async function started(file, ready, env = {}) {
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (words) => {
      output += words;
      const found = ready.exec(output);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${output}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    });
  return { url, pid: child.pid, stop };
}

export const startProduct = (data) =>
  started('build/proviso/server.mjs', /^Proviso is ready: (\S+)$/m, {
    PORT: '0',
    PROVISO_DATA: data,
    PROVISO_SAMPLE: '0',
  });
