import type { Body } from '#app/domain/concern/body';
import type { Ask, Category, Severity } from '#app/domain/concern/taxonomy';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber, replyRevisionsOf, revisionsOf } from '#app/store/concern/concerns.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';

export interface RevisionView {
  readonly ordinal: number;
  readonly at: string;
  readonly body: Body;
  /** Only for a concern's revisions. */
  readonly category: Category | null;
  readonly severity: Severity | null;
  readonly ask: Ask | null;
}

/** Every revision of a concern, or of one of its replies, oldest first; none of a tombstone. Codes: not-found, sign-in-needed, forbidden. */
export async function readHistory(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  replyId: string | null,
): Promise<Result<RevisionView[]>> {
  const entered = enterReview(actor, app, slug, 'read-history');
  if (!entered.ok) return entered;
  const concern = await concernByNumber(app.store.prisma, entered.value.id, number);
  const reply = replyId ? concern?.replies.find((r) => r.id === replyId) : null;
  if (!concern || reply === undefined) return fail('not-found');
  if ((reply ?? concern).deletedAt) return ok([]);
  if (reply)
    return ok(
      (await replyRevisionsOf(app.store.prisma, reply.id)).map((r) => ({
        ordinal: r.ordinal,
        at: r.createdAt.toISOString(),
        body: JSON.parse(r.body) as Body,
        category: null,
        severity: null,
        ask: null,
      })),
    );
  return ok(
    (await revisionsOf(app.store.prisma, concern.id)).map((r) => ({
      ordinal: r.ordinal,
      at: r.createdAt.toISOString(),
      body: JSON.parse(r.body) as Body,
      category: r.category as Category,
      severity: r.severity as Severity,
      ask: r.ask as Ask | null,
    })),
  );
}
