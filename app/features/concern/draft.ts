import type { Body } from '#app/domain/concern/body';
import { SCOPES, type Scope } from '#app/domain/concern/thread';

export interface DraftOwner {
  readonly accountId: string;
  /** The review's slug. */
  readonly review: string;
}

export interface DraftPassage {
  readonly scope: Scope;
  readonly textId: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly eId: string;
  readonly citation: string;
}

/** The fields that a person fills in, apart from the body. */
export const VALUE_FIELDS = ['category', 'severity', 'ask', 'organisation', 'attribution', 'reason'] as const;
export type Values = Readonly<Partial<Record<(typeof VALUE_FIELDS)[number], string>>>;

export interface DraftContent {
  readonly values: Values;
  readonly body: Body | null;
  readonly passage: DraftPassage | null;
  /** Stays the same until the server acknowledged it, so that a post that was tried before a crash is not doubled. */
  readonly submission: string;
  /** The revision that an edit started from. */
  readonly revision: number | null;
}

export interface Draft extends DraftContent, DraftOwner {
  readonly key: string;
  readonly slot: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** One draft per person, review and place; no two of those give the same key. */
export function draftKey(owner: DraftOwner, slot: string): string {
  return [owner.accountId, owner.review, slot].map(encodeURIComponent).join('/');
}

/** Its parts again; null for what is not a key. */
export function draftOfKey(key: string): (DraftOwner & { readonly slot: string }) | null {
  const parts = key.split('/');
  if (parts.length !== 3) return null;
  try {
    const [accountId, review, slot] = parts.map(decodeURIComponent) as [string, string, string];
    return { accountId, review, slot };
  } catch {
    return null;
  }
}

/** Offsets mean nothing without their text: the same numbers in another version are another passage. */
export function newSlot({ scope, textId, start, end }: Omit<DraftPassage, 'quote' | 'citation' | 'eId'>): string {
  return scope === 'treaty' ? `new:${textId}:treaty` : `new:${textId}:${start}-${end}`;
}

export const replySlot = (concern: number, parent: string | null): string => `reply:${concern}:${parent ?? ''}`;
export const editSlot = (concern: number): string => `edit:${concern}`;
export const editReplySlot = (concern: number, reply: string): string => `edit-reply:${concern}:${reply}`;
export const settleSlot = (concern: number): string => `settle:${concern}`;

/** The concern whose thread a slot stands in; null for a new concern. */
export function concernOfSlot(slot: string): number | null {
  const found = /^(?:reply|edit|edit-reply|settle):(\d+)(?::|$)/.exec(slot);
  return found ? Number(found[1]) : null;
}

/** Choices alone are quickly made again; only words are worth a draft. */
export function worthKeeping(values: Values, bodyIsEmpty: boolean): boolean {
  return !bodyIsEmpty || (values.reason ?? '').trim() !== '';
}

/** A body as it was stored by this browser or echoed by the server: looked at just enough to be shown and edited. */
export function isBody(value: unknown): value is Body {
  const body = value as { v?: unknown; blocks?: unknown } | null;
  return typeof body === 'object' && body !== null && body.v === 1 && Array.isArray(body.blocks);
}

/** A draft that this version can use; one that an older version wrote otherwise is passed over, never half shown. */
export function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  if (typeof draft !== 'object' || draft === null) return false;
  const strings = [draft.key, draft.accountId, draft.review, draft.slot, draft.submission];
  return (
    strings.every((part) => typeof part === 'string') &&
    typeof draft.values === 'object' &&
    draft.values !== null &&
    (draft.body === null || isBody(draft.body)) &&
    (draft.passage === null || (SCOPES as readonly unknown[]).includes(draft.passage?.scope))
  );
}
