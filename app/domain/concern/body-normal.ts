import type { Block, Body, List, ListItem, TextSpan } from './body';
import { isVisible, plainCharacters } from './characters';

const sameFormat = (a: TextSpan, b: TextSpan) => a.b === b.b && a.i === b.i && a.href === b.href;

/** A span with only the members it needs, so that equal bodies have equal JSON. */
function make(t: string, like: TextSpan): TextSpan {
  return {
    t,
    ...(like.b && { b: true }),
    ...(like.i && { i: true }),
    ...(like.href !== undefined && { href: like.href }),
  };
}

/**
 * A line break has no look of its own: between two pieces of one format it has theirs, elsewhere none. Without this a
 * body would change by passing through an editor, which keeps breaks apart from formatted words.
 */
function settleBreaks(spans: readonly TextSpan[]): TextSpan[] {
  const pieces = spans.flatMap((span) =>
    span.t
      .split(/(\n+)/)
      .filter((t) => t !== '')
      .map((t) => make(t, span)),
  );
  let before: TextSpan | undefined;
  let after = 0;
  return pieces.map((piece, at) => {
    if (!piece.t.startsWith('\n')) {
      before = piece;
      return piece;
    }
    after = Math.max(after, at + 1);
    while (pieces[after]?.t.startsWith('\n')) after++;
    const next = pieces[after];
    return make(piece.t, before && next && sameFormat(before, next) ? before : { t: '' });
  });
}

function pass(spans: readonly TextSpan[]): TextSpan[] {
  const merged: TextSpan[] = [];
  for (const span of settleBreaks(spans)) {
    const last = merged.at(-1);
    if (last && sameFormat(last, span)) merged[merged.length - 1] = make(last.t + span.t, last);
    else merged.push(span);
  }
  // Merging comes first: a letter and its accent may stand in two equal spans, and CR and LF too.
  const plain = merged.map((span) => make(plainCharacters(span.t), span));
  while (plain[0] && plain[0].t.trimStart() === '') plain.shift();
  while (plain.length > 0 && plain.at(-1)!.t.trimEnd() === '') plain.pop();
  if (plain[0]) plain[0] = make(plain[0].t.trimStart(), plain[0]);
  if (plain.length > 0) plain[plain.length - 1] = make(plain.at(-1)!.t.trimEnd(), plain.at(-1)!);
  return plain;
}

/** Characters made plain, equal neighbours merged, empty spans dropped, white space at both ends of the block dropped. */
export function normaliseSpans(spans: readonly TextSpan[]): TextSpan[] {
  const next = pass(spans);
  const settled =
    next.length === spans.length && next.every((span, at) => span.t === spans[at]!.t && sameFormat(span, spans[at]!));
  // Each pass can bring equal spans together or make a line end of other characters; two or three always settle it.
  return settled ? next : normaliseSpans(next);
}

const says = (spans: readonly TextSpan[]) => spans.some((span) => isVisible(span.t));

function normaliseList(list: List): List | undefined {
  const items: ListItem[] = [];
  for (const item of list.items) {
    const c = normaliseSpans(item.c);
    const sub = item.sub && normaliseList(item.sub);
    if (sub) items.push({ c: says(c) ? c : [], sub });
    else if (says(c)) items.push({ c });
  }
  return items.length > 0 ? { ordered: list.ordered, items } : undefined;
}

/** The one form of a body: spans as `normaliseSpans`, nothing that shows nothing. Idempotent; keeps order. */
export function normaliseBody(body: Body): Body {
  const blocks: Block[] = [];
  for (const block of body.blocks) {
    if (block.k === 'list') {
      const list = normaliseList(block);
      const last = blocks.at(-1);
      // Two lists of one kind with nothing between them are one list, to the eye and to every editor.
      if (list && last?.k === 'list' && last.ordered === list.ordered) {
        blocks[blocks.length - 1] = { ...last, items: [...last.items, ...list.items] };
      } else if (list) blocks.push({ k: 'list', ...list });
    } else {
      const c = normaliseSpans(block.c);
      if (says(c)) blocks.push({ k: block.k, c });
    }
  }
  return { v: 1, blocks };
}
