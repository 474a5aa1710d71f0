// npm start: installs, generates and builds what is missing, then serves (which migrates and seeds).
import { spawn } from 'node:child_process';
import { ROOT, prepare } from './steps.mjs';

prepare();
const server = spawn(process.execPath, ['build/proviso/server.mjs'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
