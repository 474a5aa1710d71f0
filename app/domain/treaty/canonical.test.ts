import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise, layOut } from './canonical';
import { conserved } from './conserved';
import type { Outline, Provision } from './outline';

const provision = (eId: string, more: Partial<Provision> = {}): Provision => ({
  eId,
  kind: 'article',
  number: '',
  heading: '',
  text: '',
  children: [],
  ...more,
});
const outline = (provisions: Provision[], more: Partial<Outline> = {}): Outline => ({
  title: '',
  language: 'en',
  provisions,
  furniture: [],
  uncertain: [],
  ...more,
});

describe('canonicalise', () => {
  it('composes, drops soft hyphens and zero-width spaces, and leaves single spaces', () => {
    expect(canonicalise('  Octo\u00adber\u200b 5\u00a0 \t1961\u2028e\u0301 \ufeff')).toBe('October 5 1961 é');
  });

  it('keeps the joiners that Persian and Hindi words are written with', () => {
    expect(canonicalise('می\u200cخواهم क्\u200dष')).toBe('می\u200cخواهم क्\u200dष');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        const once = canonicalise(s);
        expect(canonicalise(once)).toBe(once);
      }),
    );
  });
});

describe('layOut', () => {
  const { characters, provisions } = layOut(
    outline([
      provision('art_1', {
        label: 'Article 1',
        number: '1',
        heading: 'Scope',
        text: 'Acts:\nall of them:',
        closing: 'with intent.',
        children: [
          provision('art_1__point_a', { kind: 'point', label: '(a)', text: 'input;' }),
          provision('art_1__point_b', { kind: 'point', label: '(b)' }),
        ],
      }),
      provision('art_2', { text: 'End.' }),
    ]),
  );
  const words = (start: number, end: number) => characters.slice(start, end);

  it('joins headings, paragraphs and closings in reading order, without labels', () => {
    expect(characters).toBe('Scope\nActs:\nall of them:\ninput;\nwith intent.\nEnd.');
  });

  it('lists provisions flat, in reading order, parents first', () => {
    expect(provisions.map((p) => [p.eId, p.parent, p.depth, p.ordinal])).toEqual([
      ['art_1', null, 0, 0],
      ['art_1__point_a', 'art_1', 1, 1],
      ['art_1__point_b', 'art_1', 1, 2],
      ['art_2', null, 0, 3],
    ]);
  });

  it('spans the whole of a provision, and block by block its own words', () => {
    const [first, point, empty, last] = provisions as [
      (typeof provisions)[0],
      (typeof provisions)[0],
      (typeof provisions)[0],
      (typeof provisions)[0],
    ];
    expect(words(first.start, first.end)).toBe('Scope\nActs:\nall of them:\ninput;\nwith intent.');
    expect(first.blocks.map((b) => [b.role, words(b.start, b.end)])).toEqual([
      ['heading', 'Scope'],
      ['text', 'Acts:'],
      ['text', 'all of them:'],
      ['closing', 'with intent.'],
    ]);
    expect(words(point.start, point.end)).toBe('input;');
    expect(empty.start).toBe(empty.end);
    expect(words(last.start, last.end)).toBe('End.');
  });

  it('covers every character but the line ends by exactly one block', () => {
    const covered = new Array<number>(characters.length).fill(0);
    for (const p of provisions) for (const b of p.blocks) for (let i = b.start; i < b.end; i += 1) covered[i]! += 1;
    expect(covered.every((n, i) => n === (characters[i] === '\n' ? 0 : 1))).toBe(true);
  });
});

describe('conserved', () => {
  const source = 'TREATY\n\nArticle 1\nScope\n- 2 -\n(a) in\u00adput;\nwith intent.';
  const whole = outline(
    [
      provision('art_1', {
        label: 'Article 1',
        heading: 'Scope',
        children: [provision('art_1__point_a', { label: '(a)', text: 'input;' })],
        closing: 'with intent.',
      }),
    ],
    { title: 'TREATY', furniture: [{ what: 'page-number', text: '- 2 -', line: 5 }] },
  );

  it('accepts a source whose every word is accounted for', () => {
    expect(conserved(source, whole)).toEqual({ ok: true });
  });

  it('says which words were lost', () => {
    expect(conserved(`${source}\nAnd more.`, whole)).toEqual({ ok: false, missing: 'Andmore.' });
    expect(conserved(source, { ...whole, title: '' })).toMatchObject({ ok: false, missing: 'TREATY' });
  });

  it('says which words were made up or doubled', () => {
    expect(conserved(source, { ...whole, title: 'TREATY TREATY' })).toMatchObject({ ok: false, extra: 'TREATY' });
  });

  it('does not accept furniture that is not on its line', () => {
    const furniture = [{ what: 'note' as const, text: '- 3 -', line: 5 }];
    expect(conserved(source, { ...whole, furniture }).ok).toBe(false);
  });

  it('takes markup out by its column', () => {
    const marked = outline([provision('art_1', { label: 'Article 1', text: 'a * b c' })], {
      furniture: [
        { what: 'markup', text: '*', line: 1, column: 14 },
        { what: 'markup', text: '*', line: 1, column: 16 },
      ],
    });
    expect(conserved('Article 1 a * *b* c'.replace('*b*', '*b*'), marked).ok).toBe(true);
  });

  it('takes out furniture of several lines with a page number inside', () => {
    const listed = outline([provision('art_1', { label: 'Article 1', text: 'Text.' })], {
      furniture: [
        { what: 'contents', text: 'Contents\nArticle 1\nArticle 2', line: 1 },
        { what: 'page-number', text: 'ii', line: 3 },
      ],
    });
    expect(conserved('Contents\nArticle 1\nii\nArticle 2\nArticle 1 Text.', listed)).toEqual({ ok: true });
  });
});
