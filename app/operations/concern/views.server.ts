import type { Body } from '#app/domain/concern/body';
import { bodyText } from '#app/domain/concern/body';
import { visibleAuthor } from '#app/domain/concern/attribution';
import type { Ask, Category, Constituency, Severity, Status } from '#app/domain/concern/taxonomy';
import type {
  AuthorView,
  ConcernSummary,
  PlacementView,
  ReplyView,
  Scope,
  ThreadView,
} from '#app/domain/concern/thread';
import { languageName } from '#app/domain/words/plain';
import { say } from '#app/domain/words/words';
import { may, type Standing } from '#app/domain/review/policy';
import type { Attribution } from '#app/domain/review/roles';
import type { ConcernListRow, ConcernRow, ReplyRow } from '#app/store/concern/concerns.server';

type Authored = {
  readonly author: { readonly name: string };
  readonly organisation: { readonly name: string; readonly constituency: string } | null;
  readonly attribution: string;
  readonly pseudonym: string;
};

export function authorView(row: Authored): AuthorView {
  return visibleAuthor(
    {
      name: row.author.name,
      attribution: row.attribution as Attribution,
      organisation: row.organisation && {
        ...row.organisation,
        constituency: row.organisation.constituency as Constituency,
      },
    },
    row.pseudonym,
  );
}

const NOBODY: AuthorView = { name: null, organisation: null, constituency: null };
const bodyOf = (json: string): Body => JSON.parse(json) as Body;

/** Human citations of a text's provisions by eId. */
export type Citations = ReadonlyMap<string, string>;

export function placementViews(rows: ConcernRow['placements'], citations: Citations): PlacementView[] {
  return rows.map((p) => {
    const eIds = JSON.parse(p.eIds) as string[];
    const first = eIds[0] ? (citations.get(eIds[0]) ?? '') : '';
    const last = eIds.length > 1 ? (citations.get(eIds.at(-1) ?? '') ?? '') : '';
    return {
      scope: p.scope as Scope,
      textId: p.textId,
      start: p.start,
      end: p.end,
      quote: p.exact,
      eIds,
      citation: p.scope === 'passage' && last && last !== first ? `${first} – ${last}` : first,
    };
  });
}

/** One concern with its replies as this viewer sees it; words of tombstones are not in it. */
export function threadView(
  row: ConcernRow,
  citations: Citations,
  standing: Standing,
  viewerId: string | null,
): ThreadView {
  const revision = row.revisions[0]!;
  const gone = row.deletedAt !== null;
  const mine = { ...standing, author: viewerId !== null && row.authorId === viewerId };
  const author = gone ? NOBODY : authorView(row);
  return {
    id: row.id,
    number: row.number,
    author,
    category: revision.category as Category,
    severity: revision.severity as Severity,
    ask: revision.ask as Ask | null,
    status: row.status as Status,
    history: row.statusChanges.map((change) => ({
      status: change.status as Status,
      reason: change.reason,
      // The author settles under the name she wrote under; a coordinator by her own.
      by: change.actorId === row.authorId ? author : { ...NOBODY, name: change.actor.name },
      at: change.createdAt.toISOString(),
    })),
    body: gone ? null : bodyOf(revision.body),
    createdAt: row.createdAt.toISOString(),
    editedAt: !gone && revision.ordinal > 1 ? revision.createdAt.toISOString() : null,
    revision: revision.ordinal,
    placements: placementViews(row.placements, citations),
    can: {
      reply: may('reply', standing),
      edit: !gone && may('edit-concern', mine),
      settle: !gone && may('settle-concern', mine),
      remove: !gone && may('delete-concern', mine),
    },
    replies: replyTree(row.replies, standing, viewerId),
  };
}

function replyTree(rows: readonly ReplyRow[], standing: Standing, viewerId: string | null): ReplyView[] {
  const byParent = new Map<string | null, ReplyRow[]>();
  for (const row of rows) {
    const siblings = byParent.get(row.parentId);
    if (siblings) siblings.push(row);
    else byParent.set(row.parentId, [row]);
  }
  const build = (parent: string | null): ReplyView[] =>
    (byParent.get(parent) ?? []).map((row) => {
      const revision = row.revisions[0]!;
      const gone = row.deletedAt !== null;
      const mine = { ...standing, author: viewerId !== null && row.authorId === viewerId };
      return {
        id: row.id,
        author: gone ? NOBODY : authorView(row),
        body: gone ? null : bodyOf(revision.body),
        createdAt: row.createdAt.toISOString(),
        editedAt: !gone && revision.ordinal > 1 ? revision.createdAt.toISOString() : null,
        revision: revision.ordinal,
        can: {
          reply: may('reply', standing),
          edit: !gone && may('edit-reply', mine),
          remove: !gone && may('delete-reply', mine),
        },
        replies: build(row.id),
      };
    });
  return build(null);
}

const SUMMARY = 160;

/** What lists and the margin show; the same for everybody who may read the review. */
export function concernSummary(row: ConcernListRow, citations: Citations): ConcernSummary {
  const revision = row.revisions[0]!;
  const gone = row.deletedAt !== null;
  const words = gone ? '' : bodyText(bodyOf(revision.body)).replace(/\s+/g, ' ').trim();
  const cut = words.length > SUMMARY ? `${words.slice(0, SUMMARY).replace(/\s+\S*$/, '')}…` : words;
  return {
    number: row.number,
    category: revision.category as Category,
    severity: revision.severity as Severity,
    status: row.status as Status,
    author: gone ? NOBODY : authorView(row),
    summary: gone ? null : cut,
    replies: row._count.replies,
    placements: placementViews(row.placements, citations).map(({ scope, start, end, eIds, citation }) => ({
      scope,
      start,
      end,
      eIds,
      citation,
    })),
  };
}

/** A text to show concerns on. `parallel`: the same version in the language that the review is on, when this is another. */
export interface TextToShow {
  readonly id: string;
  readonly citations: Citations;
  readonly spans: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
  readonly parallel: { readonly id: string; readonly language: string } | null;
}

/**
 * Summaries of the concerns that lie on one text or on the whole treaty. What was raised on the parallel text stands on the
 * same provision, said to have been raised there, and never on single words: they are other words here.
 */
export function concernsOnText(rows: readonly ConcernListRow[], text: TextToShow): ConcernSummary[] {
  return rows.flatMap((row) => {
    const here = row.placements.filter((p) => p.textId === text.id || p.scope === 'treaty');
    const there = row.placements.filter((p) => p.textId === text.parallel?.id && p.scope !== 'treaty');
    const summary = concernSummary({ ...row, placements: here }, text.citations);
    const placements = [
      ...summary.placements,
      ...there.flatMap((p) => carriedAcross(JSON.parse(p.eIds) as string[], text)),
    ];
    return placements.length > 0 ? [{ ...summary, placements }] : [];
  });
}

/** Where a placement of the parallel text stands in this one: on the provisions of the same eId, else inside the nearest. */
function carriedAcross(eIds: readonly string[], text: TextToShow): ConcernSummary['placements'] {
  const known = eIds.filter((eId) => text.spans.has(eId));
  let nearest = known[0] ?? eIds[0] ?? '';
  while (!text.spans.has(nearest)) {
    if (!nearest.includes('__')) return [];
    nearest = nearest.slice(0, nearest.lastIndexOf('__'));
  }
  const { start, end } = text.spans.get(nearest)!;
  const language = languageName(text.parallel?.language ?? '');
  const citation = say('reader.raised-on', { citation: text.citations.get(nearest) ?? '', language });
  return [{ scope: 'provision', start, end, eIds: known, citation }];
}
