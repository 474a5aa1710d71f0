/**
 * What one body may cost. `bytes`: UTF-8 bytes of its JSON; `depth`: objects inside objects (the body itself is 1);
 * `nodes`: objects in all (body, blocks, lists, items, spans).
 */
export const LIMITS = { bytes: 64 * 1024, depth: 12, nodes: 2000 } as const;

/** Lists inside lists that `LIMITS.depth` leaves room for: each level costs two objects, body and span one each. */
export const LIST_LEVELS = (LIMITS.depth - 2) / 2;

export type Excess = 'too-deep' | 'too-many' | 'forbidden-key';

/** UTF-8 bytes of a string; lone surrogates count three, as an encoder would write them. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    const pair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    bytes += unit < 0x800 ? 1 : 2;
    if (pair) at++;
  }
  return bytes;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Why a parsed JSON value cannot be a body, before anything looks at its shape; undefined when it may be one.
 * Without recursion, so that depth alone cannot bring the process down. Stops at the first excess.
 */
export function withinLimits(root: unknown): Excess | undefined {
  let nodes = 0;
  const open: { value: object; depth: number; arrays: number }[] = [];
  const push = (value: unknown, depth: number, arrays: number) => {
    if (typeof value === 'object' && value !== null) open.push({ value, depth, arrays });
  };
  push(root, 0, 0);
  for (let next = open.pop(); next; next = open.pop()) {
    const isArray = Array.isArray(next.value);
    const depth = next.depth + (isArray ? 0 : 1);
    const arrays = next.arrays + (isArray ? 1 : 0);
    if (depth > LIMITS.depth || arrays > LIMITS.depth) return 'too-deep';
    if (!isArray && ++nodes > LIMITS.nodes) return 'too-many';
    if (isArray) for (const value of next.value as unknown[]) push(value, depth, arrays);
    else
      for (const key of Object.keys(next.value)) {
        if (FORBIDDEN.has(key)) return 'forbidden-key';
        push((next.value as Record<string, unknown>)[key], depth, arrays);
      }
  }
  return undefined;
}
