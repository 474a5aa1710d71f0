import fc from 'fast-check';
import { toLetters, toRoman } from './numbers';
import type { Provision } from './outline';

/** A treaty as a drafter thinks of it: labels come from the style in which it is written out. */
export interface Item {
  readonly words: string;
  readonly items: readonly Item[];
  readonly closing: boolean;
}
export interface Plan {
  readonly chapters: readonly { readonly heading: string; readonly articles: readonly Item[] }[];
  readonly headings: boolean;
  readonly preamble: number;
  readonly ending: boolean;
}
export interface Style {
  readonly article: (n: number, heading: string) => string[];
  readonly chapter: (n: number, heading: string) => string[];
  readonly labels: readonly [(n: number) => string, (n: number) => string, (n: number) => string];
  readonly gap: string;
  readonly width: number;
}

const letter = (n: number) => toLetters(n);
const brackets = (s: string) => `(${s})`;
/** The styles in which a treaty can be written out as plain text. */
export const STYLES: Readonly<Record<string, Style>> = {
  'United Nations': {
    article: (n, heading) => [`Article ${n}`, heading],
    chapter: (n, heading) => [`CHAPTER ${toRoman(n).toUpperCase()}`, heading.toUpperCase()],
    labels: [(n) => `${n}.`, (n) => brackets(letter(n)), (n) => brackets(toRoman(n))],
    gap: '\n\n',
    width: 0,
  },
  'tight, half brackets': {
    article: (n, heading) => [`Article ${n} - ${heading}`],
    chapter: (n, heading) => [`Chapter ${n}: ${heading}`],
    labels: [(n) => `${n})`, (n) => `${letter(n)})`, (n) => brackets(toRoman(n))],
    gap: '\n',
    width: 0,
  },
  'wrapped at 60': {
    article: (n, heading) => [`ARTICLE ${n}`, heading],
    chapter: (n, heading) => [`PART ${toRoman(n).toUpperCase()}`, heading.toUpperCase()],
    labels: [(n) => brackets(String(n)), (n) => brackets(letter(n)), (n) => brackets(toRoman(n))],
    gap: '\n\n',
    width: 60,
  },
  'dashes and dots': {
    article: (n, heading) => [`Art. ${n}. ${heading}`],
    chapter: (n, heading) => [`Title ${toRoman(n).toUpperCase()} – ${heading}`],
    labels: [(n) => `${n} -`, (n) => `${letter(n)}.`, (n) => `${toRoman(n)}.`],
    gap: '\n\n',
    width: 0,
  },
};

const NOUNS = ['measures', 'records', 'evidence', 'safeguards', 'requests', 'authorities', 'offences'];
const words = fc
  .tuple(fc.constantFrom('adopt', 'keep', 'refuse', 'grant', 'share'), fc.constantFrom(...NOUNS), fc.nat({ max: 4 }))
  .map(
    ([verb, noun, more]) =>
      `The States Parties shall ${verb} ${noun}${' in accordance with their domestic law'.repeat(more)}`,
  );
const heading = fc
  .tuple(fc.constantFrom('Scope of', 'Protection of', 'Limits to', 'Exchange of'), fc.constantFrom(...NOUNS))
  .map((pair) => pair.join(' '));
const leaf = fc.record({ words, items: fc.constant<Item[]>([]), closing: fc.constant(false) });
const many = (item: fc.Arbitrary<Item>, most: number) => fc.array(item, { minLength: 2, maxLength: most });
const withItems = (items: fc.Arbitrary<Item[]>) => fc.record({ words, items, closing: fc.boolean() });
const point = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: withItems(many(leaf, 11)) });
const paragraph = fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: withItems(many(point, 29)) });
const article: fc.Arbitrary<Item> = fc.oneof(leaf, withItems(many(paragraph, 5)));
/** Any treaty of one to three chapters, with or without preamble and closing words. */
export const plan: fc.Arbitrary<Plan> = fc.record({
  chapters: fc.array(fc.record({ heading, articles: fc.array(article, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  headings: fc.constant(true),
  preamble: fc.constantFrom(0, 2, 3),
  ending: fc.boolean(),
});

/** Flush text is written only where it can be told whose it is: after a list of one level, before what must follow. */
const mayClose = (item: Item, depth: number, last: boolean): boolean =>
  item.closing &&
  item.items.length > 0 &&
  item.items.every((i) => i.items.length === 0) &&
  depth > 0 &&
  (depth === 1 || !last);
const CLOSING = 'when committed intentionally and without right.';

/** What a provision comes to, whatever the style: no eIds, no labels. */
export type Tree = { number: string; text: string; heading: string; closing: string; children: Tree[] };
export const tree = (p: Provision): Tree => ({
  number: p.number,
  text: p.text,
  heading: p.heading,
  closing: p.closing ?? '',
  children: p.children.map(tree),
});

/** A paragraph of a treaty that is written out; a chapter's or an article's number and heading have one each. */
export interface Paragraph {
  readonly role: 'title' | 'chapter' | 'article' | 'heading' | 'item' | 'text';
  /** Of an item: 1 for a paragraph, 2 for a point; of flush text: that of the item it returns to; else 0. */
  readonly depth: number;
  readonly label: string;
  text: string;
}

/** A treaty written out: as text, its blocks with their labels, its paragraphs without, and what must be read from it. */
export interface Written {
  readonly text: string;
  readonly blocks: string[];
  readonly paragraphs: Paragraph[];
  readonly expected: Tree[];
}

/** Writes a treaty out in a style. */
export function write(plan: Plan, style: Style): Written {
  const paragraphs: Paragraph[] = [
    { role: 'title', depth: 0, label: '', text: 'Convention on the Testing of Treaties' },
  ];
  const expected: Tree[] = [];
  const put = (text: string, role: Paragraph['role'] = 'text', depth = 0, label = '') =>
    paragraphs.push({ role, depth, label, text });
  if (plan.preamble > 0) {
    put('Preamble');
    put('The States Parties to this Convention,');
    const recitals = Array.from({ length: plan.preamble }, (_, i) => `Concerned about matter ${i + 1} of many,`);
    recitals.forEach((text) => put(text));
    put('Have agreed as follows:');
    const children = recitals.map((text) => ({ number: '', text, heading: '', closing: '', children: [] }));
    const text = 'The States Parties to this Convention,';
    expected.push({ number: '', text, heading: 'Preamble', closing: 'Have agreed as follows:', children });
  }
  const items = (list: readonly Item[], depth: number, forms: readonly number[]): Tree[] =>
    list.map((item, i) => {
      const last = i === list.length - 1;
      const label = (style.labels[forms[0] as number] as (n: number) => string)(i + 1);
      const closing = mayClose(item, depth, last) ? CLOSING : '';
      const end = item.items.length > 0 ? ':' : depth === 1 || last ? '.' : ';';
      // A list that flush text follows ends in the middle of its sentence.
      const text = `${item.words}${end}`;
      put(text, 'item', depth, label);
      const children = item.items.length > 0 ? inner(item, depth + 1, forms.slice(1), closing) : [];
      return { number: label.replace(/[^\p{L}\p{N}]/gu, ''), text, heading: '', closing, children };
    });
  const inner = (item: Item, depth: number, forms: readonly number[], closing: string): Tree[] => {
    const from = paragraphs.length;
    const children = items(item.items, depth, forms);
    if (closing !== '') {
      const block = paragraphs.at(-1) as Paragraph;
      block.text = block.text.replace(/\.$/, ',');
      const final = children.at(-1);
      if (final && paragraphs.length > from) final.text = final.text.replace(/\.$/, ',');
      put(closing, 'text', depth - 1);
    }
    return children;
  };
  let n = 0;
  plan.chapters.forEach((chapter, c) => {
    const lines = style.chapter(c + 1, chapter.heading);
    lines.forEach((text, i) => put(text, i === 0 ? 'chapter' : 'heading'));
    const articles = chapter.articles.map((one): Tree => {
      n += 1;
      const title = `Subject ${toRoman(n)} of the law`;
      style.article(n, title).forEach((text, i) => put(text, i === 0 ? 'article' : 'heading'));
      const text = one.items.length > 0 ? '' : `${one.words}.`;
      if (text !== '') put(text);
      const children = items(one.items, 1, [0, 1, 2]);
      return { number: String(n), text, heading: title, closing: '', children };
    });
    const number = (lines[0] as string).replace(/^\S+ /, '').replace(/[:–\s].*$/, '');
    const head = lines[1] ?? chapter.heading;
    expected.push({ number, text: '', heading: head, closing: '', children: articles });
  });
  if (plan.ending) {
    put('DONE at Hanoi, in a single copy.');
    expected.push({ number: '', text: 'DONE at Hanoi, in a single copy.', heading: '', closing: '', children: [] });
  }
  const lines = paragraphs.map(({ label, text }) => (label === '' ? text : `${label} ${text}`));
  const blocks = style.width === 0 ? lines : lines.map((line) => fold(line, style.width));
  return { text: blocks.join(style.gap), blocks, paragraphs, expected };
}

function fold(s: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of s.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
