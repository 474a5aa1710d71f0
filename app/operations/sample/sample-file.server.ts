import { z } from 'zod';
import { ASKS, CATEGORIES, CONSTITUENCIES, SEVERITIES, STATUSES } from '#app/domain/concern/taxonomy';

export interface SampleReply {
  readonly author: string;
  readonly organisation?: string | null;
  readonly body: unknown[];
  readonly replies?: SampleReply[];
}
const reply: z.ZodType<SampleReply> = z.object({
  author: z.string(),
  organisation: z.string().nullish(),
  body: z.array(z.unknown()),
  get replies() {
    return z.array(reply).optional();
  },
});

/** The shape of prisma/sample/review.json. */
export const sampleSchema = z.object({
  title: z.string(),
  slug: z.string(),
  brief: z.string(),
  organisations: z.array(z.object({ name: z.string(), constituency: z.enum(CONSTITUENCIES) })),
  people: z.array(z.object({ handle: z.string(), name: z.string(), organisation: z.string().nullish() })),
  concerns: z.array(
    z.object({
      number: z.number(),
      author: z.string(),
      organisation: z.string().nullish(),
      category: z.enum(CATEGORIES.map((category) => category.id)),
      severity: z.enum(SEVERITIES),
      ask: z.enum(ASKS).nullish(),
      eId: z.string().nullable(),
      quote: z.string().nullable(),
      paragraphs: z.array(z.unknown()),
      status: z.enum(STATUSES),
      reason: z.string().nullish(),
      replies: z.array(reply),
    }),
  ),
});
