import { ok, type Result } from '#app/domain/result';
import { eventsAfter, type EventRow } from '#app/store/review/events.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';

/** What one follower of a review gets. */
export interface Follower {
  /** New events in order, each once. */
  events(events: readonly EventRow[]): void;
  /** Who is here, for members. */
  present(names: readonly string[]): void;
  /** The follower may no longer read: say nothing more. */
  ended(): void;
  /** The store failed, and so this follower's part is over: it may come back from where it was. */
  failed(error: unknown): void;
}

/**
 * Follows a review from `after` on, without gaps or doubles, until the returned function is called. The right to read is
 * checked anew before every delivery, so a member removed in the middle gets nothing more. A delivery that fails ends this follower and
 * nobody else: whoever woke it, be it a post that is on disk already, is not told. Codes: not-found.
 */
export function followReview(
  recogniseAgain: () => Actor,
  app: App,
  slug: string,
  after: number | null,
  follower: Follower,
): Result<() => void> {
  const actor = recogniseAgain();
  const entered = enterReview(actor, app, slug, 'follow-review');
  if (!entered.ok) return entered;
  const review = entered.value;
  let sent = Math.min(after ?? review.sequence, review.sequence);
  let over = false;
  let lastNames = '';
  let present = review.role !== null;

  const deliverNow = () => {
    const now = enterReview(recogniseAgain(), app, slug, 'follow-review');
    if (!now.ok) {
      stop();
      follower.ended();
      return;
    }
    for (;;) {
      const events = eventsAfter(app.store, review.id, sent);
      const last = events.at(-1);
      if (!last) break;
      sent = last.sequence;
      follower.events(events);
    }
    if (now.value.role === null && present) {
      // Removed from a public review: she may read on, but is no longer among its members' names.
      present = false;
      leave();
      queueMicrotask(() => app.hub.publish(review.id));
    }
    if (now.value.role === null || actor.kind !== 'person') return;
    const names = app.presence.names(review.id, actor.id);
    if (names.join('\n') !== lastNames) {
      lastNames = names.join('\n');
      follower.present(names);
    }
  };
  const deliver = () => {
    if (over) return;
    try {
      deliverNow();
    } catch (error) {
      stop();
      follower.failed(error);
    }
  };
  const leave =
    actor.kind === 'person' && review.role !== null ? app.presence.enter(review.id, actor.id, actor.name) : () => {};
  const unsubscribe = app.hub.subscribe(review.id, deliver);
  const stop = () => {
    if (over) return;
    over = true;
    unsubscribe();
    leave();
    app.hub.publish(review.id);
  };
  app.hub.publish(review.id);
  return ok(stop);
}
