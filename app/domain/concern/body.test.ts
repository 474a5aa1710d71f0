import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyFromFields,
  bodyFromText,
  bodySchema,
  bodyText,
  canonicalJson,
  checkBody,
  isEmptyBody,
  LIMITS,
  LIST_LEVELS,
  parseBody,
  type Block,
  type Body,
  type List,
  type ListItem,
  type TextSpan,
} from './body';

const p = (...c: TextSpan[]): Block => ({ k: 'p', c });
const body = (...blocks: Block[]): Body => ({ v: 1, blocks });
const parsed = (value: unknown): Body => {
  const result = parseBody(JSON.stringify(value));
  if (!result.ok) throw new Error(result.detail);
  return result.value;
};
const refused = (json: string) => {
  const result = parseBody(json);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.detail).toMatch(/^[A-Z][^\n]+\.$/);
  return result.ok ? undefined : result.code;
};
const nested = (levels: number): List => ({
  ordered: false,
  items: [levels === 1 ? { c: [{ t: 'end' }] } : { c: [{ t: 'on' }], sub: nested(levels - 1) }],
});

describe('parseBody refuses, with one sentence,', () => {
  const block = (json: string) => `{"v":1,"blocks":[${json}]}`;
  const span = (json: string) => block(`{"k":"p","c":[${json}]}`);
  test.each([
    ['what is not JSON', '<p>hello</p>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a string', '"hello"'],
    ['another version', '{"v":2,"blocks":[]}'],
    ['no blocks', '{"v":1}'],
    ['an unknown key of the body', '{"v":1,"blocks":[],"style":"x"}'],
    ['an unknown kind of block', block('{"k":"html","c":[]}')],
    ['an image', block('{"k":"img","src":"https://evil.example/x.png"}')],
    ['an unknown key of a block', block('{"k":"p","c":[],"indent":1000000000}')],
    ['a style', span('{"t":"x","style":"position:fixed"}')],
    ['a text that is a number', span('{"t":1}')],
    ['a false flag', span('{"t":"x","b":false}')],
    ['a list without items', block('{"k":"list","ordered":true}')],
    ['an item that is a string', block('{"k":"list","ordered":true,"items":["x"]}')],
    ['__proto__ on the body', '{"v":1,"blocks":[],"__proto__":{"polluted":1}}'],
    ['an escaped __proto__ in a span', span('{"t":"x","\\u005f_proto__":{"b":true}}')],
    ['constructor', span('{"t":"x","constructor":{"prototype":{}}}')],
    ['a lone high surrogate', span('{"t":"a\\ud800b"}')],
    ['a lone low surrogate', span('{"t":"a\\udc00"}')],
    ['NUL', span('{"t":"a\\u0000b"}')],
    ['a control character', span('{"t":"a\\u001bb"}')],
    ['a C1 control character', span('{"t":"a\\u0085b"}')],
    ['U+FFFF, which DOCX cannot hold', span('{"t":"a\\uffff"}')],
    ['a script link', span('{"t":"x","href":"javascript:alert(1)"}')],
    ['a link that is no string', span('{"t":"x","href":{"toString":1}}')],
    ['a relative link', span('{"t":"x","href":"/sign-out"}')],
    ['Lexical state', '{"root":{"type":"root","children":[],"indent":1e9}}'],
  ])('%s', (_, json) => {
    expect(refused(json)).toBe('invalid');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['5 MB of text', JSON.stringify(body(p({ t: 'a'.repeat(5_000_000) })))],
    ['64 KB and a byte in UTF-8', JSON.stringify(body(p({ t: 'ж'.repeat(33_000) })))],
    ['20,000 levels of arrays', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['10,000 levels of objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['64 KB of open brackets that close', '['.repeat(32_000) + ']'.repeat(32_000)],
    ['more nodes than allowed', JSON.stringify(body(...Array.from({ length: 1100 }, () => p({ t: 'x' }))))],
    ['one list level too many', JSON.stringify(body({ k: 'list', ...nested(LIST_LEVELS + 1) }))],
    ['text that grows past the limit when composed', JSON.stringify(body(p({ t: '\u0958'.repeat(20_000) })))],
  ])('%s, quickly', (_, json) => {
    const start = performance.now();
    expect(refused(json)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(250);
  });

  test('depth that never was JSON text, through the schema itself', () => {
    let deep: unknown = [];
    for (let level = 0; level < 20_000; level++) deep = [deep];
    expect(bodySchema.safeParse({ v: 1, blocks: deep }).success).toBe(false);
    expect(checkBody({ v: 1, blocks: deep }).ok).toBe(false);
  });
});

describe('parseBody gives one form', () => {
  test('equal neighbours are merged, empty spans and blocks dropped, ends trimmed', () => {
    const messy = body(
      p({ t: '  one ' }, { t: '' }, { t: 'two' }, { t: '', b: true }, { t: ' ', i: true }),
      p(),
      p({ t: ' \n ' }),
      {
        k: 'list',
        ordered: true,
        items: [
          { c: [] },
          {
            c: [
              { t: 'a', b: true },
              { t: 'b', b: true },
            ],
          },
        ],
      },
      { k: 'list', ordered: true, items: [{ c: [{ t: '\u200b' }] }] },
    );
    expect(parsed(messy)).toEqual(
      body(p({ t: 'one two' }), { k: 'list', ordered: true, items: [{ c: [{ t: 'ab', b: true }] }] }),
    );
  });

  test('lists of one kind side by side are one list', () => {
    const one = (t: string, ordered: boolean): Block => ({ k: 'list', ordered, items: [{ c: [{ t }] }] });
    expect(parsed(body(one('a', true), one('b', true), one('c', false)))).toEqual(
      body({ k: 'list', ordered: true, items: [{ c: [{ t: 'a' }] }, { c: [{ t: 'b' }] }] }, one('c', false)),
    );
  });

  test('a line break has the look of its neighbours when they agree, else none', () => {
    const b = true as const;
    expect(parsed(body(p({ t: 'x\n', b }, { t: 'y' })))).toEqual(body(p({ t: 'x', b }, { t: '\ny' })));
    expect(parsed(body(p({ t: 'x', b }, { t: '\n' }, { t: 'y', b })))).toEqual(body(p({ t: 'x\ny', b })));
  });

  test('bidi overrides and isolates go, marks and joiners that scripts need stay', () => {
    expect(parsed(body(p({ t: 'a\u202e\u2066b\u2069\u200f\u200c\u200d!' })))).toEqual(
      body(p({ t: 'ab\u200f\u200c\u200d!' })),
    );
  });

  test('a letter and its accent in two spans become one character', () => {
    expect(parsed(body(p({ t: 'e' }, { t: '\u0301' })))).toEqual(body(p({ t: 'é' })));
  });

  test('line ends are one line feed and tabs are spaces', () => {
    expect(parsed(body(p({ t: 'a\r\nb\u2028c\td' })))).toEqual(body(p({ t: 'a\nb\nc d' })));
  });

  test('links are stored in their safe form', () => {
    expect(parsed(body(p({ t: 'x', href: 'HTTPS://Example.org' })))).toEqual(
      body(p({ t: 'x', href: 'https://example.org/' })),
    );
  });

  test(`lists may be nested ${LIST_LEVELS} levels deep`, () => {
    const deep = body({ k: 'list', ...nested(LIST_LEVELS) });
    expect(parsed(deep)).toEqual(deep);
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u202e',
    '\u2066',
    '\r',
    '\n',
    'e',
    '\u0301',
    ' ',
    '\u00a0',
    '\u200b',
    '\u0958',
    'كلمة',
  ),
);
const href = fc.constantFrom(
  'https://example.org',
  'mailto:a@example.org',
  'javascript:alert(1)',
  '//evil',
  'HTTP://x.org/é',
);
const flag = fc.constantFrom(true, true, true, false, 1);
const spanLike = fc.record({ t: text, b: flag, i: flag, href }, { requiredKeys: ['t'] });
const spansLike = fc.array(spanLike, { maxLength: 4 });
const { blockLike } = fc.letrec<{ item: unknown; list: unknown; blockLike: unknown }>((tie) => ({
  item: fc.oneof({ maxDepth: 4 }, fc.record({ c: spansLike }), fc.record({ c: spansLike, sub: tie('list') })),
  list: fc.record({ ordered: fc.boolean(), items: fc.array(tie('item'), { maxLength: 3 }) }),
  blockLike: fc.oneof(
    fc.record({ k: fc.constantFrom('p', 'quote'), c: spansLike }),
    fc.record({ k: fc.constant('list'), ordered: fc.boolean(), items: fc.array(tie('item'), { maxLength: 3 }) }),
  ),
}));
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.record({ v: fc.constant(1), blocks: fc.array(blockLike, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ v: fc.constant(1), blocks: fc.array(fc.jsonValue(), { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('hostile JSON never throws: it is refused, or becomes a body that passes again unchanged', () => {
  let accepted = 0;
  fc.assert(
    fc.property(hostile, (value) => {
      const first = parseBody(JSON.stringify(value));
      if (!first.ok) return;
      accepted++;
      const json = canonicalJson(first.value);
      const second = parseBody(json);
      expect(second).toEqual(first);
      expect(second.ok && canonicalJson(second.value)).toBe(json);
      expect(json).not.toMatch(/javascript:|[\u202a-\u202e\u2066-\u2069]/);
      expect(isEmptyBody(first.value)).toBe(first.value.blocks.length === 0);
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(500);
});

test('one look at a body is enough: what is normal stays as it is', () => {
  const awkward = fc.record(
    {
      t: fc.constantFrom('a', 'b ', ' ', '\r', '\n', '\u2028', '\u202e', '\ufeff', 'e', '\u0301', '\t', ''),
      b: fc.constant(true as const),
    },
    { requiredKeys: ['t'] },
  );
  fc.assert(
    fc.property(fc.array(awkward, { maxLength: 7 }), (c) => {
      const once = parsed(body(p(...c)));
      expect(parsed(once)).toEqual(once);
      const spans = once.blocks.flatMap((block) => (block.k === 'list' ? [] : block.c));
      expect(spans.every((span) => span.t !== '')).toBe(true);
      expect(spans.every((span, at) => at === 0 || span.b !== spans[at - 1]!.b)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('any string at all is refused or read, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (json) => {
      expect(typeof parseBody(json).ok).toBe('boolean');
    }),
    { numRuns: 2_000 },
  );
});

describe('plain text', () => {
  const item = (t: string, sub?: List): ListItem => ({ c: [{ t }], ...(sub && { sub }) });
  const rich = body(
    p({ t: 'We ' }, { t: 'object', b: true }, { t: '.' }),
    { k: 'quote', c: [{ t: 'Each State Party shall\nadopt' }] },
    {
      k: 'list',
      ordered: true,
      items: [item('first', { ordered: false, items: [item('inner'), item('other')] }), item('second')],
    },
    p(
      { t: 'See ' },
      { t: 'the text', href: 'https://example.org/x' },
      { t: ' or ' },
      { t: 'example', href: 'mailto:a@b.org' },
    ),
  );
  const plain = [
    'We object.',
    '> Each State Party shall\n> adopt',
    '1. first\n  - inner\n  - other\n2. second',
    'See the text (https://example.org/x) or example (a@b.org)',
  ].join('\n\n');

  test('shows paragraphs, quotes, lists and addresses', () => {
    expect(bodyText(rich)).toBe(plain);
  });

  test('an address that is its own words is not said twice', () => {
    expect(bodyText(body(p({ t: 'https://example.org', href: 'https://example.org/' })))).toBe('https://example.org');
  });

  test('is read back to the same blocks', () => {
    expect(bodyText(bodyFromText(plain))).toBe(plain);
    expect(bodyFromText(plain).blocks.slice(1, 3)).toEqual(rich.blocks.slice(1, 3));
  });

  test('from a textarea: blank lines part paragraphs, single line ends stay, addresses stay text', () => {
    expect(bodyFromText('One\r\ntwo https://example.org\r\n \r\n\r\nthree\u0000')).toEqual(
      body(p({ t: 'One\ntwo https://example.org' }), p({ t: 'three' })),
    );
  });

  test('a list may follow its introduction at once', () => {
    expect(bodyFromText('We ask to:\n- delete\n- define')).toEqual(
      body(p({ t: 'We ask to:' }), { k: 'list', ordered: false, items: [item('delete'), item('define')] }),
    );
  });

  test('a number that a list would change stays a word', () => {
    expect(bodyFromText('2. Article 5 is worse.')).toEqual(body(p({ t: '2. Article 5 is worse.' })));
    expect(bodyFromText('1. a\n3. b')).toEqual(body(p({ t: '1. a\n3. b' })));
  });

  test('whatever is typed, nothing but marks and white space is lost, and the door takes it', () => {
    const lines = fc.array(
      fc.oneof(text, fc.constantFrom('- ', '\n- a', '\n  - b', '1. ', '\n2. ', '\n\n', '> ', '\n> q', 'word', '  ')),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const typed = parts.join('');
        const result = checkBody(bodyFromText(typed));
        expect(result.ok).toBe(true);
        // The words, without what marks lists and quotes.
        const words = (s: string) => s.normalize('NFD').replace(/[^\p{L}]/gu, '');
        if (result.ok) expect(words(bodyText(result.value))).toBe(words(typed));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the two fields of the form', () => {
  test('the JSON of the running editor wins over the textarea', () => {
    const result = bodyFromFields(JSON.stringify(body(p({ t: 'rich' }))), 'plain');
    expect(result).toEqual({ ok: true, value: body(p({ t: 'rich' })) });
  });
  test('the textarea counts when the editor never ran, and is limited too', () => {
    expect(bodyFromFields(null, 'plain')).toEqual({ ok: true, value: body(p({ t: 'plain' })) });
    expect(bodyFromFields('', 'x'.repeat(LIMITS.bytes + 1))).toMatchObject({ ok: false, code: 'too-large' });
    expect(bodyFromFields('', 'x\n\n'.repeat(5000))).toMatchObject({ ok: false, code: 'too-large' });
  });
  test('neither is the empty body', () => {
    expect(bodyFromFields(undefined, ' ')).toEqual({ ok: true, value: body() });
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }], u: undefined })).toBe('{"a":[{"c":"é","d":null}],"b":1}');
  });
  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  test.each([Number.NaN, Infinity, 1n, () => 1, [undefined]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
