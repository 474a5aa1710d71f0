import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerAt } from '#app/operations/treaty/reader.server';
import { READING, TREATY } from '../store/fresh-app';

const utf8 = (words: string) => new TextEncoder().encode(words);
let folder: string;
/** A program that does to itself what a hostile file would make a parser do. */
const program = (name: string, code: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-reader-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is read', () => {
  it('comes back as an outline, or as the sentence of the format that refused it', async () => {
    const reader = readerAt(READING);
    const read = await reader.read(utf8(TREATY), { name: 'mooring.txt', language: 'en', from: 'file' });
    expect(read.ok && read.value.outline.title).toBe('CONVENTION ON THE MOORING OF SHIPS');
    expect(await reader.read(utf8('Dear colleague'), { name: 'letter.txt', from: 'file' })).toMatchObject({
      ok: false,
      code: 'unreadable',
      detail: expect.stringContaining('No article') as string,
    });
  });
});

describe('a hostile file', () => {
  const tries = [
    ['loops for ever', 'for (;;);', /longer than 1 seconds/],
    ['eats the heap', 'const all = []; for (;;) all.push({ one: all.length, two: `${all.length}` });', /damaged/],
    [
      'eats memory outside the heap',
      'const all = []; setInterval(() => { for (let i = 0; i < 20; i += 1) all.push(Buffer.alloc(1 << 20, 1)); }, 5);',
      /more memory/,
    ],
    ['answers without end', 'const w = () => process.stdout.write("x".repeat(1 << 20), w); w();', /stopped/],
    ['crashes', 'process.abort();', /broke off/],
    ['stops in the middle of its answer', 'process.stdout.write(\'{"ok":true\');', /broke off/],
  ] as const;

  it.each(tries)('that %s is stopped with one sentence, and this process goes on', async (name, code, sentence) => {
    const limits = { time: name.startsWith('loops') ? 1000 : 20_000, heap: 64, memory: 400 };
    const reader = readerAt(program(name, code), limits);
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    const read = await reader.read(utf8(TREATY), { name: 'a.txt', from: 'file' });
    clearInterval(heart);
    expect(read).toMatchObject({ ok: false, code: 'unreadable' });
    expect(read.ok ? '' : read.detail).toMatch(sentence);
    expect(beats).toBeGreaterThan(3);
    expect((await readerAt(READING).read(utf8(TREATY), { name: 'a.txt', from: 'file' })).ok).toBe(true);
  });

  it('can write no file, start no program and make no code', async () => {
    const target = join(folder, 'written');
    const code = `
      import { writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      const tried = [() => writeFileSync(${JSON.stringify(target)}, 'x'), () => spawnSync('true'), () => new Function('1')];
      const done = tried.filter((one) => { try { const said = one(); return !said?.error; } catch { return false; } }).length;
      process.stdout.write(JSON.stringify({ ok: false, code: 'unreadable', detail: String(done) }) + '\\n');`;
    expect(await readerAt(program('escapes', code)).read(utf8(''), { name: '', from: 'file' })).toMatchObject({
      detail: '0',
    });
  });
});

describe('a crowd of files', () => {
  it('is read two at a time; what would wait too long is refused, and the places come free again', async () => {
    const reader = readerAt(READING);
    const all = await Promise.all(
      Array.from({ length: 14 }, () => reader.read(utf8(TREATY), { name: 'a.txt', from: 'file' })),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(10);
    expect(all.filter((one) => !one.ok && one.code === 'too-many' && (one.retryAfter ?? 0) > 0)).toHaveLength(4);
    expect((await reader.read(utf8(TREATY), { name: 'a.txt', from: 'file' })).ok).toBe(true);
  });
});
