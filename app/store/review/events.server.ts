import type { Client, Store } from '../database.server';

export const EVENT_KINDS = [
  'concern-raised',
  'concern-edited',
  'concern-resolved',
  'concern-reopened',
  'concern-deleted',
  'reply-posted',
  'reply-edited',
  'reply-deleted',
  'review-changed',
  'member-joined',
  'member-changed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What happened, in order: ids and never words. */
export interface EventRow {
  readonly sequence: number;
  readonly kind: EventKind;
  /** Number of the concern in the review. */
  readonly concern: number | null;
}

/** Appends an event in the transaction of what it tells, and gives its sequence. Takes the review's row, so sequences have no gaps. */
export async function appendEvent(
  tx: Client,
  event: {
    id: string;
    reviewId: string;
    kind: EventKind;
    concernId?: string;
    replyId?: string;
    actorId: string | null;
    createdAt: Date;
  },
): Promise<number> {
  const { sequence } = await tx.review.update({
    where: { id: event.reviewId },
    data: { sequence: { increment: 1 } },
    select: { sequence: true },
  });
  await tx.event.create({ data: { ...event, sequence } });
  return sequence;
}

/** Events of a review after `sequence`, oldest first, at most `limit`. */
export function eventsAfter(store: Store, reviewId: string, sequence: number, limit = 500): EventRow[] {
  return store.raw
    .prepare<[string, number, number], EventRow>(
      `SELECT e.sequence, e.kind, c.number AS concern FROM Event e LEFT JOIN Concern c ON c.id = e.concernId
       WHERE e.reviewId = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?`,
    )
    .all(reviewId, sequence, limit);
}

export const latestEvents = (db: Client, reviewId: string, take: number) =>
  db.event.findMany({ where: { reviewId }, orderBy: { sequence: 'desc' }, take });

/** Grows whenever another connection, of this process or any other, has committed: the cheap way to wake. */
export const dataVersion = (store: Store) => Number(store.raw.pragma('data_version', { simple: true }));
