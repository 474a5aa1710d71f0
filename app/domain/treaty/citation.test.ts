import { describe, expect, it } from 'vitest';
import { citation, shortCitation } from './citation';
import { layOut } from './canonical';
import { segment } from './segment';

const text = `CONVENTION ON TRIALS
Preamble

The Parties,

Concerned about harm,

Convinced of trials,

Have agreed as follows:

CHAPTER IV
MEASURES
Section 2
POWERS
Article 28
Search

1. One.
4. Acts:
(a) the sale of:
(i) a device;
– a bare thing;
(ii) another.

ANNEX I
RULES
Article 1
Rule.

ANNEX II
LISTS
1. Thing.`;
const { provisions } = layOut(segment(text.split('\n').map((line, i) => ({ text: line, line: i + 1 }))));
const id = (end: string) => provisions.find((p) => p.eId.endsWith(end))?.eId ?? `no ${end}`;

describe('citation', () => {
  it.each([
    ['art_28', 'Article 28', '28'],
    ['para_4', 'Article 28(4)', '28(4)'],
    ['subpoint_i', 'Article 28(4)(a)(i)', '28(4)(a)(i)'],
    ['chp_IV', 'Chapter IV', 'IV'],
    ['sec_2', 'Chapter IV, Section 2', '2'],
    ['preamble', 'Preamble', 'Preamble'],
    ['rec_2', 'Preamble, paragraph 2', 'Preamble 2'],
    ['annex_I__art_1', 'Annex I, Article 1', '1'],
    ['annex_II__para_1', 'Annex II(1)', 'Annex II(1)'],
  ])('cites %s as %s', (end, long, short) => {
    expect(citation(provisions, id(end))).toBe(long);
    expect(shortCitation(provisions, id(end))).toBe(short);
  });

  it('gives nothing for a provision that is not there', () => {
    expect(citation(provisions, 'art_99')).toBe('');
    expect(shortCitation(provisions, 'art_99')).toBe('');
  });

  it('takes the words from the table it is given', () => {
    const words = { levels: { article: 'Artículo {n}' }, unnumbered: 'párrafo {n}', separator: ', ' };
    expect(citation(provisions, id('para_4'), words)).toBe('Artículo 28(4)');
  });
});
