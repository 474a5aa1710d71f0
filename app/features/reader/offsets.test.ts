// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { layOut } from '#app/domain/treaty/canonical';
import type { Provision } from '#app/domain/treaty/outline';
import { renderTreaty } from '#app/domain/treaty/render';
import { findBlocks, quoteOf } from './blocks';
import type { Blocks } from './blocks';
import { isIntact, offsetOf, selectedSpan, trimmed } from './offsets';
import { passageOf, provisionPassage } from './passage';

const provision = (eId: string, over: Partial<Provision>): Provision => ({
  eId,
  kind: 'paragraph',
  number: '',
  label: '',
  heading: '',
  text: '',
  children: [],
  ...over,
});

const article = (n: number, heading: string, first: string, second: string) =>
  provision(`art_${n}`, {
    kind: 'article',
    number: String(n),
    label: `Article ${n}`,
    heading,
    children: [
      provision(`art_${n}__para_1`, { number: '1', label: '1.', text: first }),
      provision(`art_${n}__para_2`, { number: '2', label: '2.', text: second }),
    ],
  });

let blocks: Blocks;
let characters: string;

beforeEach(() => {
  const laid = layOut({
    provisions: [
      article(1, 'Access', 'Each party shall act.', 'It may wait 💡 a little.'),
      article(2, 'Data', 'Orders are public.', 'They end.'),
    ],
  });
  characters = laid.characters;
  document.body.innerHTML = `<p id="before">Before</p><section>${renderTreaty(laid, { raise: (c) => `Raise ${c}` })}</section><p id="after">After</p>`;
  blocks = findBlocks(document.querySelector('section') as HTMLElement);
});

const textOf = (selector: string): Text => document.querySelector(selector)?.firstChild as Text;
const words = (eId: string): Text => textOf(`#${eId} > .p-text`);

function select(from: [Node, number], to: [Node, number]): Selection {
  const selection = document.getSelection() as Selection;
  selection.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  return selection;
}
const selected = (from: [Node, number], to: [Node, number]): string | null => {
  const span = selectedSpan(blocks, select(from, to));
  return span && characters.slice(span.start, span.end);
};

describe('what a selection says', () => {
  it('is the selected words, wherever in the text they stand', () => {
    expect(selected([words('art_1__para_1'), 5], [words('art_1__para_1'), 10])).toBe('party');
    expect(selected([words('art_1__para_2'), 12], [words('art_1__para_2'), 14])).toBe('💡');
  });

  it('runs across provisions, with one line break between them', () => {
    expect(selected([words('art_1__para_2'), 15], [words('art_2__para_1'), 6])).toBe('a little.\nData\nOrders');
  });

  it('is the same when it was made backwards', () => {
    expect(selected([words('art_1__para_1'), 10], [words('art_1__para_1'), 5])).toBe('party');
  });

  it('leaves out numbers and tools at its ends', () => {
    const number = textOf('#art_1__para_2 > .p-number');
    const button = textOf('#art_1__para_2 .p-raise');
    expect(selected([number, 1], [button, 1])).toBe('It may wait 💡 a little.');
    expect(selected([textOf('#art_1 .p-label'), 3], [number, 2])).toBe('Access\nEach party shall act.');
  });

  it('ends with the paragraph when the browser puts its end at the start of the next', () => {
    const paragraph = words('art_1__para_1');
    expect(selected([paragraph, 0], [words('art_1__para_2'), 0])).toBe('Each party shall act.');
    const next = document.querySelector('#art_1__para_2') as Element;
    expect(selected([paragraph, 0], [next, 0])).toBe('Each party shall act.');
    const element = paragraph.parentNode as Element;
    expect(selected([element, 0], [element, 1])).toBe('Each party shall act.');
  });

  it('keeps to the treaty when it begins or ends outside', () => {
    expect(selected([textOf('#before'), 2], [words('art_1__para_1'), 4])).toBe('Access\nEach');
    expect(selected([words('art_2__para_2'), 5], [textOf('#after'), 2])).toBe('end.');
    expect(selected([textOf('#before'), 0], [textOf('#after'), 5])).toBe(characters);
  });

  it('is nothing outside the treaty, in white space or without a selection', () => {
    expect(selected([textOf('#after'), 0], [textOf('#after'), 4])).toBeNull();
    expect(selected([words('art_1__para_1'), 4], [words('art_1__para_1'), 5])).toBeNull();
    expect(selected([words('art_1__para_1'), 4], [words('art_1__para_1'), 4])).toBeNull();
    const number = textOf('#art_1__para_2 > .p-number');
    expect(selected([number, 0], [number, 2])).toBeNull();
  });

  it('has no white space at its ends', () => {
    expect(selected([words('art_1__para_1'), 4], [words('art_1__para_1'), 11])).toBe('party');
    const end = characters.indexOf('\n');
    expect(trimmed(blocks, { start: end, end: end + 5 })).toEqual({ start: end + 1, end: end + 5 });
    expect(trimmed(blocks, { start: end, end: end + 1 })).toBeNull();
  });
});

describe('points and offsets', () => {
  it('agree for every character of the text', () => {
    for (const [i, element] of blocks.elements.entries()) {
      const start = blocks.starts[i] ?? 0;
      const length = element.textContent?.length ?? 0;
      for (let at = 0; at <= length; at++) {
        expect(offsetOf(blocks, element.firstChild as Text, at, 'start')).toBe(start + at);
      }
    }
  });

  it('give the characters that the server has, for any stretch', () => {
    for (let start = 0; start < characters.length; start += 3) {
      for (let end = start + 1; end <= characters.length; end += 5) {
        expect(quoteOf(blocks, { start, end }).trim()).toBe(characters.slice(start, end).trim());
      }
    }
  });

  it('notice that something else has changed the words', () => {
    const span = { start: characters.indexOf('party'), end: characters.indexOf('shall') };
    expect(isIntact(blocks, span)).toBe(true);
    words('art_2__para_1').data = 'Les ordres sont publics.';
    expect(isIntact(blocks, span)).toBe(true);
    words('art_1__para_1').data = 'Chaque partie agit.';
    expect(isIntact(blocks, span)).toBe(false);
  });
});

describe('what a passage is cited as', () => {
  const cited = (from: string, to: string) => {
    const span = { start: characters.indexOf(from), end: characters.indexOf(to) + to.length };
    const { citation, eId } = passageOf(blocks, span, '{first} to {last}');
    return [citation, eId];
  };
  it('is its paragraph, its article, or from one to the other', () => {
    expect(cited('party', 'act')).toEqual(['Article 1(1)', 'art_1__para_1']);
    expect(cited('party', 'wait')).toEqual(['Article 1', 'art_1']);
    expect(cited('wait', 'public')).toEqual(['Article 1(2) to Article 2(1)', 'art_1__para_2']);
  });
  it('takes a provision whole, headings and paragraphs', () => {
    const passage = provisionPassage(blocks, document.querySelector('#art_2') as Element);
    expect(passage?.quote).toBe('Data\nOrders are public.\nThey end.');
    expect(passage?.citation).toBe('Article 2');
  });
});
