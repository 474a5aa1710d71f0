import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A Proviso as people run it: the built server in a process of its own, with a data folder of its own. */
export interface RunningServer {
  readonly url: string;
  /** The one-time link for the first coordinator; null once somebody has an account. */
  readonly firstVisit: string | null;
  readonly data: string;
  readonly pid: number;
  /** Everything it has written to stdout and stderr. */
  output(): string;
  /** Ends it, as an operator (SIGTERM) or as a crash would (SIGKILL), and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  /** A data folder to go on with; a new one from the migrated template otherwise. */
  readonly data?: string;
  readonly sample?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A port that is free now, for a server that must know its own before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
    probe.on('error', reject);
  });
}

/** Starts a server on a free port and waits until it says that it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { sample = true } = options;
  let data = options.data;
  if (!data) {
    data = mkdtempSync(join(tmpdir(), 'proviso-test-'));
    const template = await templateData(sample);
    cpSync(template, data, { recursive: true });
  }
  return launch(data, sample, options.environment);
}

/** A data folder with a migrated database, made once for all workers; with the sample or without. */
async function templateData(sample: boolean): Promise<string> {
  const template = join(ROOT, '.cache/templates', sample ? 'sample' : 'empty');
  if (existsSync(template)) return template;
  const made = mkdtempSync(join(tmpdir(), 'proviso-template-'));
  const server = await launch(made, sample);
  await server.stop();
  mkdirSync(join(template, '..'), { recursive: true });
  try {
    renameSync(made, template);
  } catch {
    // Another worker was first, or the folders lie on different disks.
    if (!existsSync(template)) cpSync(made, template, { recursive: true });
    rmSync(made, { recursive: true, force: true });
  }
  return template;
}

async function launch(
  data: string,
  sample: boolean,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  // With a PUBLIC_URL of its own the server says that one, and is asked where it listens.
  const port = environment.PUBLIC_URL ? await freePort() : 0;
  const child = spawn(process.execPath, ['build/proviso/server.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PROVISO_DATA: data,
      PROVISO_SAMPLE: sample ? '1' : '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const ready = /^Proviso is ready: (\S+)\n/m.exec(output);
      if (ready) resolve(ready[1]!);
    };
    child.stdout.on('data', look);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
  return {
    url: port ? `http://127.0.0.1:${port}` : url,
    get firstVisit() {
      return /^First visit: (\S+)$/m.exec(output)?.[1] ?? null;
    },
    data,
    pid: child.pid!,
    output: () => output,
    stop: (signal = 'SIGTERM') => end(child, signal),
    remove: async () => {
      await end(child, 'SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
