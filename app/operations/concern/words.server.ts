import { bodyFromFields, bodyText, canonicalJson, isEmptyBody, type Body } from '#app/domain/concern/body';
import { fail, ok, type Result } from '#app/domain/result';
import { represents } from '#app/store/account/accounts.server';
import type { Client } from '#app/store/database.server';
import { memberOf } from '#app/store/review/reviews.server';
import { sha256 } from '../app.server';

/** The body of a form, never empty. Codes: invalid, too-large. */
export function bodyOfForm(fields: { body: string; bodyText: string }, empty: string): Result<Body> {
  const body = bodyFromFields(fields.body, fields.bodyText);
  if (!body.ok) return { ...body, fields: { body: body.detail ?? empty } };
  if (isEmptyBody(body.value)) return fail('invalid', { fields: { body: empty } });
  return body;
}

/** A revision's columns: canonical JSON and its SHA-256. */
export function revisionOf<T extends object>(body: Body, more: T) {
  return { ...more, body: canonicalJson(body), sha256: sha256(canonicalJson({ ...more, body })) };
}

/** What full-text search finds of a concern: its quoted passage and its words. */
export const searchable = (quote: string, body: Body): string => `${quote}\n${bodyText(body)}`;

/**
 * Under which names an author writes: only for an organisation that she may speak for, and not hidden behind one that she did
 * not name. Codes: invalid.
 */
export async function speakerOf(
  db: Client,
  reviewId: string,
  accountId: string,
  form: { organisation: string; attribution: string },
): Promise<Result<{ organisationId: string | null; attribution: string; pseudonym: string }>> {
  const organisationId = form.organisation || null;
  if (organisationId && !(await represents(db, accountId, organisationId)))
    return fail('invalid', { fields: { organisation: 'Choose an organisation that you may speak for.' } });
  if (form.attribution === 'organisation' && !organisationId)
    return fail('invalid', { fields: { attribution: 'Choose an organisation to be named instead of you.' } });
  const member = await memberOf(db, reviewId, accountId);
  return ok({ organisationId, attribution: form.attribution, pseudonym: member?.pseudonym ?? '' });
}
