import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conserved } from './conserved';
import { correct, correctionsSchema } from './corrections';
import type { Correction } from './corrections';
import type { Outline, Source } from './outline';
import { READ_AS } from './outline';
import { outlineOfSource } from './outline-of-source';
import { at, eIds, flat, lines, taken } from './segmented.fixture';

const sourceOf = (text: string): Source => ({ lines: lines(text) });
/** A text's outline with corrections on it; that no word went astray is checked each time. */
const read = (text: string, corrections: readonly Correction[]): Outline => {
  const outline = outlineOfSource(correct(sourceOf(text), correctionsSchema.parse(corrections)));
  expect(conserved(text, outline)).toEqual({ ok: true });
  expect(outlineOfSource(correct(sourceOf(text), corrections))).toEqual(outline);
  return outline;
};

const TEXT = `CHAPTER I
General

Article 1
Scope

This Convention applies.

1. One.
2. Two:

(a) first;

(b) second.

Words at the end.

Article 2
Aims

Text.`;

describe('what a person says a line is', () => {
  it('furniture: the line leaves the text and is listed', () => {
    const outline = read(TEXT, [{ line: 7, as: 'furniture' }]);
    expect(at(outline, 'chp_I__art_1').text).toBe('');
    expect(taken(outline, 'note')).toEqual(['This Convention applies.']);
  });

  it('text: what looks like a label or a heading is words', () => {
    const outline = read(TEXT, [
      { line: 10, as: 'text' },
      { line: 19, as: 'text' },
    ]);
    expect(eIds(outline)).not.toContain('chp_I__art_1__para_2');
    expect(at(outline, 'chp_I__art_1__para_1').text).toContain('2. Two:');
    expect(at(outline, 'chp_I__art_2')).toMatchObject({ heading: '', text: 'Aims\nText.' });
  });

  it('text again, where the format had taken it for furniture', () => {
    const source = {
      lines: lines('Article 1\nScope\n\nOne.').map((l) => (l.line === 4 ? { ...l, furniture: 'note' as const } : l)),
    };
    expect(flat(outlineOfSource(source).provisions).map((p) => p.text)).not.toContain('One.');
    expect(outlineOfSource(correct(source, [{ line: 4, as: 'text' }])).provisions[0]?.text).toBe('One.');
  });

  it('heading: of the provision before it, and of the level whose label it carries', () => {
    expect(at(read(TEXT, [{ line: 7, as: 'heading' }]), 'chp_I__art_1').heading).toBe('Scope This Convention applies.');
    const inline = read('Article 1\nOne.\n\nArticle 2 The court shall sit.\n\nArticle 3\nThree.', [
      { line: 4, as: 'heading' },
    ]);
    expect(at(inline, 'art_2')).toMatchObject({ heading: 'The court shall sit.', text: '' });
    const paragraph = read('Article 1\nScope\n\n1.\nAims of it.\n\nText.\n\n2. Two.', [{ line: 5, as: 'heading' }]);
    expect(at(paragraph, 'art_1__para_1')).toMatchObject({ heading: 'Aims of it.' });
  });

  it.each(['part', 'title', 'chapter', 'section', 'annex'] as const)('%s: with or without a label', (as) => {
    const labelled = read('Article 1\nOne.\n\nIV. Final clauses\n\nArticle 2\nTwo.', [{ line: 4, as }]);
    const node = labelled.provisions[1];
    expect(node).toMatchObject({ kind: as, number: 'IV', label: 'IV.', heading: 'Final clauses', line: 4 });
    expect(node?.children).toHaveLength(1);
    const plain = read('Article 1\nOne.\n\nFinal clauses\n\nArticle 2\nTwo.', [{ line: 4, as }]);
    expect(plain.provisions[1]).toMatchObject({ kind: as, number: '', heading: 'Final clauses' });
  });

  it('another level than its word says', () => {
    expect(eIds(read(TEXT, [{ line: 1, as: 'part' }]))).toContain('part_I__art_1');
  });

  it('article: a mention, a number, or no number at all', () => {
    const outline = read('Article 1\nOne.\n\nArticle 2 shall apply.\n\n3. Three of them.\n\nWords alone.', [
      { line: 4, as: 'article' },
      { line: 6, as: 'article' },
      { line: 8, as: 'article' },
    ]);
    expect(outline.provisions.map((p) => [p.eId, p.label, p.text])).toEqual([
      ['art_1', 'Article 1', 'One.'],
      ['art_2', 'Article 2', 'shall apply.'],
      ['art_3', '3.', 'Three of them.'],
      ['art_4', undefined, 'Words alone.'],
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('paragraph: uses its label where it has one, else makes one without a number', () => {
    const outline = read('Article 1\nScope\n\nFirst words.\n\n(b) second;\n\nLast words.\n\n(c) third.', [
      { line: 4, as: 'paragraph' },
      { line: 6, as: 'paragraph' },
      { line: 8, as: 'paragraph' },
    ]);
    expect(at(outline, 'art_1').children.map((p) => [p.kind, p.label ?? '', p.number, p.text])).toEqual([
      ['paragraph', '', '', 'First words.'],
      ['paragraph', '(b)', 'b', 'second;'],
      ['paragraph', '', '', 'Last words.'],
      ['paragraph', '(c)', 'c', 'third.'],
    ]);
  });

  it('point and sub-point: beside the open ones, and what follows goes on from there', () => {
    const outline = read(TEXT, [{ line: 16, as: 'point' }]);
    expect(at(outline, 'chp_I__art_1__para_2').children.map((p) => p.text)).toEqual([
      'first;',
      'second.',
      'Words at the end.',
    ]);
    const deep = read('Article 1\nScope\n\n1. One:\n(a) first:\nsomething small;\n(b) second.\n2. Two.', [
      { line: 6, as: 'subpoint' },
    ]);
    expect(eIds(deep)).toEqual([
      'art_1',
      'art_1__para_1',
      'art_1__para_1__point_a',
      'art_1__para_1__point_a__subpoint_1',
      'art_1__para_1__point_b',
      'art_1__para_2',
    ]);
  });

  it('settles the doubts about it', () => {
    const text = 'Article 1\nText.\nArticle 2\nText.\nArticle 4\nText.\nArticle 4\nText.';
    expect(read(text, []).uncertain).toHaveLength(3);
    expect(read(text, [{ line: 5, as: 'article' }]).uncertain).toHaveLength(2);
    expect(
      read(text, [
        { line: 5, as: 'article' },
        { line: 7, as: 'article' },
      ]).uncertain,
    ).toEqual([]);
  });

  it('keeps lines that would be taken out with their page or their language', () => {
    const text = 'Article 1\nText goes on\n- 2 -\nand on.\nArticle 2\nText.';
    expect(taken(read(text, []), 'page-number')).toEqual(['- 2 -']);
    expect(read(text, [{ line: 3, as: 'text' }]).furniture).toEqual([]);
  });
});

describe('joining and splitting', () => {
  it('joins a line to the one before it', () => {
    const outline = read('Article 1\nScope\n\nThe States agree on\n\nArticle 5 of the Treaty.\n\nEnd.', [
      { line: 6, joins: true },
    ]);
    expect(at(outline, 'art_1').text).toBe('The States agree on Article 5 of the Treaty.\nEnd.');
  });

  it('splits a line where a person says; labels of the new piece are read', () => {
    const text = 'Article 1\nScope\n\n1. One. 2. Two.\n\n3. Three.';
    const outline = read(text, [{ line: 4, splits: 8 }]);
    expect(eIds(outline)).toEqual(['art_1', 'art_1__para_1', 'art_1__para_2', 'art_1__para_3']);
    expect(at(outline, 'art_1__para_2')).toMatchObject({ text: 'Two.', line: 4, column: 8 });
    expect(at(outline, 'art_1__para_3').line).toBe(6);
    expect(outline.uncertain).toEqual([]);
  });

  it('takes further corrections of a piece by its column, other lines keep their numbers', () => {
    const text = 'Article 1\nScope\n\nOne. Page 3 Two. Three.\n\nArticle 2\nAims\n\nText.';
    const outline = read(text, [
      { line: 4, splits: 5 },
      { line: 4, splits: 12 },
      { line: 4, column: 5, as: 'furniture' },
      { line: 4, column: 12, as: 'paragraph' },
      { line: 7, as: 'text' },
    ]);
    expect(outline.furniture).toMatchObject([{ text: 'Page 3 ', line: 4, column: 5 }]);
    expect(at(outline, 'art_1').text).toBe('One.');
    expect(at(outline, 'art_1__para_1').text).toBe('Two. Three.');
    expect(at(outline, 'art_2')).toMatchObject({ heading: '', text: 'Aims\nText.', line: 6 });
  });
});

describe('a recipe', () => {
  it('accepts a doubt, by its line and its words', () => {
    const text = 'Article 1\nText.\nArticle 3\nText.';
    const [doubt] = read(text, []).uncertain;
    expect(doubt).toMatchObject({ where: 'art_3', line: 3 });
    expect(read(text, [{ line: 3, accepts: doubt?.what ?? '' }]).uncertain).toEqual([]);
    expect(read(text, [{ line: 2, accepts: doubt?.what ?? '' }]).uncertain).toHaveLength(1);
  });

  it('says when a correction fits nothing, and changes nothing then', () => {
    const outline = read(TEXT, [
      { line: 99, as: 'text' },
      { line: 7, splits: 4000 },
      { line: 7, column: 3, as: 'article' },
    ]);
    expect(outline.provisions).toEqual(read(TEXT, []).provisions);
    const unfit = outline.uncertain.filter((u) => u.what.includes('fits nothing'));
    expect(unfit.map((u) => u.line)).toEqual([99, 7, 7]);
  });

  it('works on a source whose markup was taken out: columns count in the line as it came', () => {
    const raw = '**Article 1**\nThe *States* agree on multi-\nlateral and multilateral acts.';
    const source: Source = {
      lines: lines('Article 1\nThe States agree on multi-\nlateral and multilateral acts.'),
      furniture: [
        { what: 'markup', text: '**', line: 1, column: 0 },
        { what: 'markup', text: '**', line: 1, column: 11 },
        { what: 'markup', text: '*', line: 2, column: 4 },
        { what: 'markup', text: '*', line: 2, column: 11 },
      ],
      raw,
    };
    for (const corrections of [[], [{ line: 2, splits: 4 }]] as const) {
      const outline = outlineOfSource(correct(source, corrections));
      expect(conserved(raw, outline)).toEqual({ ok: true });
      expect(outline.furniture).toContainEqual({ what: 'hyphen', text: '-', line: 2, column: 27 });
    }
  });

  it.each([
    ['a line 0', [{ line: 0, as: 'text' }]],
    ['an unknown reading', [{ line: 1, as: 'poem' }]],
    ['two things at once', [{ line: 1, as: 'text', joins: true }]],
    ['a split before the first character', [{ line: 1, splits: 0 }]],
    ['nothing', [{ line: 1 }]],
    ['2,001 entries', Array.from({ length: 2001 }, () => ({ line: 1, as: 'text' }))],
  ])('is refused with %s', (_name, recipe) => {
    expect(correctionsSchema.safeParse(recipe).success).toBe(false);
  });
});

describe('any corrections at all', () => {
  const line = fc.integer({ min: 1, max: 22 });
  const correction: fc.Arbitrary<Correction> = fc.oneof(
    fc.record({ line, as: fc.constantFrom(...READ_AS) }),
    fc.record({ line, column: fc.integer({ min: 0, max: 12 }), as: fc.constantFrom(...READ_AS) }),
    fc.record({ line, joins: fc.constant(true as const) }),
    fc.record({ line, splits: fc.integer({ min: 1, max: 12 }) }),
  );

  it('lose nothing, double nothing, move nothing, and give every provision its own eId and line', () => {
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 8 }), (corrections) => {
        const outline = outlineOfSource(correct(sourceOf(TEXT), corrections));
        if (outline.provisions.length === 0) return;
        expect(conserved(TEXT, outline)).toEqual({ ok: true });
        expect(new Set(eIds(outline)).size).toBe(eIds(outline).length);
        const places = flat(outline.provisions).map((p) => (p.line ?? 0) * 1000 + (p.column ?? 0));
        expect(places.every((place, i) => place > 0 && place >= (places[i - 1] ?? 0))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
