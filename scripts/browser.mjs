// A browser for the tests: a system Chromium, else Debian's package when we are root, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from './steps.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const systemBrowser = () => [process.env.PROVISO_BROWSER, ...PLACES].find((path) => path && existsSync(path));
const quietly = (command, args) =>
  spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

/** { path } of a browser, { path: null } for Playwright's own, or null when none can be had. */
export function findBrowser() {
  const found = systemBrowser();
  if (found) return { path: found };
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium …');
    if (quietly('apt-get', ['update', '-qq']) && quietly('apt-get', ['install', '-y', '-qq', 'chromium'])) {
      const installed = systemBrowser();
      if (installed) return { path: installed };
    }
  }
  console.log('Fetching Playwright’s Chromium …');
  return quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
    ? { path: null }
    : null;
}
