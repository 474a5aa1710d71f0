// npm run check: formatting, types and lint, a line each; what fails shows its tool's words.
import { spawnSync } from 'node:child_process';
import { ROOT, generate, install } from './steps.mjs';

install();
generate();
const node = (...args) => [process.execPath, args];
const CHECKS = [
  ['Formatting', node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['Types', node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
  [
    'Types of the domain on its own',
    node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'app/domain/tsconfig.json'),
  ],
  ['Lint', node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.')],
];
let failed = 0;
for (const [name, [command, args]] of CHECKS) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  console.log(`${name}: ${status === 0 ? 'ok' : 'not ok'}`);
  if (status !== 0) {
    failed += 1;
    console.log(stdout, stderr);
  }
}
process.exit(failed === 0 ? 0 : 1);
