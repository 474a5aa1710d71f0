// npm run -s proviso -- VERB: the command line. What it prepares is said on stderr, so that stdout is only the answer.
import { spawnSync } from 'node:child_process';
import { ROOT, prepare } from './steps.mjs';

const log = console.log;
console.log = console.error;
prepare();
console.log = log;
const { status } = spawnSync(process.execPath, [`${ROOT}/build/proviso/cli.mjs`, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Paths are meant from where the person stands; the product's own folder is told apart.
  env: { ...process.env, NODE_ENV: 'production', PROVISO_ROOT: ROOT },
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exit(status ?? 1);
