import { z } from 'zod';
import { fail, ok, type Result } from '../result';
import { canonicalJson } from './canonical-json';
import { safeLink } from './link';
import { byteLength, LIMITS, withinLimits } from './body-limits';
import { normaliseBody } from './body-normal';
import { bodyFromText } from './body-text';
import { hasForbiddenCharacters } from './characters';

export { LIMITS, LIST_LEVELS } from './body-limits';
export { bodyFromText, bodyText, isEmptyBody } from './body-text';
export { canonicalJson } from './canonical-json';

/**
 * The body of a concern or reply: our own small closed model, whatever editor made it. It is stored as canonical JSON
 * and rendered from this model alone, never as HTML.
 */
export interface TextSpan {
  /** Words in NFC, without control or bidi formatting characters. A line feed is a line break inside the block. */
  readonly t: string;
  readonly b?: true;
  readonly i?: true;
  /** Absolute http, https or mailto link that passed `safeLink`. */
  readonly href?: string;
}
export interface List {
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
export type Block =
  | { readonly k: 'p'; readonly c: readonly TextSpan[] }
  | { readonly k: 'quote'; readonly c: readonly TextSpan[] }
  | ({ readonly k: 'list' } & List);
export interface ListItem {
  /** Empty only when the item holds nothing but a nested list. */
  readonly c: readonly TextSpan[];
  /** One nested list at most per item; at most `LIST_LEVELS` lists stand inside one another. */
  readonly sub?: List;
}
export interface Body {
  readonly v: 1;
  readonly blocks: readonly Block[];
}

const SENTENCES = {
  json: 'This text could not be read: it is not valid JSON.',
  'too-large': 'This text is too long: 64 KB with its formatting is the most one text can hold.',
  'too-deep': 'This text has too many lists inside lists: 5 levels is the most.',
  'too-many': 'This text has too many parts: 2,000 paragraphs, items and formatted pieces is the most.',
  'forbidden-key': 'This text holds something that is not allowed in a text.',
  shape: 'This text holds something that is not allowed in a text.',
  characters: 'This text holds characters that cannot be stored: remove control characters and broken symbols.',
  link: 'This text holds a link that is not allowed: links must start with https://, http:// or mailto:.',
} as const;

const words = z.string().refine((t) => !hasForbiddenCharacters(t), { error: SENTENCES.characters });
const link = z.string().transform((href, context) => {
  const safe = safeLink(href);
  if (safe !== null) return safe;
  context.addIssue({ code: 'custom', message: SENTENCES.link });
  return z.NEVER;
});
const span = z.strictObject({
  t: words,
  b: z.literal(true).optional(),
  i: z.literal(true).optional(),
  href: link.optional(),
});
const spans = z.array(span);
const list = z.strictObject({
  ordered: z.boolean(),
  get items() {
    return z.array(item);
  },
});
const item: z.ZodType<ListItem> = z.strictObject({ c: spans, sub: list.optional() });
const block = z.discriminatedUnion('k', [
  z.strictObject({ k: z.literal('p'), c: spans }),
  z.strictObject({ k: z.literal('quote'), c: spans }),
  z.strictObject({ k: z.literal('list'), ordered: z.boolean(), items: z.array(item) }),
]);
const shape = z.strictObject({ v: z.literal(1), blocks: z.array(block) });

/**
 * The door for a body as parsed JSON. Size, depth and number of nodes are checked first, without recursion; then the
 * closed shape; what comes out is normalised (see `normaliseBody`) and passes again unchanged.
 */
export const bodySchema = z
  .unknown()
  .superRefine((value, context) => {
    const excess = withinLimits(value);
    if (excess) context.addIssue({ code: 'custom', message: SENTENCES[excess] });
  })
  .pipe(shape)
  .transform((body): Body => normaliseBody(body));

/**
 * A body from parsed JSON, or `too-large` or `invalid` with one sentence. The result is a fixed point: checking it
 * again gives the same body, and its canonical JSON is within `LIMITS.bytes`.
 */
export function checkBody(value: unknown): Result<Body> {
  const excess = withinLimits(value);
  if (excess) return fail(excess === 'forbidden-key' ? 'invalid' : 'too-large', { detail: SENTENCES[excess] });
  const parsed = bodySchema.safeParse(value);
  if (!parsed.success) {
    const own = parsed.error.issues.find((issue) => issue.code === 'custom');
    return fail('invalid', { detail: own?.message ?? SENTENCES.shape });
  }
  // Composing characters (NFC) and repairing links can make a text longer than what came in.
  if (byteLength(canonicalJson(parsed.data)) > LIMITS.bytes)
    return fail('too-large', { detail: SENTENCES['too-large'] });
  return ok(parsed.data);
}

/** A body from the JSON of a form field or a column; failures as `checkBody`. Costs at most some ms for hostile input. */
export function parseBody(json: string): Result<Body> {
  if (byteLength(json) > LIMITS.bytes) return fail('too-large', { detail: SENTENCES['too-large'] });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail('invalid', { detail: SENTENCES.json });
  }
  return checkBody(value);
}

/**
 * A body from the two fields that `Composer` can send: `json` (the editor was running) wins over `text` (plain
 * textarea). Neither gives the empty body; whether that is allowed is for the operation to say.
 */
export function bodyFromFields(json: string | null | undefined, text: string | null | undefined): Result<Body> {
  if (json) return parseBody(json);
  if (!text) return ok({ v: 1, blocks: [] });
  if (byteLength(text) > LIMITS.bytes) return fail('too-large', { detail: SENTENCES['too-large'] });
  return checkBody(bodyFromText(text));
}
