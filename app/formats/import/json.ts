import { z } from 'zod';
import { fail, ok, type Result } from '#app/domain/result';
import { canonicalise } from '#app/domain/treaty/canonical';
import { FURNITURE, PROVISION_KINDS, type Outline, type Provision, type Source } from '#app/domain/treaty/outline';
import { decodeText } from './decode';
import { firstCharacters } from './html-decode';
import type { ImportFormat } from './import-format';

const DEEPEST = 24;
const MOST = 20_000;
const LONGEST = 1_000_000;

// Letters without a pair, and characters that are none, could not be shown as they are stored.
const SHOWN = /^[^\p{Cc}\p{Cs}]*$/u;
const words = z
  .string()
  .max(LONGEST)
  .refine(
    (s) => SHOWN.test(s) && canonicalise(s) === s,
    'is not in canonical characters (NFC, single spaces, no soft hyphens)',
  );
const blocks = z
  .string()
  .max(LONGEST)
  .refine(
    (s) => s === '' || s.split('\n').every((one) => one !== '' && SHOWN.test(one) && canonicalise(one) === one),
    'is not in canonical characters (NFC, single spaces, no soft hyphens)',
  );
const eId = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,399}$/, 'is not an eId');
const line = z.int().min(1).max(10_000_000);
const column = z.int().min(0).max(20_000_000);
const provision = z.strictObject({
  eId,
  kind: z.enum(PROVISION_KINDS),
  number: words,
  label: words.min(1).optional(),
  heading: words,
  text: blocks,
  closing: blocks.min(1).optional(),
  get children(): z.ZodArray<z.ZodType<Provision>> {
    return z.array(provision);
  },
  line: line.optional(),
  column: column.optional(),
});
const furniture = z.strictObject({
  what: z.enum(FURNITURE),
  text: z
    .string()
    .max(LONGEST)
    .regex(/^[^\p{Cs}\0]*$/u, 'holds half a character'),
  line,
  column: column.optional(),
});
const outline = z.strictObject({
  title: words,
  language: z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}$/, 'is not a language tag'),
  provisions: z.array(provision),
  furniture: z.array(furniture).max(200_000),
  uncertain: z
    .array(
      z.strictObject({
        what: z.string().max(4000).regex(SHOWN),
        where: z.string().max(500).regex(SHOWN),
        line: line.optional(),
      }),
    )
    .max(MOST),
});

/** How a tree is too large, or null. Walks it without calling itself: nothing is known of its depth yet. */
function excess(value: unknown): string | null {
  let level: unknown[] = [value];
  let found = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return `its provisions are nested more than ${DEEPEST} deep`;
    const next: unknown[] = [];
    for (const one of level) {
      const key = depth === 0 ? 'provisions' : 'children';
      const inner: unknown =
        typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[key] : undefined;
      if (!Array.isArray(inner)) continue;
      found += inner.length;
      if (found > MOST) return `it has more than ${MOST.toLocaleString('en')} provisions`;
      next.push(...(inner as unknown[]));
    }
    level = next;
  }
  return null;
}

function repeated(provisions: readonly Provision[], seen = new Set<string>()): string | null {
  for (const one of provisions) {
    if (seen.has(one.eId)) return one.eId;
    seen.add(one.eId);
    const inner = repeated(one.children, seen);
    if (inner !== null) return inner;
  }
  return null;
}

const refuse = (why: string, code: 'unreadable' | 'too-large' = 'unreadable') =>
  fail(code, { detail: `This JSON file is not an outline exported by Proviso: ${why}.` });

function read(bytes: Uint8Array): Result<Source> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    return refuse('it is not well-formed JSON');
  }
  const large = excess(value);
  if (large) return refuse(large, 'too-large');
  const made = outline.safeParse(value);
  if (!made.success) {
    const [issue] = made.error.issues;
    const where = issue?.path.map(String).join('.').slice(0, 120) ?? '';
    return refuse(`${where === '' ? 'it' : where}: ${(issue?.message ?? 'is not right').slice(0, 160)}`);
  }
  const twice = repeated(made.data.provisions);
  if (twice !== null) return refuse(`the eId ${twice} stands there twice`);
  const whole: Outline = made.data;
  return ok({ lines: [], outline: whole });
}

/** Outlines that `proviso outline --json` printed: read back they are the same, byte for byte. */
export const jsonFormat: ImportFormat = {
  id: 'json',
  name: 'Proviso JSON',
  extensions: ['json'],
  sniff: (bytes) => /^\s*\{\s*(?:"|\})/.test(firstCharacters(bytes, 1024)),
  read,
};
