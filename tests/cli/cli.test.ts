import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proviso, SHORT_TREATY, type Said } from '../command-line';
import { Person, provisionConcern } from '../person';
import { startServer, type RunningServer } from '../running-server';

const SAMPLE = 'cybercrime-convention-sample';
let folder: string;
let server: RunningServer;
let author: Person;
const at = (name: string) => join(folder, name);
const put = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(at(name), bytes);
  return at(name);
};
const importing = (file: string, more: Partial<Record<'treaty' | 'title' | 'version', string>> = {}) => [
  'import',
  file,
  ...['--treaty', more.treaty ?? 'bridges', '--title', more.title ?? 'Convention on Bridges'],
  ...['--version', more.version ?? 'Adopted', '--lang', 'en'],
];
const refusedInOneLine = (said: Said, what = '') => {
  expect(said.code, what).toBe(1);
  expect(said.stdout).toBe('');
  expect(said.stderr).toMatch(/^[^\n]*[.?!][^\n]*\n$/);
  expect(said.stderr).not.toMatch(/Error:|at .*\.mjs|node:|SQLITE_|ENOENT/);
};
/** What a database holds, table by table; null when there is none. */
const counts = (data: string) => {
  const file = join(data, 'proviso.db');
  if (!existsSync(file)) return null;
  const db = new Database(file, { readonly: true });
  const of = (table: string) => (db.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get() as { n: number }).n;
  const all = ['Treaty', 'Version', 'Text', 'Provision', 'Review', 'Concern', 'Reply', 'Event'].map(of);
  db.close();
  return all;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-cli-'));
  put('bridges.md', SHORT_TREATY);
  server = await startServer();
  author = await new Person(server).join(server.firstVisit!, 'rosa', 'Rosa K.');
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  eId: string;
  kind: string;
  number: string;
  heading: string;
  text: string;
  children: Shown[];
}

describe('proviso outline', () => {
  it('prints the structure as documented and stores nothing', async () => {
    const said = await proviso(at('none'), 'outline', at('bridges.md'), '--json');
    expect(said).toMatchObject({ code: 0, stderr: '' });
    const outline = JSON.parse(said.stdout) as Record<string, unknown> & { provisions: Shown[] };
    expect(Object.keys(outline)).toEqual(
      expect.arrayContaining(['title', 'language', 'provisions', 'furniture', 'uncertain']),
    );
    const all = outline.provisions.flatMap(function flat(p): Shown[] {
      return [p, ...p.children.flatMap(flat)];
    });
    for (const p of all)
      for (const key of ['eId', 'kind', 'number', 'heading', 'text', 'children'] as const)
        expect(p).toHaveProperty(key);
    expect(all.filter((p) => p.kind === 'article').map((p) => [p.number, p.heading])).toEqual([
      ['1', 'Purpose'],
      ['2', 'Use of terms'],
      ['3', 'Examination'],
    ]);
    expect(all.find((p) => p.eId === 'chp_I__art_1__para_1__point_b')?.text).toMatch(/^To have each bridge examined/);
    expect(existsSync(at('none'))).toBe(false);
  });
});

describe('proviso import', () => {
  it('says what it stored, and gives the same text when run again', async () => {
    const data = at('imported');
    const first = await proviso(data, ...importing(at('bridges.md')));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^Stored bridges\/adopted\/en: 3 articles, \d+ provisions, \d+ characters, SHA-256 [0-9a-f]{64}\.\n$/,
    );
    const stored = counts(data);
    const second = await proviso(data, ...importing(at('bridges.md')));
    expect(second.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(counts(data)).toEqual(stored);
  });

  it('refuses another file for a text that is there, and changes nothing', async () => {
    const data = at('imported-other');
    expect((await proviso(data, ...importing(at('bridges.md')))).code).toBe(0);
    const stored = counts(data);
    const other = put('other.md', SHORT_TREATY.replace('five years', 'ten years'));
    refusedInOneLine(await proviso(data, ...importing(other)));
    expect(counts(data)).toEqual(stored);
  });

  it.each([
    ['an empty file', 'empty.txt', () => new Uint8Array()],
    ['a file of blank lines', 'blank.txt', () => Buffer.from('\n \n\t\n')],
    ['a binary file', 'picture.txt', () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 197) % 256))],
    ['a text without an article', 'letter.txt', () => Buffer.from('Dear colleague,\n\nSee you on Friday.\n')],
    ['a file over 20 MB', 'huge.txt', () => Buffer.alloc(20 * 1024 * 1024 + 1, 'Article 1\nA\n\n1. Words.\n\n')],
  ])('refuses %s in one clear sentence and stores nothing', async (_what, name, bytes) => {
    const file = put(name, bytes());
    const data = at(`refused-${name}`);
    refusedInOneLine(await proviso(data, ...importing(file)));
    expect((counts(data) ?? []).every((n) => n === 0)).toBe(true);
    refusedInOneLine(await proviso(data, 'outline', file, '--json'));
  });

  it('refuses a file that is not there, a folder, a poor title and a poor language, in one line each', async () => {
    const data = at('refused');
    refusedInOneLine(await proviso(data, ...importing(at('missing.md'))));
    refusedInOneLine(await proviso(data, ...importing(folder)));
    refusedInOneLine(await proviso(data, ...importing(at('bridges.md'), { title: 'T' })));
    refusedInOneLine(await proviso(data, ...importing(at('bridges.md')).slice(0, -1), 'English!'));
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['dance']],
    [['toString']],
    [['outline']],
    [['outline', 'a', 'b', '--json']],
    [['import', 'x.md', '--treaty', 'x']],
    [['export', SAMPLE, '--format', 'md']],
    [['export', SAMPLE, '--format', 'md', '--order', 'colour', '--out', 'x.md']],
    [['verify', '--loudly']],
    [['restore']],
    [['backup']],
  ])('%j ends with 2 and the usage', async (parts) => {
    const said = await proviso(at('usage'), ...parts);
    expect(said.code).toBe(2);
    expect(said.stdout).toBe('');
    expect(said.stderr).toMatch(/^usage: proviso VERB/);
  });
});

describe('proviso anchor', () => {
  it('says where each quote lands, and that one does not', async () => {
    const quotes = put(
      'quotes.json',
      JSON.stringify(['in good faith', { exact: 'no such words at all in this convention of ours' }]),
    );
    const said = await proviso(at('none'), 'anchor', '--text', at('bridges.md'), '--quotes', quotes, '--json');
    expect(said).toMatchObject({ code: 0, stderr: '' });
    const [found, lost] = JSON.parse(said.stdout) as { exact: string; outcome: string }[];
    expect(found).toMatchObject({ exact: 'in good faith', outcome: 'exact' });
    expect(lost).toMatchObject({ outcome: 'orphaned' });
  });

  it('refuses quotes that are no JSON, no array, or no quotes', async () => {
    for (const words of ['{', '{}', '[1]', '[null]']) {
      const quotes = put('bad-quotes.json', words);
      refusedInOneLine(await proviso(at('none'), 'anchor', '--text', at('bridges.md'), '--quotes', quotes, '--json'));
    }
  });
});

describe('proviso export', () => {
  it.each([
    ['md', /^(---|#)/],
    ['html', /^<!doctype html>/i],
    ['csv', /^\uFEFF?[^<{]/],
    ['jsonld', /^\{/],
    ['docx', /^PK\u0003\u0004/],
    ['pdf', /^%PDF-/],
  ])('writes the report as %s while the server runs', async (format, start) => {
    const out = at(`report.${format}`);
    const said = await proviso(server.data, 'export', SAMPLE, '--format', format, '--out', out);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(out, format === 'docx' || format === 'pdf' ? 'latin1' : 'utf8')).toMatch(start);
  });

  it('refuses a review or a format that does not exist, and writes nothing', async () => {
    for (const [review, format] of [
      ['no-such-review', 'md'],
      [SAMPLE, 'wordperfect'],
    ] as const) {
      const out = at('not-written');
      refusedInOneLine(await proviso(server.data, 'export', review, '--format', format, '--out', out));
      expect(existsSync(out)).toBe(false);
    }
    refusedInOneLine(
      await proviso(server.data, 'export', SAMPLE, '--format', 'md', '--out', at('no-such-folder/report.md')),
    );
  });
});

describe('proviso backup and restore', () => {
  /** The report but for the address of the server it was made on. */
  const report = async (data: string) => {
    const out = at(`compare-${Math.random().toString(36).slice(2)}.md`);
    expect(await proviso(data, 'export', SAMPLE, '--format', 'md', '--out', out)).toMatchObject({ code: 0 });
    return readFileSync(out, 'utf8');
  };

  it('copies a server that is writing, and the copy restored elsewhere gives the same report', async () => {
    let answered = 0;
    let going = true;
    const posting = (async () => {
      while (going) {
        const form = provisionConcern('chp_II__art_7__para_1', `Written during the back-up, ${answered}.`);
        expect((await author.post(`/reviews/${SAMPLE}/raise`, form)).status).toBe(200);
        answered += 1;
      }
    })();
    await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThan(2);
    const file = at('busy.db');
    expect(await proviso(server.data, 'backup', file)).toMatchObject({ code: 0, stderr: '' });
    going = false;
    await posting;
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(`${file}.partial`)).toBe(false);
    const restoredBusy = at('restored-busy');
    expect(await proviso(restoredBusy, 'restore', file)).toMatchObject({ code: 0, stderr: '' });
    expect((await proviso(restoredBusy, 'verify')).code).toBe(0);

    const still = at('still.db');
    expect((await proviso(server.data, 'backup', still)).code).toBe(0);
    const restored = at('restored/deep');
    expect(await proviso(restored, 'restore', still)).toMatchObject({ code: 0, stderr: '' });
    const [before, after] = [await report(server.data), await report(restored)];
    expect(after).toBe(before);
    expect(after).toContain(`Written during the back-up, ${answered - 1}.`);
    expect((await proviso(restored, 'verify')).code).toBe(0);
    expect(statSync(restored).mode & 0o077).toBe(0);
  });

  it('will not write over a back-up that is there', async () => {
    const file = put('precious.db', 'precious');
    refusedInOneLine(await proviso(server.data, 'backup', file));
    expect(readFileSync(file, 'utf8')).toBe('precious');
    refusedInOneLine(await proviso(server.data, 'backup', at('no-such-folder/copy.db')));
  });

  it('refuses a back-up that is cut short, altered or of something else, and changes nothing', async () => {
    const data = at('kept');
    expect((await proviso(data, ...importing(at('bridges.md')))).code).toBe(0);
    const whole = at('whole.db');
    expect((await proviso(server.data, 'backup', whole)).code).toBe(0);
    const bytes = readFileSync(whole);
    const kept = counts(data);

    const half = put('half.db', bytes);
    truncateSync(half, Math.floor(bytes.length / 2));
    const pageLess = put('page-less.db', bytes.subarray(0, bytes.length - 4096));
    const shortened = put('shortened.db', bytes.subarray(0, bytes.length - 100));
    const other = at('other.db');
    const foreign = new Database(other);
    foreign.exec('CREATE TABLE Cats (name TEXT)');
    foreign.close();
    const reworded = put('reworded.db', bytes);
    const tampered = new Database(reworded);
    tampered.exec(`UPDATE Text SET characters = 'X' || substr(characters, 2)`);
    tampered.close();
    const revised = put('revised.db', bytes);
    const altered = new Database(revised);
    altered.exec(`UPDATE ConcernRevision SET severity = 'improvement' WHERE severity = 'serious'`);
    altered.close();
    for (const file of [
      half,
      pageLess,
      shortened,
      other,
      reworded,
      revised,
      put('words.db', 'words'),
      put('none.db', ''),
    ]) {
      refusedInOneLine(await proviso(data, 'restore', file), file);
      expect(counts(data), file).toEqual(kept);
    }
    refusedInOneLine(await proviso(data, 'restore', at('missing.db')));
    expect(await proviso(data, 'verify')).toMatchObject({ code: 0, stderr: '' });
  });

  it('says in one line when the database is not whole', async () => {
    const data = at('spoilt');
    expect((await proviso(data, ...importing(at('bridges.md')))).code).toBe(0);
    const db = new Database(join(data, 'proviso.db'));
    db.exec(`UPDATE Text SET characters = 'X' || substr(characters, 2)`);
    db.close();
    refusedInOneLine(await proviso(data, 'verify'));
  });
});
