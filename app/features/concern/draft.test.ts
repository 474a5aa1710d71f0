import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concernOfSlot,
  draftKey,
  draftOfKey,
  editReplySlot,
  editSlot,
  isDraft,
  newSlot,
  replySlot,
  settleSlot,
  worthKeeping,
  type Draft,
} from './draft';

const draft: Draft = {
  key: draftKey({ accountId: 'a1', review: 'cybercrime' }, 'reply:12:'),
  accountId: 'a1',
  review: 'cybercrime',
  slot: 'reply:12:',
  savedAt: 1,
  submission: 'key-1',
  revision: null,
  values: {},
  body: { v: 1, blocks: [{ k: 'p', c: [{ t: 'words' }] }] },
  passage: null,
};

describe('the place of a draft', () => {
  it('can be read back from its key, whatever characters the parts have', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (accountId, review, slot) => {
        expect(draftOfKey(draftKey({ accountId, review }, slot))).toEqual({ accountId, review, slot });
      }),
    );
  });

  it('differs between two people, two reviews, two texts and two parents', () => {
    const here = { scope: 'passage', textId: 't1', start: 3, end: 9 } as const;
    const keys = [
      draftKey({ accountId: 'a1', review: 'r1' }, newSlot(here)),
      draftKey({ accountId: 'a2', review: 'r1' }, newSlot(here)),
      draftKey({ accountId: 'a1', review: 'r2' }, newSlot(here)),
      draftKey({ accountId: 'a1', review: 'r1' }, newSlot({ ...here, textId: 't2' })),
      draftKey({ accountId: 'a1', review: 'r1' }, newSlot({ ...here, scope: 'treaty', start: null, end: null })),
      draftKey({ accountId: 'a1', review: 'r1' }, replySlot(12, null)),
      draftKey({ accountId: 'a1', review: 'r1' }, replySlot(12, 'p1')),
      draftKey({ accountId: 'a1', review: 'r1' }, replySlot(1, null)),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells the concern of every slot in a thread, and none for a new concern', () => {
    const slots = [replySlot(12, null), replySlot(12, 'p'), editSlot(12), editReplySlot(12, 'r'), settleSlot(12)];
    expect(slots.map(concernOfSlot)).toEqual([12, 12, 12, 12, 12]);
    expect(concernOfSlot(newSlot({ scope: 'passage', textId: 't', start: 12, end: 14 }))).toBeNull();
  });

  it.each(['', 'a/b', 'a/b/c/d', 'a/b/%'])('is nowhere for the key %j', (key) => {
    expect(draftOfKey(key)).toBeNull();
  });
});

describe('a draft', () => {
  it('is worth keeping for its words, not for choices alone', () => {
    expect(worthKeeping({ category: 'data', severity: 'serious' }, true)).toBe(false);
    expect(worthKeeping({}, false)).toBe(true);
    expect(worthKeeping({ reason: '  ' }, true)).toBe(false);
    expect(worthKeeping({ reason: 'Settled in article 24' }, true)).toBe(true);
  });

  it('is passed over when it is not of the shape that this version writes', () => {
    expect(isDraft(draft)).toBe(true);
    expect(isDraft({ ...draft, body: null })).toBe(true);
    for (const other of [
      null,
      'text',
      { ...draft, body: '<p>words</p>' },
      { ...draft, values: null },
      { ...draft, submission: undefined },
      { ...draft, passage: { scope: 'galaxy' } },
    ])
      expect(isDraft(other)).toBe(false);
  });
});
