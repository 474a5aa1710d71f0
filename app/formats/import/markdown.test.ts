import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { importFormatOf } from './index';
import { markdownLines } from './markdown-lines';
import { readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
const read = async (text: string): Promise<Outline> => {
  const outline = await readTreaty(utf8(text), { name: 'treaty.md' });
  if (!outline.ok) throw new Error(outline.detail);
  expect(conserved(text, outline.value)).toEqual({ ok: true });
  return outline.value;
};
const flat = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...flat(p.children)]);

const TREATY = `# Convention on Trials

## Preamble

The States Parties,

*Concerned* about [harm](https://example.org/a_(b)),

__Convinced__ of trials,

Have agreed as follows:

## CHAPTER II

### General provisions

### Article 3 - Use of terms

**1.** Each Party shall:

- (a) adopt \`measures\`, *inter alia*, against 2 * 3 and snake_case_words;
- (b) report them.

2\\. The **States** report.

***

### Article 4. End

Text.`;

describe('a Markdown file', () => {
  it('gives title, levels, labels and words, its markup declared', async () => {
    const outline = await read(TREATY);
    expect(outline.title).toBe('Convention on Trials');
    expect(flat(outline.provisions).map((p) => p.eId)).toEqual([
      'preamble',
      'preamble__rec_1',
      'preamble__rec_2',
      'chp_II',
      'chp_II__art_3',
      'chp_II__art_3__para_1',
      'chp_II__art_3__para_1__point_a',
      'chp_II__art_3__para_1__point_b',
      'chp_II__art_3__para_2',
      'chp_II__art_4',
    ]);
    const at = (end: string) => flat(outline.provisions).find((p) => p.eId.endsWith(end));
    expect(at('chp_II')?.heading).toBe('General provisions');
    expect(at('art_3')).toMatchObject({ heading: 'Use of terms', label: 'Article 3 -' });
    expect(at('art_4')?.heading).toBe('End');
    expect(at('point_a')?.text).toContain('inter alia, against 2 * 3 and snake_case_words;');
    expect(at('para_2')?.text).toBe('The States report.');
    expect(outline.uncertain).toEqual([]);
  });

  it('keeps asterisks and underscores that are not markup', () => {
    const { lines, markup } = markdownLines('A * B, a*, _x, and 5*3 in snake_case');
    expect(lines[0]?.text).toBe('A * B, a*, _x, and 5*3 in snake_case');
    expect(markup).toEqual([]);
  });

  it('is told from plain text by its headings, and by its name when in doubt', () => {
    expect(importFormatOf('treaty', utf8(TREATY)).id).toBe('markdown');
    expect(importFormatOf('treaty.txt', utf8('Article 1\nText.')).id).toBe('text');
    expect(importFormatOf('treaty.txt', utf8(TREATY)).id).toBe('text');
  });

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['brackets closed at the end', `${'['.repeat(300_000)}]`],
    ['links', '[a](b)'.repeat(50_000)],
    ['asterisks', '* a '.repeat(200_000)],
    ['hashes and spaces', `# ${'# '.repeat(200_000)}x`],
  ])('is read in linear time when it is full of %s', (_name, text) => {
    const before = performance.now();
    markdownLines(text);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});
