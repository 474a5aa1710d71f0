// npm run dev: serves, and builds and serves anew whenever a file changes. A build that fails leaves the old one serving.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ROOT, prepare } from './steps.mjs';

prepare();
let server = null;
const serve = () => {
  server = spawn(process.execPath, ['build/proviso/server.mjs'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
};
serve();

let waiting = null;
function changed(name) {
  if (!name || /generated|\.test\.tsx?$/.test(name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    console.log(`${name} changed, building …`);
    if (spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' }).status !== 0) return;
    server.once('exit', serve);
    server.kill('SIGTERM');
  }, 150);
}
for (const folder of ['app', 'public', 'prisma/sample'])
  watch(join(ROOT, folder), { recursive: true }, (_, name) => changed(name));
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.kill('SIGTERM');
    process.exit(0);
  });
