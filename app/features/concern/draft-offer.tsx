import { useEffect, useState } from 'react';
import type { ConcernWords } from '#app/domain/words/concern.en';
import { Button } from '#app/ui/buttons';
import { Notice } from '#app/ui/feedback';
import { concernOfSlot, type Draft, type DraftOwner } from './draft';
import { draftsOf, removeDraft } from './draft-store';
import { fill } from './say';

export interface DraftOfferProps {
  readonly owner: DraftOwner | null;
  readonly words: ConcernWords;
  /** Opens the form that the draft belongs to, which restores it by itself. */
  onContinue(draft: Draft): void;
}

/** Words that were never posted, offered when the reader opens. */
export function DraftOffer({ owner, words, onContinue }: DraftOfferProps) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const accountId = owner?.accountId;
  const review = owner?.review;
  useEffect(() => {
    setDrafts([]);
    if (accountId === undefined || review === undefined) return;
    let here = true;
    draftsOf(accountId, review).then(
      (found) => here && setDrafts(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [accountId, review]);

  const without = (draft: Draft) => setDrafts((now) => now.filter((other) => other.key !== draft.key));
  return drafts.map((draft) => (
    <Notice key={draft.key} live="status">
      <p>{sentence(draft, words)}</p>
      <p className="cluster">
        <Button
          size="small"
          onClick={() => {
            without(draft);
            onContinue(draft);
          }}
        >
          {words.draft.continue}
        </Button>
        <Button
          size="small"
          tone="quiet"
          onClick={() => {
            without(draft);
            void removeDraft(draft, draft.slot);
          }}
        >
          {words.draft.discard}
        </Button>
      </p>
    </Notice>
  ));
}

function sentence(draft: Draft, words: ConcernWords): string {
  const number = concernOfSlot(draft.slot);
  if (number !== null) return fill(words.draft.unpostedReply, { number });
  return fill(words.draft.unposted, { citation: draft.passage?.citation || words.wholeTreaty });
}
