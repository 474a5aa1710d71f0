// What start, test and dev need before they can run, each step said in one line and skipped when already done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
const STAMPS = join(ROOT, '.cache/stamps');
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a program; its output is shown only when it fails. */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (status === 0) return stdout ?? '';
  console.error(stdout ?? '', stderr ?? '', error?.message ?? '');
  throw new Error(`"${command} ${args.join(' ')}" failed.`);
}

function filesIn(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !['generated', 'node_modules'].includes(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesIn(join(path, entry.name)))
    .sort();
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

/** Does `work` unless it was done for just these inputs and its `result` is still there. */
export function step(name, inputs, result, work) {
  const stamp = join(STAMPS, name);
  const now = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(ROOT, result))) return;
  console.log(`${name} …`);
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, fingerprint(inputs));
}

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Proviso needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  step(
    'Installing packages',
    ['package.json', 'package-lock.json'],
    'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
    () => {
      // No package may run scripts of its own, but for the database driver, which must be compiled or fetched.
      // Not `npm ci`: it refuses a lockfile without the binaries of every other platform, which not every registry carries.
      run(NPM, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']);
      run(NPM, ['rebuild', 'better-sqlite3']);
    },
  );
}

export function generate() {
  step(
    'Generating the database client',
    ['prisma/schema.prisma', 'package-lock.json'],
    'app/store/generated/client.ts',
    () => {
      // Generating only reads the schema, but the tool wants an engine to exist first; any file will do.
      const env = {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      };
      run(process.execPath, [join('node_modules', 'prisma', 'build', 'index.js'), 'generate'], { env });
    },
  );
}

function fonts() {
  step('Making the fonts', ['scripts/fonts.mjs', 'package-lock.json'], 'app/ui/styles/generated/fonts.css', () =>
    run(process.execPath, [join('scripts', 'fonts.mjs')]),
  );
}

export function build() {
  fonts();
  const inputs = [
    'app',
    'public',
    'package-lock.json',
    'remix.config.js',
    'vite.config.ts',
    'scripts/build.mjs',
    'scripts/fonts.mjs',
    'prisma/schema.prisma',
  ];
  step('Building', inputs, 'build/proviso/server.mjs', () => run(process.execPath, [join('scripts', 'build.mjs')]));
}

/** Everything that must be there before the product can run. */
export function prepare() {
  install();
  generate();
  build();
}
