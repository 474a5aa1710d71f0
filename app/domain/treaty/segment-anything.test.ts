import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './canonical';
import { conserved } from './conserved';
import type { Provision } from './outline';
import { segment } from './segment';

const FRAGMENTS = [
  'Article 1',
  'Article 2 – Scope',
  'Article 3 bis',
  'Article 2 shall apply',
  'CHAPTER I',
  'SECTION 2',
  'ANNEX',
  'Annex II Rules',
  'Preamble',
  'Contents',
  'CONVENTION ON TRIALS',
  'The States Parties to this Convention,',
  'Recalling the Charter,',
  'Have agreed as follows:',
  'IN WITNESS WHEREOF, signed.',
  '1. (a) (i) Each Party',
  '1. One.',
  '2. Two:',
  '7. Seven',
  '(a) input;',
  '(b) deceit',
  '(i) a device;',
  '(v) five',
  '– a bare thing',
  'with intent to use paragraph',
  'and no label. More of it.',
  '- 12 -',
  '13',
  'A/RES/1',
  'المادة 4: نطاق',
  '(أ) أول؛',
  '第五条 目的',
  '（一）合作；',
  'Статья 6',
  'é e\u0301 so\u00adft',
  '',
  '',
];

describe('any text at all', () => {
  it('loses nothing, doubles nothing, moves nothing, and gives every provision its own eId', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 40 }), (fragments) => {
        const outline = segment(fragments.map((text, i) => ({ text, line: i + 1 })));
        if (outline.provisions.length === 0) return;
        expect(conserved(fragments.join('\n'), outline)).toEqual({ ok: true });
        const flat = (list: readonly Provision[]): Provision[] => list.flatMap((p) => [p, ...flat(p.children)]);
        const eIds = flat(outline.provisions).map((p) => p.eId);
        expect(new Set(eIds).size).toBe(eIds.length);
        expect(eIds.every((id) => /^[A-Za-z0-9_-]+$/.test(id))).toBe(true);
        for (const { where } of outline.uncertain) expect(eIds.includes(where) || /^line \d+$/.test(where)).toBe(true);
        const { characters, provisions } = layOut(outline);
        const laid = provisions.flatMap((p) => p.blocks.map((b) => characters.slice(b.start, b.end)));
        const words = flat(outline.provisions).flatMap((p) => [
          p.heading,
          ...p.text.split('\n'),
          ...(p.closing ?? '').split('\n'),
        ]);
        expect([...laid].sort()).toEqual(words.filter(Boolean).sort());
      }),
      {
        numRuns: 1000,
        examples: [
          // A contents page taken out between two lines that then read as one paragraph.
          [
            [
              '7. Seven',
              'A/RES/1',
              'Article 1',
              'Article 3 bis',
              'Article 1',
              'Article 2 shall apply',
              'Статья 6',
              'Article 1',
              'Article 2 shall apply',
            ],
          ],
        ],
      },
    );
  });
});
