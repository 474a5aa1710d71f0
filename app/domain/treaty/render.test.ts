// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './canonical';
import type { Provision } from './outline';
import { countConcerns, renderTreaty, withCounts } from './render';

const words = { raise: (citation: string) => `Raise a concern on ${citation}` };

function provision(eId: string, over: Partial<Provision> = {}): Provision {
  return {
    eId,
    kind: 'article',
    number: '1',
    label: 'Article 1',
    heading: '',
    text: '',
    children: [],
    ...over,
  };
}

const treaty = [
  provision('chp_II', {
    kind: 'chapter',
    number: 'II',
    label: 'Chapter II',
    heading: 'Offences',
    children: [
      provision('art_7', {
        number: '7',
        label: 'Article 7',
        heading: 'Illegal access',
        children: [
          provision('art_7__para_1', {
            kind: 'paragraph',
            number: '1',
            label: '1.',
            heading: '',
            text: 'Each party shall:',
            closing: 'when done without right.',
            children: [provision('art_7__para_1__a', { kind: 'point', number: 'a', label: '(a)', text: 'Access;' })],
          }),
        ],
      }),
    ],
  }),
];

function rendered(provisions: readonly Provision[]) {
  const laid = layOut({ provisions });
  const page = document.createElement('section');
  page.innerHTML = renderTreaty({ ...laid, title: 'A treaty' }, words);
  return { ...laid, page };
}
const quotable = (page: Element) => [...page.querySelectorAll('[data-s]')];

describe('the rendered treaty', () => {
  it('holds the canonical characters, in order, in its quotable blocks', () => {
    const { page, characters } = rendered(treaty);
    expect(quotable(page).map((e) => e.textContent)).toEqual([
      'Offences',
      'Illegal access',
      'Each party shall:',
      'Access;',
      'when done without right.',
    ]);
    for (const element of quotable(page)) {
      const start = Number(element.getAttribute('data-s'));
      expect(characters.slice(start, start + (element.textContent ?? '').length)).toBe(element.textContent);
      expect(element.childNodes).toHaveLength(1);
    }
  });

  it('gives every provision its eId, its label outside the text, and a button that names it', () => {
    const { page } = rendered(treaty);
    const point = page.querySelector('#art_7__para_1__a');
    expect(point?.querySelector('.p-number')?.textContent).toBe('(a)');
    expect(point?.querySelector('button')?.getAttribute('aria-label')).toBe('Raise a concern on Article 7(1)(a)');
    expect(point?.closest('#art_7')?.querySelector('h3')?.textContent).toBe('Article 7 Illegal access');
    expect(page.querySelector('h2')?.textContent).toBe('Chapter II Offences');
    expect(page.querySelector('h1')?.textContent).toBe('A treaty');
  });

  it('puts flush text after the points that it closes', () => {
    const { page } = rendered(treaty);
    expect(page.querySelector('#art_7__para_1')?.lastElementChild?.textContent).toBe('when done without right.');
  });

  it('keeps hostile words inert and whole, wherever they stand', () => {
    const hostile = '</p><script>alert(1)</script><img src=x onerror="alert(2)">--><!--count art_1-->&amp; \'"';
    const bad = [provision(hostile, { number: hostile, label: hostile, heading: hostile, text: hostile })];
    const laid = layOut({ provisions: bad });
    const page = document.createElement('section');
    const html = renderTreaty({ ...laid, title: hostile }, words);
    page.innerHTML = withCounts(html, new Map([[hostile, { count: 1, href: `/x?"><b>${hostile}`, text: hostile }]]));
    expect(page.querySelectorAll('script, img, b')).toHaveLength(0);
    expect(quotable(page).map((e) => e.textContent)).toEqual([hostile, hostile]);
    expect(page.querySelector('.provision')?.id).toBe(hostile);
    expect(page.querySelector('a')?.textContent).toBe(hostile);
    expect(page.querySelectorAll('a')).toHaveLength(1);
  });

  it('keeps offsets right for any text', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 6 }), (pairs) => {
        const { page, characters } = rendered(
          pairs.map(([heading, text], i) => provision(`art_${i}`, { heading, text })),
        );
        const parsed = quotable(page).map((e) => e.textContent ?? '');
        const starts = quotable(page).map((e) => Number(e.getAttribute('data-s')));
        const expected = characters.replaceAll('\0', '\ufffd');
        return parsed.every((part, i) => expected.slice(starts[i], (starts[i] ?? 0) + part.length) === part);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the counts beside provisions', () => {
  it('stand at their provision and nowhere else', () => {
    const html = renderTreaty(layOut({ provisions: treaty }), words);
    const page = document.createElement('section');
    page.innerHTML = withCounts(html, new Map([['art_7__para_1', { count: 3, href: '/c?at=1', text: '3 concerns' }]]));
    const links = [...page.querySelectorAll('a')];
    expect(links.map((a) => [a.textContent, a.closest('.provision')?.id])).toEqual([['3 concerns', 'art_7__para_1']]);
    expect(withCounts(html, new Map())).not.toContain('<!--');
  });

  it('count a concern once on each provision that it touches', () => {
    const counts = countConcerns([
      { placements: [{ eIds: ['a', 'b'] }, { eIds: ['b'] }] },
      { placements: [{ eIds: ['b'] }] },
      { placements: [{ eIds: [] }] },
    ]);
    expect([...counts]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});
