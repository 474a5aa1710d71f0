// npm test: everything, browsers included, from a bare clone. Ends with one plain line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ROOT, prepare } from './steps.mjs';

prepare();
const browser = findBrowser();
if (!browser) {
  console.error('No browser can be had here: install Chromium, or let "npx playwright install chromium" fetch one.');
  process.exit(1);
}
const check = spawnSync(process.execPath, ['scripts/check.mjs'], { cwd: ROOT, stdio: 'inherit' });

const reports = join(ROOT, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const env = { ...process.env, PROVISO_BROWSER: browser.path ?? '', NODE_ENV: 'test', FORCE_COLOR: '0' };

const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ],
  { cwd: ROOT, env, stdio: 'inherit' },
);
const playwright = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
  cwd: ROOT,
  env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
  stdio: 'inherit',
});

const read = (name) => {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return null;
  }
};
const unit = read('vitest.json');
const pages = read('playwright.json');
const passed = (unit?.numPassedTests ?? 0) + (pages?.stats?.expected ?? 0);
let failed =
  (check.status === 0 ? 0 : 1) +
  (unit?.numFailedTests ?? 0) +
  (pages?.stats?.unexpected ?? 0) +
  (pages?.stats?.flaky ?? 0);
const skipped = (unit?.numPendingTests ?? 0) + (pages?.stats?.skipped ?? 0);
// A runner that broke off counts as a failure even when no test of it failed.
if (failed === 0 && (vitest.status !== 0 || playwright.status !== 0 || !unit || !pages)) failed = 1;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
