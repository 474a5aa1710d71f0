import { useEffect, useMemo, useState } from 'react';
import type { ThreadView } from '#app/domain/concern/thread';
import type { ReaderSelf } from '#app/domain/review/reader';
import { ATTRIBUTIONS } from '#app/domain/review/roles';
import { concernEn } from '#app/domain/words/concern.en';
import { word } from '#app/domain/words/plain';
import type { DraftPassage } from '#app/features/concern/draft';
import { DraftOffer } from '#app/features/concern/draft-offer';
import { NewConcernForm } from '#app/features/concern/new-concern-form';
import { Thread } from '#app/features/concern/thread';
import { Notice } from '#app/ui/feedback';
import { concernTools, submitTo } from '../concern/tools';

interface InReview {
  readonly slug: string;
  readonly self: ReaderSelf | null;
}

/** What forms and threads of one review need; the same object as long as review and person are the same. */
const useWriting = ({ slug, self }: InReview) =>
  useMemo(
    () => ({
      ...concernTools(slug),
      organisations: self?.organisations ?? [],
      attributions: ATTRIBUTIONS,
      drafts: self?.account ? { accountId: self.account.id, review: slug } : null,
    }),
    [slug, self],
  );

export interface MarginThreadProps extends InReview {
  readonly number: number;
  /** Grows when the thread has news. */
  readonly news: number;
  onPosted(): void;
}

/** The open thread in the margin: fetched when it opens and whenever it has news; what one is writing in it stays. */
export function MarginThread({ slug, self, number, news, onPosted }: MarginThreadProps) {
  const tools = useWriting({ slug, self });
  const [thread, setThread] = useState<ThreadView | null>(null);
  const [lost, setLost] = useState(false);
  const [posted, setPosted] = useState(0);
  const address = `/reviews/${slug}/concerns/${number}`;
  useEffect(() => {
    let here = true;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const load = () =>
      fetch(`${address}/thread`)
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const loaded = (await response.json()) as ThreadView;
          if (!here) return;
          setThread(loaded);
          setLost(false);
        })
        .catch(() => {
          if (!here) return;
          setLost(true);
          pause = setTimeout(() => void load(), 4000);
        });
    void load();
    return () => {
      here = false;
      clearTimeout(pause);
    };
  }, [address, news, posted]);
  if (!thread) return <p className="quiet">{lost ? word('reader.lost') : word('reader.loading')}</p>;
  return (
    <>
      <Thread
        {...tools}
        compact
        thread={thread}
        actionUrl={address}
        submit={submitTo(`${address}/thread`)}
        onPosted={() => {
          setPosted((n) => n + 1);
          onPosted();
        }}
      />
      {self !== null && self.account === null ? (
        <Notice>
          <a href={`/sign-in?next=${encodeURIComponent(address)}`}>{word('reader.sign-in')}</a>
        </Notice>
      ) : null}
    </>
  );
}

export interface RaiseFormProps extends InReview {
  readonly passage: DraftPassage;
  onCancel(): void;
  onPosted(number: number): void;
}

/** The form "New concern" beside its passage. */
export function RaiseForm({ slug, self, passage, onCancel, onPosted }: RaiseFormProps) {
  const tools = useWriting({ slug, self });
  return (
    <NewConcernForm
      {...tools}
      passage={passage}
      actionUrl={`/reviews/${slug}/read`}
      submit={submitTo(`/reviews/${slug}/raise`)}
      autoFocus
      onCancel={onCancel}
      onPosted={(_intent, value) => onPosted((value as { number: number }).number)}
    />
  );
}

export interface KeptDraftsProps extends InReview {
  onPassage(passage: DraftPassage): void;
  onConcern(number: number): void;
}

/** Words that were never posted, offered when the reader opens. */
export function KeptDrafts({ slug, self, onPassage, onConcern }: KeptDraftsProps) {
  return (
    <DraftOffer
      owner={self?.account ? { accountId: self.account.id, review: slug } : null}
      words={concernEn}
      onContinue={(draft) => {
        const number = /:(\d+)/.exec(draft.slot);
        if (draft.passage) onPassage(draft.passage);
        else if (number) onConcern(Number(number[1]));
      }}
    />
  );
}
