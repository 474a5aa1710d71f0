import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { item, level, numbered, p, partOf, r, wordFile } from './docx.fixture';
import { readTreaty } from './read';

const MEGABYTE = 1024 * 1024;
const document = strToU8(partOf('document', p('Article 1') + p('Text.')));
const packed = (parts: Zippable) => zipSync({ 'word/document.xml': document, ...parts });

/** Where each entry's record in the directory at the end begins. */
function records(zip: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i + 4 <= zip.length; i += 1) {
    if (zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1 && zip[i + 3] === 2) found.push(i);
  }
  return found;
}
const LENGTH = 24;
const FLAGS = 8;
const ATTRIBUTES = 38;
const PLACE = 42;
/** The file with a number of an entry's record written over. */
function forged(zip: Uint8Array, entry: number, field: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip);
  new DataView(bytes.buffer).setUint32((records(bytes)[entry] as number) + field, value, true);
  return bytes;
}
/** Bytes that do not pack. */
function noise(size: number): Uint8Array {
  let n = 7;
  return new Uint8Array(size).map(() => (n = (Math.imul(n, 1103515245) + 12345) & 0x7fffffff) >> 16);
}
/** Seconds of the processor, which other work on the machine does not lengthen. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const renamed = (to: string) => {
  const from = 'word/x'.padEnd(to.length, 'x');
  const bytes = packed({ [from]: strToU8('x') });
  const text = Buffer.from(bytes);
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) text.write(to, at, 'latin1');
  return new Uint8Array(text);
};
const body = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};">`).join('');

const BOMBS: Readonly<Record<string, readonly [() => Uint8Array, RegExp]>> = {
  'a part of 25 MB': [
    () => forged(packed({ 'a.bin': noise(150_000) }), 1, LENGTH, 25 * MEGABYTE),
    /unpacks to 25 MB; at most 20 MB/,
  ],
  'parts of 64 MB together': [
    () => {
      const names = ['a', 'b', 'c', 'd'];
      const zip = packed(Object.fromEntries(names.map((name) => [name, noise(100_000)])));
      return names.reduce<Uint8Array>((bytes, _, i) => forged(bytes, i + 1, LENGTH, 16 * MEGABYTE), zip);
    },
    /more than 60 MB/,
  ],
  'a part packed a thousandfold': [() => packed({ 'a.bin': new Uint8Array(4 * MEGABYTE) }), /more than 200 times/],
  'a document of 30 MB that says it has 900 bytes': [
    () => forged(zipSync({ 'word/document.xml': new Uint8Array(30 * MEGABYTE).fill(32) }), 0, LENGTH, 900),
    /damaged/,
  ],
  '3,000 entries': [
    () => packed(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`a/${i}`, new Uint8Array()]))),
    /3001 files/,
  ],
  'entries that lie on top of one another': [
    () => forged(packed({ 'word/x.xml': noise(1000) }), 1, PLACE, 0),
    /on top of one another/,
  ],
  'a name that leads out of its folder': [() => renamed('../../etc/passwd'), /a name that no Word file has/],
  'a name that begins at the root': [() => renamed('/etc/passwd'), /a name that no Word file has/],
  'a name with backslashes': [() => renamed('..\\..\\passwd'), /a name that no Word file has/],
  'a name with a NUL': [() => renamed('word/\0.xml'), /a name that no Word file has/],
  'a symbolic link': [
    () => forged(packed({ 'word/x': strToU8('/etc/passwd') }), 1, ATTRIBUTES, 0xa1ff0000),
    /a name that no Word file has/,
  ],
  'a name twice': [() => packed({ 'WORD/Document.XML': document }), /two files of the same name/],
  'an entry with a password': [() => forged(packed({ 'word/x': strToU8('x') }), 1, FLAGS, 0x0008_0801), /password/],
  'entities that multiply': [
    () => body(`<!DOCTYPE w:document [<!ENTITY l0 "ha">${laughs}]>${partOf('document', p('&l30;')).slice(38)}`),
    /document type declaration/,
  ],
  'an entity from a file': [
    () => body(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`),
    /document type declaration/,
  ],
  'an entity that nobody declared': [() => body(partOf('document', p('&nbsp;'))), /is damaged/],
  'elements 200,000 deep': [() => body(partOf('document', '<w:sdt>'.repeat(200_000))), /256 levels|200 times/],
  'more than a million elements': [
    () => body(partOf('document', Array.from({ length: 1_000_001 }, (_, i) => `<w:p${i % 911}/>`).join(''))),
    /million elements/,
  ],
  'an element of 5,000 attributes': [
    () => body(partOf('document', `<w:p ${Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    /more attributes/,
  ],
  '5,000 namespaces': [
    () =>
      body(
        partOf(
          'document',
          Array.from(
            { length: 60 },
            (_, k) => `<w:sdt ${Array.from({ length: 90 }, (_x, i) => `xmlns:n${k}x${i}="u"`).join(' ')}>`,
          ).join(''),
        ),
      ),
    /more namespaces/,
  ],
  'UTF-7': [() => body('<?xml version="1.0" encoding="UTF-7"?>+ADw-x/+AD4-'), /damaged/],
};

describe('a Word file made to do harm', () => {
  it.each(Object.entries(BOMBS))(
    'is refused in one sentence, at once and in little memory: %s',
    async (_name, [make, words]) => {
      const bytes = make();
      const before = { time: spent(), memory: process.memoryUsage().rss };
      const outcome = await readTreaty(bytes, { name: 'bomb.docx' });
      expect(spent() - before.time).toBeLessThan(3);
      expect(process.memoryUsage().rss - before.memory).toBeLessThan(250 * MEGABYTE);
      expect(outcome).toMatchObject({ ok: false, code: 'unreadable' });
      expect(outcome.ok ? '' : outcome.detail).toMatch(words);
      expect(outcome.ok ? '' : outcome.detail).toMatch(/^[^.]+(?:\.docx[^.]*|\(\.\w+\)[^.]*)*\.$/);
    },
  );

  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const SLOW: Readonly<Record<string, () => Uint8Array>> = {
    'fields in fields': () =>
      wordFile({ document: p((char('begin') + char('separate')).repeat(20_000) + r('x').repeat(20_000)) }),
    'alternatives in alternatives': () => {
      const open = '<mc:AlternateContent><mc:Choice>'.repeat(100);
      const close = '</mc:Choice></mc:AlternateContent>'.repeat(100);
      return wordFile({ document: p(`<w:r>${open}${'<w:tab/>'.repeat(20_000)}${close}</w:r>`) });
    },
    'styles on styles': () =>
      wordFile({
        document: p('x', '<w:pStyle w:val="S1"/>'),
        styles: Array.from(
          { length: 20_000 },
          (_, i) => `<w:style w:type="paragraph" w:styleId="S${i}"><w:basedOn w:val="S${i + 1}"/></w:style>`,
        ).join(''),
      }),
    'tables in tables': () => {
      const open = '<w:tbl><w:tr><w:tc>'.repeat(70);
      const close = '</w:tc></w:tr></w:tbl>'.repeat(70);
      return wordFile({ document: `${open}${Array.from({ length: 20_000 }, (_, i) => p(`x${i}`)).join('')}${close}` });
    },
    'paragraphs joined by deleted marks': () =>
      wordFile({ document: p('x ', '<w:rPr><w:del w:id="1"/></w:rPr>').repeat(20_000) }),
    'numbers beyond all letters': () =>
      wordFile({
        document: item('x', 0).repeat(5000),
        numbering: numbered(level(0, 'lowerLetter', '%1'.repeat(40)).replace('w:val="1"', 'w:val="2000000000"')),
      }),
  };
  it.each(Object.entries(SLOW))('costs no more than its length: %s', async (_name, make) => {
    const bytes = make();
    const before = spent();
    await readTreaty(bytes, { name: 'slow.docx' });
    expect(spent() - before).toBeLessThan(3);
  });
});
