import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, STYLES, write } from '#app/domain/treaty/round-trip.fixture';
import { readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
const one = {
  eId: 'art_1',
  kind: 'article',
  number: '1',
  label: 'Article 1',
  heading: '',
  text: 'Text.',
  children: [],
};
const whole = { title: 'T', language: 'en', provisions: [one], furniture: [], uncertain: [] };
const json = (changed: object) => JSON.stringify({ ...whole, ...changed });

describe('an outline that Proviso exported', () => {
  it('is read back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...Object.values(STYLES)), async (made, style) => {
        const first = await readTreaty(utf8(`${write(made, style).text}\n\n- 3 -\n`), { name: 'a.txt' });
        if (!first.ok) throw new Error(first.detail);
        const printed = `${JSON.stringify(first.value, null, 2)}\n`;
        const again = await readTreaty(utf8(printed), { name: 'a.json' });
        if (!again.ok) throw new Error(again.detail);
        expect(`${JSON.stringify(again.value, null, 2)}\n`).toBe(printed);
      }),
      { numRuns: 25 },
    );
  });

  const provision = (changed: object) => json({ provisions: [{ ...one, ...changed }] });
  it.each([
    ['not JSON', '{"title":', /well-formed/],
    ['something else', '{"treaty":"x"}', /title/],
    ['an eId twice', json({ provisions: [one, one] }), /art_1 stands there twice/],
    ['an eId with a space', provision({ eId: 'a b' }), /eId/],
    ['an unknown kind', provision({ kind: 'script' }), /kind/],
    ['two spaces', provision({ text: 'a  b' }), /canonical/],
    ['a soft hyphen', provision({ text: 'a\u00adb' }), /canonical/],
    ['a decomposed letter', provision({ heading: 'e\u0301' }), /canonical/],
    ['an empty line', provision({ text: 'a\n\nb' }), /canonical/],
    ['a NUL', provision({ text: 'a\0b' }), /canonical/],
    ['half a character', provision({ text: 'a\ud800b' }), /canonical/],
    ['an unknown key', provision({ onclick: 'x' }), /onclick/],
    ['__proto__ as a key', json({}).replace('"title"', '"__proto__":{"x":1},"title"'), /__proto__/],
    [
      'children in a loop of depth',
      json({
        provisions: Array.from({ length: 30 }).reduce(
          (inner: object[], _, i) => [{ ...one, eId: `a_${i}`, children: inner }],
          [],
        ),
      }),
      /nested more than 24/,
    ],
  ])('is refused in one sentence when it holds %s', async (_name, text, words) => {
    const outcome = await readTreaty(utf8(text));
    expect(outcome.ok ? '' : outcome.detail).toMatch(words);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('keeps markup as characters', async () => {
    const outcome = await readTreaty(utf8(provision({ text: '<script>alert(1)</script>' })));
    expect(outcome.ok ? outcome.value.provisions[0]?.text : '').toBe('<script>alert(1)</script>');
  });
});
