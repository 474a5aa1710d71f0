import type { StatusChangeView, ThreadView } from '#app/domain/concern/thread';
import { Chip, SeverityBadge, Tag } from '#app/ui/badges';
import { authorName, day, fill, plural } from './say';
import { useTools } from './tools';

export function ThreadTop({ thread, headingId, compact }: { thread: ThreadView; headingId: string; compact: boolean }) {
  const { words, taxonomy, links } = useTools();
  const Heading = compact ? 'h3' : 'h2';
  const number = fill(words.concern, { number: thread.number });
  const href = links?.thread?.(thread.number);
  return (
    <header className="card-top">
      <Heading className="thread-number" id={headingId}>
        {href ? (
          <a className="card-number" href={href}>
            {number}
          </a>
        ) : (
          <span className="card-number">{number}</span>
        )}
      </Heading>
      {thread.body ? (
        <>
          <Chip hue={thread.category}>{taxonomy.categories[thread.category]}</Chip>
          <SeverityBadge severity={thread.severity}>{taxonomy.severities[thread.severity]}</SeverityBadge>
        </>
      ) : null}
      <Tag tone={thread.status === 'resolved' ? 'good' : undefined}>{taxonomy.statuses[thread.status]}</Tag>
    </header>
  );
}

/** Each passage that the concern is about: its citation leads to it in the reader. */
export function Placements({ thread }: { thread: ThreadView }) {
  const { words, links } = useTools();
  return thread.placements.map((placement, at) => {
    const citation = placement.citation || words.wholeTreaty;
    const href = links?.passage?.(placement);
    return (
      <div key={at} className="thread-passage">
        <p className="thread-citation">{href ? <a href={href}>{citation}</a> : citation}</p>
        {placement.quote ? (
          <blockquote className="card-quote" dir="auto">
            {placement.quote}
          </blockquote>
        ) : null}
      </div>
    );
  });
}

export function StatusHistory({ history, open }: { history: readonly StatusChangeView[]; open: boolean }) {
  const { words } = useTools();
  if (history.length === 0) return null;
  return (
    <details className="status-history" open={open}>
      <summary>{plural(words.history, history.length, words.locale)}</summary>
      <ol>
        {history.map((change, at) => (
          <li key={at}>
            {fill(change.status === 'resolved' ? words.wasResolved : words.wasReopened, {
              name: authorName(change.by, words),
              date: day(change.at, words.locale),
            })}{' '}
            <q dir="auto">{change.reason}</q>
          </li>
        ))}
      </ol>
    </details>
  );
}
