import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { layOut } from './domain/treaty/canonical';
import { locate } from './domain/treaty/passage';
import type { Failure, Result } from './domain/result';
import { readEnvironment } from './http/environment.server';
import type { App } from './operations/app.server';
import { backUp, restore, verify } from './operations/keeping.server';
import { openApp } from './operations/open-app.server';
import { reportChoiceSchema } from './operations/report/build-report.server';
import { exportReport } from './operations/report/export-report.server';
import { importText } from './operations/treaty/import-text.server';
import { readerAt } from './operations/treaty/reader.server';

const USAGE = `usage: proviso VERB
  outline FILE [--lang en] --json                 the structure of a file; nothing is stored
  import FILE --treaty SLUG --title T --version LABEL --lang en [--private] [--unofficial]
  anchor --text FILE --quotes FILE --json         where quotes land in a text
  export REVIEW --format F --out FILE [--order provision|category] [--without-replies]
  backup FILE | restore FILE | verify`;
const ROOT = process.env.PROVISO_ROOT ?? process.cwd();
const READING = join(ROOT, 'build/proviso/reading.mjs');

class Usage extends Error {}
class Refused extends Error {}

const sentence = (failure: Failure) =>
  failure.detail ?? Object.values(failure.fields ?? {})[0] ?? `Refused: ${failure.code}.`;
function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(sentence(result));
}
async function bytesOf(path: string | undefined): Promise<Buffer> {
  if (!path) throw new Usage();
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.code ?? error.message}.`,
    );
  });
}
const outlineIn = async (file: string | undefined, options: { language?: string } = {}) =>
  value(await readerAt(READING).read(await bytesOf(file), { name: basename(file!), from: 'file', ...options })).outline;
const print = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);

const settings = () => {
  const env = readEnvironment({ ...process.env, PROVISO_DATA: resolve(ROOT, process.env.PROVISO_DATA ?? 'data') });
  return {
    ...env,
    publicUrl: env.publicUrl ?? `http://localhost:${env.port}`,
    migrations: join(ROOT, 'prisma/migrations'),
    reading: READING,
  };
};
/** `existing`: there must be a database; a mistyped PROVISO_DATA must not look like an empty one, or make one. */
async function withApp<T>(work: (app: App) => Promise<T>, needs?: 'existing'): Promise<T> {
  const chosen = settings();
  if (needs === 'existing' && !existsSync(chosen.databaseFile))
    throw new Refused(`There is no database ${chosen.databaseFile}.`);
  const app = await openApp(chosen);
  try {
    return await work(app);
  } finally {
    await app.store.close();
  }
}

interface Given {
  readonly file: string | undefined;
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}
const text = (given: Given, name: string): string => {
  const flag = given.flags[name];
  if (typeof flag !== 'string' || flag === '') throw new Usage();
  return flag;
};

const VERBS: Record<string, (given: Given) => Promise<void>> = {
  async outline({ file, flags }) {
    const language = typeof flags.lang === 'string' ? { language: flags.lang } : {};
    print(await outlineIn(file, language));
  },
  async import(given) {
    const fields = {
      treaty: text(given, 'treaty'),
      title: text(given, 'title'),
      version: text(given, 'version'),
      language: text(given, 'lang'),
      visibility: given.flags.private ? 'private' : 'public',
      official: given.flags.unofficial ? 'unofficial' : 'official',
    };
    const bytes = await bytesOf(given.file);
    const stored = await withApp(async (app) =>
      value(await importText({ kind: 'operator' }, app, { name: basename(given.file!), bytes }, fields)),
    );
    console.log(
      `Stored ${stored.treaty}/${stored.version}/${stored.language}: ${stored.articles} articles, ${stored.provisions} provisions, ${stored.characters} characters, SHA-256 ${stored.sha256}.`,
    );
  },
  async anchor(given) {
    const { characters } = layOut(await outlineIn(text(given, 'text')));
    const quotes = readQuotes(await bytesOf(text(given, 'quotes')));
    print(quotes.map((quote) => ({ ...quote, ...locate(characters, quote) })));
  },
  async export(given) {
    const out = text(given, 'out');
    if (!given.file || !['provision', 'category', undefined].includes(given.flags.order as string | undefined))
      throw new Usage();
    const choice = reportChoiceSchema.parse({
      order: given.flags.order,
      replies: given.flags['without-replies'] ? '0' : '1',
    });
    const review = given.file;
    const file = await withApp(async (app) => {
      const result = await exportReport({ kind: 'operator' }, app, review, text(given, 'format'), choice);
      if (!result.ok && result.code === 'not-found')
        throw new Refused(`There is no review "${review}", or no format "${text(given, 'format')}".`);
      return value(result);
    }, 'existing');
    await writeFile(out, file.bytes, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      throw new Refused(
        error.code === 'ENOENT'
          ? `There is no folder for ${out}.`
          : `${out} cannot be written (${error.code ?? 'unknown'}).`,
      );
    });
    console.log(`Wrote ${out}, ${file.bytes.length} bytes.`);
  },
  async backup({ file }) {
    if (!file) throw new Usage();
    await withApp((app) => backUp(app, resolve(file)), 'existing');
    console.log(`Backed up to ${file}.`);
  },
  async restore({ file }) {
    if (!file) throw new Usage();
    await bytesOf(file);
    await restore(resolve(file), settings());
    console.log(`Restored from ${file}.`);
  },
  async verify() {
    const found = await withApp((app) => verify(app), 'existing');
    if (found.length > 0) throw new Refused(found.join(' '));
    console.log('The database is whole: structure, references, texts and revisions agree with their hashes.');
  },
};

/** Quotes as a JSON array of { exact, prefix?, suffix? } or of strings. */
function readQuotes(bytes: Buffer): { exact: string; prefix: string; suffix: string }[] {
  let list: unknown;
  try {
    list = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refused('The file of quotes is not valid JSON.');
  }
  if (!Array.isArray(list)) throw new Refused('The file of quotes must hold a JSON array.');
  return list.map((one: unknown) => {
    const quote = (typeof one === 'string' ? { exact: one } : one) as {
      exact?: unknown;
      prefix?: unknown;
      suffix?: unknown;
    };
    if (typeof quote?.exact !== 'string') throw new Refused('Each quote must be a string or an object with "exact".');
    const context = (words: unknown) => (typeof words === 'string' ? words : '');
    return { exact: quote.exact, prefix: context(quote.prefix), suffix: context(quote.suffix) };
  });
}

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        private: { type: 'boolean' },
        unofficial: { type: 'boolean' },
        'without-replies': { type: 'boolean' },
        ...Object.fromEntries(
          ['treaty', 'title', 'version', 'lang', 'text', 'quotes', 'format', 'out', 'order'].map((name) => [
            name,
            { type: 'string' as const },
          ]),
        ),
      },
    });
    const [verb, file, ...more] = positionals;
    const work = verb && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (!work || more.length > 0) throw new Usage();
    await work({ file, flags: values });
    return 0;
  } catch (error) {
    if (error instanceof Refused) {
      console.error(error.message.replace(/\s+/g, ' '));
      return 1;
    }
    if (error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(USAGE);
      return 2;
    }
    console.error((error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' '));
    return 1;
  }
}

process.exitCode = await main();
