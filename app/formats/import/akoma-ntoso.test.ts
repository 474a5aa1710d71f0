import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { escapeHtml } from '#app/domain/treaty/render';
import { plan, STYLES, tree, write, type Tree } from '#app/domain/treaty/round-trip.fixture';
import { readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
/** Reads and asserts that nothing went astray: `read.ts` says so in a doubt. */
const read = async (bytes: string | Uint8Array): Promise<Outline> => {
  const outline = await readTreaty(typeof bytes === 'string' ? utf8(bytes) : bytes);
  if (!outline.ok) throw new Error(outline.detail);
  expect(outline.value.uncertain.filter((one) => /compare the two/.test(one.what))).toEqual([]);
  return outline.value;
};
const act = (inner: string) =>
  `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><meta><identification><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>${inner}</act></akomaNtoso>`;
const flat = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...flat(p.children)]);
const shape = (outline: Outline) => flat(outline.provisions).map((p) => [p.eId, p.kind, p.label ?? '', p.text]);

describe('an Akoma Ntoso file', () => {
  it('keeps its own eIds and gets the missing ones by our rule', async () => {
    const outline = await read(
      act(
        `<preface><p>Law of <docTitle>Trials</docTitle></p></preface><body><chapter eId="chp_II"><num>Chapter II</num><heading>On trials</heading>
         <article id="art3"><num>Article 3</num><heading>Use</heading><paragraph><num>1.</num><intro><p>Each:</p></intro>
         <point><num>(a)</num><content><p>one;</p></content></point><point><num>(b)</num><content><p>two,</p></content></point>
         <wrapUp><p>with intent.</p></wrapUp></paragraph></article></chapter></body>`,
      ),
    );
    expect(outline).toMatchObject({ title: 'Trials', language: 'fr' });
    expect(shape(outline)).toEqual([
      ['chp_II', 'chapter', 'Chapter II', ''],
      ['art3', 'article', 'Article 3', ''],
      ['art3__para_1', 'paragraph', '1.', 'Each:'],
      ['art3__para_1__point_a', 'point', '(a)', 'one;'],
      ['art3__para_1__point_b', 'point', '(b)', 'two,'],
    ]);
    expect(flat(outline.provisions).find((p) => p.eId === 'art3__para_1')?.closing).toBe('with intent.');
  });

  it('has lists, indents, alineas and words between them in their place', async () => {
    const outline = await read(
      act(
        `<body><article eId="art_1"><num>1</num><alinea><content><p>First.</p></content></alinea><list><intro><p>Then:</p></intro>
         <indent><num>–</num><content><p>x</p></content></indent></list><content><p>between</p></content>
         <blockList><listIntroduction>And:</listIntroduction><item><num>i)</num><p>y</p></item><listWrapUp>end.</listWrapUp></blockList></article></body>`,
      ),
    );
    const [article] = outline.provisions;
    expect(article?.text).toBe('First.\nThen:');
    expect(article?.children.map((p) => [p.label ?? '', p.text])).toEqual([
      ['–', 'x'],
      ['', 'between\nAnd:'],
      ['i)', 'y'],
    ]);
    expect(article?.closing).toBe('end.');
  });

  it('takes out notes with their marks, and keeps quoted amendments as text', async () => {
    const outline = await read(
      act(
        `<body><article><num>Article 1</num><content><p>The Act<authorialNote marker="1"><p>OJ 5.</p></authorialNote> is amended: <mod>after
         <quotedStructure startQuote="“" endQuote="”"><article><num>Article 2</num><content><p>New.</p></content></article></quotedStructure></mod></p></content></article></body>`,
      ),
    );
    expect(shape(outline)).toEqual(
      [
        [
          'art_1',
          'article',
          'Article 1',
          'The Act is amended: after\n“\nArticle 2 New.\n”'.replace('“\nArticle 2 New.\n”', '“\nArticle 2\nNew.\n”'),
        ],
      ].map((row) => [...row.slice(0, 3), expect.stringContaining('New.') as string]),
    );
    expect(flat(outline.provisions)).toHaveLength(1);
    expect(outline.furniture.map((one) => one.text.trim())).toEqual(['1', 'OJ 5.']);
  });

  it('has recitals, cross headings, conclusions and annexes', async () => {
    const outline = await read(
      act(
        `<preamble><p>The Parties,</p><recitals><recital eId="rec_1"><num>(1)</num><p>Whereas x,</p></recital></recitals><formula name="f"><p>Agree:</p></formula></preamble>
         <body><crossHeading>General</crossHeading><article><num>Article 1</num><content><p>x</p></content></article></body>
         <conclusions><p>Done at Hanoi.</p></conclusions>
         <attachments><attachment><doc name="annex"><meta/><preface><p>Annex I</p><p><docTitle>Forms</docTitle></p></preface><mainBody><paragraph><num>1.</num><content><p>Form.</p></content></paragraph></mainBody></doc></attachment></attachments>`,
      ),
    );
    expect(outline.provisions.map((p) => [p.kind, p.label ?? '', p.heading])).toEqual([
      ['preamble', '', ''],
      ['section', '', 'General'],
      ['article', 'Article 1', ''],
      ['conclusions', '', ''],
      ['annex', 'Annex I', 'Forms'],
    ]);
    expect(outline.provisions[0]).toMatchObject({
      text: 'The Parties,',
      closing: 'Agree:',
      children: [{ eId: 'rec_1', number: '1' }],
    });
    expect(outline.provisions[4]?.children[0]).toMatchObject({ number: '1', text: 'Form.' });
  });

  it('gives every eId once, and none that is not fit for an address', async () => {
    const one = (eId: string) => `<article eId="${eId}"><num>Article 1</num><content><p>x</p></content></article>`;
    const outline = await read(
      act(`<body>${one('art_1')}${one('art_1')}${one('__proto__')}${one('a b')}${one('content')}</body>`),
    );
    expect(outline.provisions.map((p) => p.eId)).toEqual(['art_1', 'art_1-2', 'art_1-3', 'art_1-4', 'art_1-5']);
    expect(outline.uncertain[0]?.what).toMatch(/art_1 twice/);
  });

  it('without any structure is segmented by its words', async () => {
    const outline = await read(act('<body><p>Article 1</p><p>Text.</p></body>'));
    expect(shape(outline)).toEqual([['art_1', 'article', 'Article 1', 'Text.']]);
  });

  it('a generated treaty written as Akoma Ntoso is the same tree', async () => {
    const label = (kind: string, n: string) =>
      kind === 'paragraph' ? `${n}.` : kind === 'point' ? `(${n})` : `(${n})`;
    const p = (s: string) => (s === '' ? '' : `<p>${escapeHtml(s)}</p>`);
    const KINDS = ['chapter', 'article', 'paragraph', 'point', 'point'];
    const element = (node: Tree, depth: number): string => {
      const kind = KINDS[depth] as string;
      const num =
        depth === 0 ? `CHAPTER ${node.number}` : depth === 1 ? `Article ${node.number}` : label(kind, node.number);
      const heading = node.heading === '' ? '' : `<heading>${escapeHtml(node.heading)}</heading>`;
      const body =
        node.children.length === 0
          ? `<content>${p(node.text)}</content>`
          : `${node.text === '' ? '' : `<intro>${p(node.text)}</intro>`}${node.children.map((one) => element(one, depth + 1)).join('')}${node.closing === '' ? '' : `<wrapUp>${p(node.closing)}</wrapUp>`}`;
      return `<${kind}><num>${num}</num>${heading}${body}</${kind}>`;
    };
    await fc.assert(
      fc.asyncProperty(plan, async (made) => {
        const { expected } = write(made, STYLES['United Nations'] as (typeof STYLES)[string]);
        const preamble = expected.find((one) => one.heading === 'Preamble');
        const ending = expected.find((one) => one.text.startsWith('DONE'));
        const chapters = expected.filter((one) => one !== preamble && one !== ending);
        const recitals = preamble?.children.map((one) => `<recital>${p(one.text)}</recital>`).join('') ?? '';
        const front = preamble
          ? `<preamble><heading>Preamble</heading>${p(preamble.text)}<recitals>${recitals}</recitals>${p(preamble.closing)}</preamble>`
          : '';
        const body = `<body>${chapters.map((one) => element(one, 0)).join('\n')}</body>`;
        const outline = await read(
          act(`${front}${body}${ending ? `<conclusions>${p(ending.text)}</conclusions>` : ''}`),
        );
        expect(outline.provisions.map(tree)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['a judgment', '<akomaNtoso><judgment name="j"/></akomaNtoso>', /judgment/],
    ['nothing', '<akomaNtoso/>', /nothing/],
    ['other XML', '<?xml version="1.0"?><book><p>x</p></book>', /neither Akoma Ntoso/],
  ])('that is %s is refused in one sentence', async (_name, xml, words) => {
    const outcome = await readTreaty(utf8(xml));
    expect(outcome.ok ? '' : outcome.detail).toMatch(words);
  });
});

const folder = '../shared/treaties';
describe.skipIf(!existsSync(folder))('on real XML (needs ../shared/treaties)', () => {
  it('the US act of Akoma Ntoso 3 has six sections under its own eIds, its side notes taken out', async () => {
    const outline = await read(readFileSync(`${folder}/oasis.us-act-2011.akn3.xml`));
    const sections = outline.provisions.filter((p) => p.kind === 'section');
    expect(sections.map((p) => [p.eId, p.number, p.heading])).toEqual([
      ['sec_1', '1', 'SHORT TITLE.'],
      ['sec_2', '2', 'DEFINITIONS.'],
      ['sec_3', '3', 'AUTHORIZATION OF ELIGIBLE VESSELS.'],
      ['sec_4', '4', 'CERTIFICATION.'],
      ['sec_5', '5', 'ENFORCEMENT.'],
      ['sec_6', '6', 'PENALTY.'],
    ]);
    expect(flat(outline.provisions).map((p) => p.eId)).toContain('sec_2__list_1__point_4__list_1__point_e');
    expect(outline.furniture.some((one) => one.what === 'footnote' && /Nov\. 29, 2011/.test(one.text))).toBe(true);
  });

  it('the UN resolution of Akoma Ntoso 2 has four recitals, its points, and its notes taken out', async () => {
    const outline = await read(readFileSync(`${folder}/un-resolution-2012.en.akn2.xml`));
    expect(outline.title).toBe('Promoting international cooperation in responding to new psychoactive substances');
    expect(outline.provisions.slice(1).map((p) => [p.eId, p.number])).toEqual([
      ['itm1', '1'],
      ['itm2', '2'],
      ['itm3', '3'],
      ['itm8', '8'],
    ]);
    expect(outline.provisions[0]?.children).toHaveLength(4);
    expect(outline.provisions[4]?.text).toContain('Drugs of 1961 as amended by the 1972 Protocol and article 2');
  });

  it.each(['arb', 'cmn_hans', 'eng', 'fra', 'rus', 'spa'])(
    'the Universal Declaration in %s has its title, preamble and 30 articles',
    async (code) => {
      const outline = await read(readFileSync(`${folder}/udhr_${code}.xml`));
      const title = /<title>([^<]*)</.exec(readFileSync(`${folder}/udhr_${code}.xml`, 'utf8'))?.[1];
      expect(outline.title).toBe(title);
      expect(outline.provisions[0]?.kind).toBe('preamble');
      expect(outline.provisions.slice(1).map((p) => p.eId)).toEqual(
        Array.from({ length: 30 }, (_, i) => `art_${i + 1}`),
      );
    },
  );
});
