import { useEffect, useId, useMemo, useState } from 'react';
import type { ThreadView } from '#app/domain/concern/thread';
import { BodyView } from '#app/ui/body';
import { Notice } from '#app/ui/feedback';
import './concern.css';
import { concernOfSlot } from './draft';
import { draftsOf } from './draft-store';
import { countReplies, layOutReplies } from './reply-layout';
import { ReplyItem } from './reply-item';
import { fill, plural } from './say';
import { DeleteAction, EditConcernAction, ReplyAction, SettleAction } from './thread-forms';
import { Placements, StatusHistory, ThreadTop } from './thread-head';
import { DraftSlots, ToolsProvider, useTools, type Intent, type Tools } from './tools';
import { EditedMark, When, Who } from './who';

export interface ThreadProps extends Tools {
  readonly thread: ThreadView;
  /** In the margin: a smaller heading, the history of status folded. */
  readonly compact?: boolean;
}

/** One concern with its replies and everything the viewer may do with them. */
export function Thread({ thread, compact = false, ...tools }: ThreadProps) {
  const [said, setSaid] = useState('');
  const onPosted = (intent: Intent, value: unknown) => {
    setSaid(tools.words.posted);
    tools.onPosted?.(intent, value);
  };
  return (
    <ToolsProvider value={{ ...tools, onPosted }}>
      <DraftSlots.Provider value={useDraftSlots(tools.drafts ?? null, thread.number)}>
        <Concern thread={thread} compact={compact} />
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </DraftSlots.Provider>
    </ToolsProvider>
  );
}

function Concern({ thread, compact }: { thread: ThreadView; compact: boolean }) {
  const { words, failure } = useTools();
  const id = useId();
  const nodes = useMemo(() => layOutReplies(thread.replies), [thread.replies]);
  const count = countReplies(thread.replies);
  const hue = thread.body ? `c-${thread.category}` : '';
  const settled = thread.status === 'resolved' ? 'is-resolved' : '';
  const parts = (
    <>
      <ThreadTop thread={thread} headingId={`${id}-heading`} compact={compact} />
      <Placements thread={thread} />
      {failure && !failure.sent ? (
        <Notice tone="danger">
          <p>{failure.detail ?? words.failures[failure.code]}</p>
        </Notice>
      ) : null}
      <ConcernWordsPart thread={thread} />
      <StatusHistory history={thread.history} open={!compact} />
      <Actions thread={thread} describedBy={`${id}-heading`} />
      {nodes.length > 0 ? (
        <section className="thread-replies" aria-label={fill(words.repliesTo, { number: thread.number })}>
          <p className="card-foot">{plural(words.replies, count, words.locale)}</p>
          <ol className="replies">
            {nodes.map((node) => (
              <ReplyItem key={node.reply.id} node={node} number={thread.number} />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
  // In the margin the card around it is the reader's: an article inside its like would be announced twice.
  if (compact) return parts;
  return (
    <article
      className={`concern-card is-open ${hue} ${settled}`.trim()}
      id={`concern-${thread.number}`}
      aria-labelledby={`${id}-heading`}
    >
      {parts}
    </article>
  );
}

/** What its author wrote; of a deleted concern nothing but that it was deleted. */
function ConcernWordsPart({ thread }: { thread: ThreadView }) {
  const { words, taxonomy, links } = useTools();
  if (!thread.body) return <p className="tombstone">{words.concernDeleted}</p>;
  return (
    <>
      <p className="card-who">
        <Who author={thread.author} />
        <span className="card-when">
          <When at={thread.createdAt} />
        </span>
      </p>
      <div className="card-body" dir="auto">
        <BodyView body={thread.body} />
      </div>
      {thread.ask || thread.editedAt ? (
        <p className="card-foot">
          {thread.ask ? (
            <span>
              {words.asks} <b>{taxonomy.asks[thread.ask]}</b>
            </span>
          ) : null}
          <EditedMark at={thread.editedAt} href={links?.history?.(thread.number)} />
        </p>
      ) : null}
    </>
  );
}

function Actions({ thread, describedBy }: { thread: ThreadView; describedBy: string }) {
  const { can, number } = thread;
  if (!can.reply && !can.settle && !can.edit && !can.remove) return null;
  return (
    <div className="card-actions thread-actions">
      {can.reply ? <ReplyAction number={number} parent={null} describedBy={describedBy} /> : null}
      {can.settle ? <SettleAction thread={thread} describedBy={describedBy} /> : null}
      {can.edit && thread.body ? <EditConcernAction thread={thread} describedBy={describedBy} /> : null}
      {can.remove && thread.body ? <DeleteAction number={number} reply={null} describedBy={describedBy} /> : null}
    </div>
  );
}

/** The slots of one concern that hold a draft when its thread is shown, so that unposted words are seen again. */
function useDraftSlots(owner: Tools['drafts'] | null, number: number): ReadonlySet<string> {
  const [slots, setSlots] = useState<ReadonlySet<string>>(new Set());
  const accountId = owner?.accountId;
  const review = owner?.review;
  useEffect(() => {
    if (accountId === undefined || review === undefined) return;
    let here = true;
    draftsOf(accountId, review).then(
      (drafts) => {
        const mine = drafts.map((draft) => draft.slot).filter((slot) => concernOfSlot(slot) === number);
        if (here && mine.length > 0) setSlots(new Set(mine));
      },
      // Each form says for itself that nothing can be kept.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [accountId, review, number]);
  return slots;
}
