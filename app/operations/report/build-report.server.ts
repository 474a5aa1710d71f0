import { z } from 'zod';
import { CATEGORIES, STATUSES } from '#app/domain/concern/taxonomy';
import type { ReplyView } from '#app/domain/concern/thread';
import type { ReportReplyInput } from '#app/domain/report/input';
import type { Report } from '#app/domain/report/model';
import { buildReport as build } from '#app/domain/report/report';
import { fail, ok, type Result } from '#app/domain/result';
import { reportEn } from '#app/domain/words/report.en';
import { threadsOf } from '#app/store/concern/concerns.server';
import { reviewById } from '#app/store/review/reviews.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { threadView } from '../concern/views.server';
import { loadText } from '../treaty/text-cache.server';

const CATEGORY_IDS = CATEGORIES.map((category) => category.id);
/** None chosen means all: so a bare address gives the whole report. */
const choice = <T extends string>(all: readonly T[]) =>
  z
    .array(z.string())
    .default([])
    .transform((values) => {
      const chosen = all.filter((one) => values.includes(one));
      return chosen.length > 0 ? chosen : [...all];
    });

/** What goes into a report; all of it stands in the address. */
export const reportChoiceSchema = z.object({
  order: z.enum(['provision', 'category']).catch('provision').default('provision'),
  status: choice(STATUSES),
  category: choice(CATEGORY_IDS),
  replies: z.enum(['0', '1']).catch('1').default('1'),
});
export type ReportChoice = z.output<typeof reportChoiceSchema>;

/** The report of a review as anyone who may read it sees it. Codes: not-found. */
export async function buildReport(actor: Actor, app: App, slug: string, choice: ReportChoice): Promise<Result<Report>> {
  const entered = enterReview(actor, app, slug, 'build-report');
  if (!entered.ok) return entered;
  const review = entered.value;
  const [row, rows] = await Promise.all([
    reviewById(app.store.prisma, review.id),
    threadsOf(app.store.prisma, review.id),
  ]);
  const text = await loadText(app, review.treatyId, { id: review.textId });
  if (!text) return fail('not-found');
  const nobody = { signedIn: false, role: null, visibility: review.visibility };
  const ordinals = new Map(text.provisions.map((p) => [p.eId, p.ordinal]));
  const report = build({
    review: { title: review.title, slug: review.slug, brief: row.brief },
    treaty: {
      title: text.treaty.title,
      versionLabel: text.version.label,
      language: text.language,
      direction: text.direction,
      unofficial: text.treaty.unofficial,
      textSha256: text.sha256,
      characters: text.characters,
    },
    provisions: text.provisions.map((p) => ({
      eId: p.eId,
      citation: text.citations.get(p.eId) ?? p.eId,
      kind: p.kind,
      number: p.number,
      heading: p.blocks
        .filter((b) => b.role === 'heading')
        .map((b) => text.characters.slice(b.start, b.end))
        .join(' '),
    })),
    concerns: rows
      .filter((r) => r.deletedAt === null)
      .map((r) => {
        const view = threadView(r, text.citations, nobody, null);
        return {
          ...view,
          statusReason: view.history.at(-1)?.reason ?? null,
          url: `${app.publicUrl}/reviews/${review.slug}/concerns/${view.number}`,
          placements: view.placements.map((p, i) => ({
            scope: p.scope,
            citation: p.citation,
            eIds: p.eIds,
            ordinal: p.eIds[0] ? (ordinals.get(p.eIds[0]) ?? -1) : -1,
            quote: p.scope === 'passage' ? p.quote : null,
            start: p.start,
            end: p.end,
            prefix: r.placements[i]?.prefix || null,
            suffix: r.placements[i]?.suffix || null,
          })),
          replies: view.replies.map(replyInput),
        };
      }),
    options: {
      order: choice.order,
      statuses: choice.status,
      categories: choice.category,
      replies: choice.replies === '1',
    },
    filedOn: app.now().toISOString().slice(0, 10),
    publicUrl: app.publicUrl,
    words: reportEn,
  });
  return ok(report);
}

const replyInput = (reply: ReplyView): ReportReplyInput => ({
  id: reply.id,
  author: reply.author,
  body: reply.body,
  createdAt: reply.createdAt,
  replies: reply.replies.map(replyInput),
});
