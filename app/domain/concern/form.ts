import { z } from 'zod';
import { ATTRIBUTIONS } from '../review/roles';
import { ASKS, CATEGORIES, SEVERITIES } from './taxonomy';
import { SCOPES } from './thread';

const CATEGORY_IDS = CATEGORIES.map((category) => category.id);
const LONG = 40_000;

const submission = z
  .string()
  .regex(/^[0-9A-Za-z-]{16,64}$/, 'This form is damaged; reload the page. Your draft is kept.');
const optionalOffset = z
  .string()
  .regex(/^\d{0,9}$/)
  .default('')
  .transform((digits) => (digits === '' ? null : Number(digits)));
const critique = {
  category: z.enum(CATEGORY_IDS, { error: 'Choose a category.' }),
  severity: z.enum(SEVERITIES, { error: 'Choose a severity.' }),
  ask: z
    .enum(['', ...ASKS])
    .default('')
    .transform((ask) => (ask === '' ? null : ask)),
};
/** What the composer sends: JSON from the editor, or plain text where no script runs. */
const words = { body: z.string().max(200_000).default(''), bodyText: z.string().max(200_000).default('') };
const speaker = {
  organisation: z.string().max(80).default(''),
  attribution: z.enum(ATTRIBUTIONS).default('person-and-organisation'),
};

export const newConcernSchema = z.object({
  submission,
  scope: z.enum(SCOPES),
  text: z.string().max(80).default(''),
  start: optionalOffset,
  end: optionalOffset,
  exact: z.string().max(LONG, 'Choose a shorter passage.').default(''),
  eId: z.string().max(300).default(''),
  ...critique,
  ...words,
  ...speaker,
});

export const replySchema = z.object({ submission, parent: z.string().max(80).default(''), ...words, ...speaker });

const revision = z.coerce.number().int().min(1);
export const editConcernSchema = z.object({ revision, ...critique, ...words });
export const editReplySchema = z.object({ reply: z.string().max(80), revision, ...words });
export const settleSchema = z.object({
  reason: z.string().trim().min(1, 'Say why, in a sentence.').max(2000, 'Use at most 2,000 characters.'),
});
