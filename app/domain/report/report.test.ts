import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyFromText } from '../concern/body';
import type { Report } from './model';
import { buildReport } from './report';
import { sampleAt, sampleConcern, sampleInput, sampleReply, WHOLE_TREATY } from './sample.fixture';

const entriesOf = (report: Report) => report.sections.flatMap(({ entries }) => entries);
const numbersOf = (report: Report) => entriesOf(report).map(({ number }) => number);
const table = (report: Report, id: string) => report.tables.find((one) => one.id === id)!;

describe('order', () => {
  test('concerns on the whole treaty come first, then articles in reading order under their chapter', () => {
    const { sections } = buildReport(sampleInput());
    expect(sections[0]).toMatchObject({ heading: 'The treaty as a whole', context: '' });
    expect(sections.map(({ heading }) => heading).slice(1, 4)).toEqual([
      'Preamble',
      'Article 2. Use of terms',
      'Article 6. Respect for human rights',
    ]);
    const search = sections.find(({ heading }) => heading.startsWith('Article 28'))!;
    expect(search.context).toBe('Chapter IV. Procedural measures and law enforcement');
    expect(search.entries.map(({ citation }) => citation)).toEqual(['Article 28(3)', 'Article 28(4)']);
  });

  test('by category, the sections follow the taxonomy and keep the treaty first inside each', () => {
    const input = sampleInput();
    const concerns = [
      sampleConcern(1, { placements: [sampleAt('chp_II__art_7', null)] }),
      sampleConcern(2, { category: 'data' }),
      sampleConcern(3),
    ];
    const report = buildReport({ ...input, concerns, options: { ...input.options, order: 'category' } });
    expect(report.sections.map(({ heading, entries }) => [heading, entries.map(({ number }) => number)])).toEqual([
      ['Overbroad scope', [3, 1]],
      ['Data compulsion and data protection', [2]],
    ]);
  });

  test('the order of the input changes nothing', () => {
    const input = sampleInput();
    const plain = JSON.stringify(buildReport(input));
    fc.assert(
      fc.property(fc.shuffledSubarray([...input.concerns], { minLength: input.concerns.length }), (concerns) => {
        expect(JSON.stringify(buildReport({ ...input, concerns }))).toBe(plain);
      }),
      { numRuns: 20 },
    );
  });

  test('a concern on several passages stands at the first of them and names them all', () => {
    const placements = [sampleAt('chp_V__art_40', null), sampleAt('chp_I__art_6', 'keeps to its duties')];
    const report = buildReport(sampleInput({ concerns: [sampleConcern(4, { placements })] }));
    expect(report.sections.map(({ heading }) => heading)).toEqual(['Article 6. Respect for human rights']);
    expect(entriesOf(report)[0]!.citation).toBe('Article 6; Article 40');
  });
});

describe('counts', () => {
  test('every table adds up to the concerns that the report holds, whatever is chosen', () => {
    const input = sampleInput();
    fc.assert(
      fc.property(
        fc.subarray([...input.options.categories]),
        fc.subarray([...input.options.statuses]),
        fc.boolean(),
        (categories, statuses, replies) => {
          const report = buildReport({ ...input, options: { ...input.options, categories, statuses, replies } });
          const held = numbersOf(report);
          expect(report.totals.concerns).toBe(held.length);
          const should = input.concerns.filter(
            (one) => categories.includes(one.category) && statuses.includes(one.status),
          );
          expect([...held].sort((a, b) => a - b)).toEqual(should.map(({ number }) => number));
          for (const id of ['categories', 'constituencies']) {
            const { rows, total, columns } = table(report, id);
            columns.forEach((column, at) => {
              const sum = rows.reduce((count, row) => count + Number(row[at]), 0);
              if (column.numeric) expect(sum).toBe(total![at]);
            });
            expect(total!.at(-1)).toBe(held.length);
          }
          if (!replies) expect(report.totals.replies).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('organisations are listed alphabetically with what they wrote; tombstones count for nobody', () => {
    const report = buildReport(sampleInput());
    expect(table(report, 'organisations').rows).toEqual([
      ['Éclair Security Lab', 'Academia', 3, 1],
      ['Harbour Cloud', 'Industry', 5, 1],
      ['Open Networks Forum', 'Civil society', 6, 1],
      ['مركز الحقوق الرقمية', 'Civil society', 2, 0],
    ]);
    expect(report.totals).toEqual({ concerns: 20, replies: 3, organisations: 4 });
  });

  test('what is asked stands by provision, with every concern that asks it', () => {
    const concerns = [7, 3].map((number) =>
      sampleConcern(number, { ask: 'delete', placements: [sampleAt('chp_II__art_7', null)] }),
    );
    const { rows } = buildReport(sampleInput({ concerns })).asks;
    expect(rows).toMatchObject([['Article 7', 'Delete', [{ text: 'Concern 3' }, { text: 'Concern 7' }]]]);
  });
});

describe('what is gone stays gone', () => {
  test('a tombstone stays only where somebody answered it, without author and day', () => {
    const replies = [
      sampleReply('a', { name: 'Gone Person', organisation: null, constituency: null }, null),
      sampleReply('b', { name: 'Gone Person', organisation: null, constituency: null }, null, [
        sampleReply('c', { name: 'Here', organisation: null, constituency: null }, 'Still here.'),
      ]),
    ];
    const report = buildReport(sampleInput({ concerns: [sampleConcern(1, { replies })] }));
    const [entry] = entriesOf(report);
    expect(entry!.replies).toMatchObject([
      { id: 'b', author: null, byline: '', createdOn: null, body: null, replies: [{ id: 'c', label: '1.2.1' }] },
    ]);
    expect(entry!.replyCount).toBe(1);
    expect(JSON.stringify(report)).not.toContain('Gone Person');
  });

  test('a removed concern is not in the report', () => {
    const concerns = [sampleConcern(1, { body: null, ask: 'delete' }), sampleConcern(2)];
    const report = buildReport(sampleInput({ concerns }));
    expect(numbersOf(report)).toEqual([2]);
    expect(report.asks.rows).toEqual([]);
  });

  test('times of day do not leave the review', () => {
    const { treaty: _, ...report } = buildReport(sampleInput());
    expect(JSON.stringify(report)).not.toMatch(/09:41|16:20/);
  });
});

test('words that reorder their neighbours, control characters and unsafe links are taken out everywhere', () => {
  const bad = 'a\u202Eb\u0000c\u2067d';
  const body = { v: 1, blocks: [{ k: 'p', c: [{ t: bad, href: 'javascript:alert(1)' }] }] } as const;
  const author = { name: bad, organisation: bad, constituency: null };
  const concern = sampleConcern(1, { body, author, statusReason: bad, replies: [sampleReply('r', author, bad)] });
  const input = sampleInput({ concerns: [concern], review: { title: bad, slug: 'x', brief: bad } });
  const { words: _, treaty: __, ...report } = buildReport(input);
  expect(JSON.stringify(report)).not.toMatch(/[\u202e\u2067]|\\u0000|javascript/);
  expect(entriesOf(report as Report)[0]!.body.blocks).toEqual([{ k: 'p', c: [{ t: 'abcd' }] }]);
});

test('the method says what was chosen, that the text is unofficial, and that replies are left out', () => {
  const input = sampleInput();
  const options = { ...input.options, statuses: ['open'], categories: ['data', 'secrecy'], replies: false } as const;
  const text = buildReport({ ...input, options }).method.join(' ');
  expect(text).toContain(
    'open concerns of the review in the categories “Data compulsion and data protection” and “Secrecy”',
  );
  expect(text).toContain('Replies are left out.');
  expect(text).toContain('The text is unofficial.');
});

test('a placement without a known provision still gets a section, under its citation', () => {
  const placements = [{ ...WHOLE_TREATY, scope: 'provision' as const, citation: 'Article 99', eIds: ['art_99'] }];
  const report = buildReport(sampleInput({ concerns: [sampleConcern(1, { placements, body: bodyFromText('x') })] }));
  expect(report.sections).toMatchObject([{ heading: 'Article 99', entries: [{ number: 1 }] }]);
});
