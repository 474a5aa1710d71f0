import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorView, ReplyView } from '#app/domain/concern/thread';
import { countReplies, DEEPEST, layOutReplies, type ReplyNode } from './reply-layout';

const author = (name: string): AuthorView => ({ name, organisation: null, constituency: null });

function reply(id: string, replies: readonly ReplyView[] = [], gone = false): ReplyView {
  return {
    id,
    author: author(`author of ${id}`),
    body: gone ? null : { v: 1, blocks: [{ k: 'p', c: [{ t: id }] }] },
    createdAt: '2026-01-02T03:04:05Z',
    editedAt: null,
    revision: 1,
    can: { reply: true, edit: false, remove: false },
    replies,
  };
}

function chain(length: number): ReplyView {
  let last = reply(`r${length}`);
  for (let at = length - 1; at >= 1; at--) last = reply(`r${at}`, [last]);
  return last;
}

function walk(nodes: readonly ReplyNode[], depth = 1): { id: string; depth: number; answers: string | null }[] {
  return nodes.flatMap((node) => [
    { id: node.reply.id, depth, answers: node.answers?.id ?? null },
    ...walk(node.replies, depth + 1),
  ]);
}

const readingOrder = (replies: readonly ReplyView[]): string[] =>
  replies.flatMap((one) => [one.id, ...readingOrder(one.replies)]);

describe('the layout of replies', () => {
  it('nests six levels and shows deeper ones at the sixth, each with whom it answers', () => {
    expect(walk(layOutReplies([chain(8)]))).toEqual([
      { id: 'r1', depth: 1, answers: null },
      { id: 'r2', depth: 2, answers: null },
      { id: 'r3', depth: 3, answers: null },
      { id: 'r4', depth: 4, answers: null },
      { id: 'r5', depth: 5, answers: null },
      { id: 'r6', depth: 6, answers: null },
      { id: 'r7', depth: 6, answers: 'r6' },
      { id: 'r8', depth: 6, answers: 'r7' },
    ]);
  });

  it('does not name the author of a deleted reply to those who answered it', () => {
    const nodes = layOutReplies([reply('gone', [reply('answer')], true)], 1);
    expect(nodes.map((node) => node.answers)).toEqual([null, { id: 'gone', author: null }]);
  });

  it('takes a chain of twenty thousand answers', () => {
    expect(layOutReplies([chain(20_000)], 1)).toHaveLength(20_000);
    expect(countReplies([chain(20_000)])).toBe(20_000);
  });

  it('loses none, doubles none and keeps the reading order, whatever the tree', () => {
    // Each node names an earlier one as its parent, or none: every forest, the deep ones included.
    const forest = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 60 }).map((rows) => {
      const nodes: ReplyView[] = [];
      const roots: ReplyView[] = [];
      rows.forEach(([pick, gone], at) => {
        const node = reply(`n${at}`, [], gone);
        const parent = at === 0 ? at : pick % (at + 1);
        const siblings = (nodes[parent]?.replies ?? roots) as ReplyView[];
        siblings.push(node);
        nodes.push(node);
      });
      return roots;
    });
    fc.assert(
      fc.property(forest, (replies) => {
        const shown = walk(layOutReplies(replies));
        expect(shown.map((one) => one.id)).toEqual(readingOrder(replies));
        expect(Math.max(0, ...shown.map((one) => one.depth))).toBeLessThanOrEqual(DEEPEST);
      }),
    );
  });

  it('counts replies at every depth, but no tombstone', () => {
    expect(countReplies([reply('a', [reply('b', [], true), reply('c', [reply('d')])])])).toBe(3);
  });
});
