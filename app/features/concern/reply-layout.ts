import type { AuthorView, ReplyView } from '#app/domain/concern/thread';

/** A phone has no room for deeper nesting. */
export const DEEPEST = 6;

export interface ReplyNode {
  readonly reply: ReplyView;
  /** Set where the place on the page no longer shows whom it answers. */
  readonly answers: { readonly id: string; readonly author: AuthorView | null } | null;
  readonly replies: readonly ReplyNode[];
}

/**
 * Replies as the page nests them: as they are down to `deepest` levels, and what is deeper one after the other, in reading
 * order, at the deepest level. Not recursive below that, because a quarrel can be thousands of answers deep.
 */
export function layOutReplies(replies: readonly ReplyView[], deepest: number = DEEPEST): ReplyNode[] {
  if (deepest > 1)
    return replies.map((reply) => ({ reply, answers: null, replies: layOutReplies(reply.replies, deepest - 1) }));
  const nodes: ReplyNode[] = [];
  const open: Omit<ReplyNode, 'replies'>[] = replies.map((reply) => ({ reply, answers: null })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    nodes.push({ ...next, replies: [] });
    const { id, author, body } = next.reply;
    const answers = { id, author: body ? author : null };
    for (const reply of [...next.reply.replies].reverse()) open.push({ reply, answers });
  }
  return nodes;
}

/** How many replies there are, tombstones left out, at any depth. */
export function countReplies(replies: readonly ReplyView[]): number {
  let count = 0;
  const open = [...replies];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.body) count++;
    open.push(...next.replies);
  }
  return count;
}
