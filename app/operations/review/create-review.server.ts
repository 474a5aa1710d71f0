import { z } from 'zod';
import { nameSchema } from '#app/domain/account/credentials';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { VISIBILITIES } from '#app/domain/review/roles';
import { slugOf } from '#app/domain/slug';
import { write } from '#app/store/database.server';
import { addMember, insertReview, reviewSlugTaken } from '#app/store/review/reviews.server';
import { treatyToShow } from '#app/store/treaty/texts.server';
import { newId, type Actor, type App } from '../app.server';
import { pseudonym } from './pseudonym.server';

const schema = z.object({
  title: nameSchema,
  brief: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
  text: z.string().min(1, 'Choose the text to review.').max(80),
  visibility: z.enum(VISIBILITIES).default('private'),
});

/** Opens a review on a text that the actor may show to others; she becomes its coordinator. Codes: sign-in-needed, invalid. */
export async function createReview(
  actor: Actor,
  app: App,
  fields: Record<string, string>,
): Promise<Result<{ slug: string }>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { title, brief, text, visibility } = form.value;
  // A review brings its members to the text: only its owner may do that with a private treaty.
  const treaty = await treatyToShow(app.store.prisma, actor.id, { textId: text });
  if (!treaty) return fail('invalid', { fields: { text: 'Choose the text to review.' } });
  return write(app.store, async (tx) => {
    const id = newId();
    const now = app.now();
    const base = slugOf(title, 'review');
    // A taken address gets random digits, not the next number: nobody learns how many private reviews share a title.
    const slug = (await reviewSlugTaken(tx, base)) || RESERVED.has(base) ? `${base}-${id.slice(0, 6)}` : base;
    await insertReview(tx, { id, slug, title, brief, treatyId: treaty.id, textId: text, visibility, createdAt: now });
    await addMember(tx, {
      reviewId: id,
      accountId: actor.id,
      role: 'coordinator',
      pseudonym: pseudonym(),
      createdAt: now,
    });
    return ok({ slug });
  });
}

const RESERVED = new Set(['new']);
