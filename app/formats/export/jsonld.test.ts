import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { buildReport } from '#app/domain/report/report';
import {
  SAMPLE_CHARACTERS,
  sampleAt,
  sampleConcern,
  sampleInput,
  sampleReply,
} from '#app/domain/report/sample.fixture';
import type { ReportInput } from '#app/domain/report/input';
import { HOSTILE, hostileInput } from './hostile.fixture';
import { hashName, writeJsonLd } from './jsonld';

interface Annotation {
  id: string;
  motivation: string;
  created?: string;
  creator?: { type: string; name: string }[];
  body?: { value: string; purpose: string }[];
  target: unknown;
}
interface Target {
  source: string;
  selector: {
    type: string;
    exact?: string;
    prefix?: string;
    suffix?: string;
    start?: number;
    end?: number;
    value?: string;
  }[];
}
const write = (input: ReportInput) => JSON.parse(new TextDecoder().decode(writeJsonLd(buildReport(input))));
const items = (input: ReportInput): Annotation[] => write(input).first.items;
const one = (input: ReportInput, number: number) => items(input).find(({ id }) => id.endsWith(`/c${number}`))!;

test('quote and position find the same words, counted in code points', () => {
  const target = one(sampleInput(), 1).target as Target;
  const [quote, position] = target.selector;
  expect(target.source).toBe('https://proviso.example/reviews/cybercrime/read');
  expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'any person who knows how a system works' });
  expect([...SAMPLE_CHARACTERS].slice(position!.start, position!.end).join('')).toBe(quote!.exact);
  expect(SAMPLE_CHARACTERS).toContain(`${quote!.prefix}${quote!.exact}${quote!.suffix}`);
});

test('a whole provision is also named by its eId, the whole treaty by the text alone', () => {
  expect((one(sampleInput(), 15).target as Target).selector.map(({ type, value }) => value ?? type)).toEqual([
    'chp_II__art_7',
    'TextQuoteSelector',
    'TextPositionSelector',
  ]);
  expect(one(sampleInput(), 9).target).toBe('https://proviso.example/reviews/cybercrime/read');
});

test('several passages are several targets', () => {
  const placements = [sampleAt('chp_V__art_40', null), sampleAt('chp_I__art_6', 'keeps to its duties')];
  expect(items(sampleInput({ concerns: [sampleConcern(1, { placements })] }))[0]!.target).toHaveLength(2);
});

test('replies target what they answer; a tombstone between them has no body and no creator', () => {
  const thread = items(sampleInput()).filter(({ id }) => /\/c1(#|$)/.test(id));
  const concern = 'https://proviso.example/reviews/cybercrime/concerns/c1';
  expect(thread.map(({ id, motivation, target }) => [id, motivation, motivation === 'replying' ? target : ''])).toEqual(
    [
      [concern, 'commenting', ''],
      [`${concern}#reply-r1`, 'replying', concern],
      [`${concern}#reply-r2`, 'replying', `${concern}#reply-r1`],
      [`${concern}#reply-r3`, 'replying', concern],
      [`${concern}#reply-r4`, 'replying', `${concern}#reply-r3`],
    ],
  );
  expect(Object.keys(thread[3]!).sort()).toEqual(['id', 'motivation', 'target', 'type']);
});

test('creators are what anyone may see, without ids, and days without times', () => {
  expect(one(sampleInput(), 1).creator).toEqual([
    { type: 'Person', name: 'Amina Diallo' },
    { type: 'Organization', name: 'Open Networks Forum' },
  ]);
  expect(one(sampleInput(), 20).creator).toBeUndefined();
  for (const { created } of items(sampleInput())) if (created) expect(created).toMatch(/T00:00:00Z$/);
});

test('the text is named by its hash', () => {
  // RFC 6920, section 8.1: the SHA-256 of "Hello World!".
  expect(hashName('7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069')).toBe(
    'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk',
  );
});

test('the total is the number of annotations', () => {
  const { total, first, last } = write(sampleInput());
  expect(first.items).toHaveLength(total);
  expect(last).toBe(first.id);
  expect(new Set(first.items.map(({ id }: Annotation) => id)).size).toBe(total);
});

const W3C = new URL('../../../../shared/conformance/w3c/', import.meta.url);
const present = existsSync(W3C);
const load = (path: string) => JSON.parse(readFileSync(new URL(path, W3C), 'utf8'));

/** Draft 4 of JSON Schema as newer drafts write it: no `id` of schemas, and `exclusiveMinimum` is a number. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { minimum, exclusiveMinimum, ...rest } = schema as Record<string, unknown>;
  const bounds = exclusiveMinimum === true ? { exclusiveMinimum: minimum } : minimum === undefined ? {} : { minimum };
  const kept = Object.entries(rest).filter(
    ([key, value]) => key !== '$schema' && !(key === 'id' && typeof value === 'string'),
  );
  return { ...bounds, ...Object.fromEntries(kept.map(([key, value]) => [key, modern(value)])) };
}

describe.skipIf(!present)('by the W3C schemas (needs ../shared/conformance/w3c)', () => {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  for (const file of present ? readdirSync(new URL('definitions/', W3C)).filter((name) => name.endsWith('.json')) : [])
    ajv.addSchema(modern(load(`definitions/${file}`)) as object, file);
  const compiled = (list: string): [string, ValidateFunction][] =>
    load(list).assertions.map((path: string) => [path, ajv.compile(modern(load(path)) as object)]);

  const lists = [
    'collections/collectionMusts.test',
    'collections/pages/pageMusts.test',
    'annotations/annotationMusts.test',
  ];
  const all = new Map(present ? lists.map((list) => [list, compiled(list)]) : []);
  const checks = (list: string) => all.get(list)!;
  const inputs: [string, ReportInput][] = [
    ['the sample', sampleInput()],
    ...HOSTILE.map((text): [string, ReportInput] => [text, hostileInput(text)]),
  ];
  test.each(inputs)('what must hold does: %s', (_, input) => {
    const collection = write(input);
    const context = { '@context': collection['@context'] };
    const failed = (list: string, value: object) =>
      checks(list).flatMap(([path, valid]) => (valid(value) ? [] : [path]));
    expect(failed('collections/collectionMusts.test', collection)).toEqual([]);
    expect(failed('collections/pages/pageMusts.test', { ...context, ...collection.first })).toEqual([]);
    for (const annotation of collection.first.items)
      expect(failed('annotations/annotationMusts.test', { ...context, ...annotation })).toEqual([]);
  });

  test('the schemas do fail what is wrong', () => {
    const annotation = items(
      sampleInput({
        concerns: [
          sampleConcern(1, {
            replies: [sampleReply('a', { name: null, organisation: null, constituency: null }, 'x')],
          }),
        ],
      }),
    )[0]!;
    const failing = checks('annotations/annotationMusts.test').filter(
      ([, valid]) => !valid({ ...annotation, target: undefined, created: 'yesterday' }),
    );
    expect(failing.length).toBeGreaterThan(2);
  });
});
