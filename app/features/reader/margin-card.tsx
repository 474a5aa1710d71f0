import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { ConcernCard, ConcernMark } from '#app/domain/concern/mark';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { Chip, SeverityBadge, Tag } from '#app/ui/badges';
import { fill, plural } from './say';

export interface MarginCardProps {
  concern: ConcernMark;
  /** Null until its words have come: the passage and the rest stand already. */
  card: ConcernCard | null;
  /** The words that it is about; empty where the server draws, which leaves them to the text. */
  quote: string;
  language: string;
  href: string;
  lit: boolean;
  words: ReaderWords;
  onOpen: (number: number) => void;
  onLight: (number: number | null) => void;
}

/** A concern in short. It is a link, so that it works before scripts and in a new tab. */
export const MarginCard = memo(function MarginCard(props: MarginCardProps) {
  const { concern, card, quote, language, href, lit, words, onOpen, onLight } = props;
  const { number, category, severity, status, placements } = concern;
  const first = placements[0];
  const where = first?.scope === 'treaty' ? words.wholeTreaty : (card?.citation ?? '');
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    if ((event.target as Element).closest('a:not(.card-open)')) return;
    event.preventDefault();
    onOpen(number);
  };
  return (
    // The link inside is what keyboards and screen readers use; the card only gives the mouse a larger place to press.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the button inside does the same for the keyboard
    <article
      className={`concern-card c-${category}${lit ? ' is-lit' : ''}${status === 'resolved' ? ' is-resolved' : ''}`}
      aria-label={fill(words.concern, { number })}
      onClick={onClick}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onLight(number)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onLight(null)}
      onFocus={() => onLight(number)}
      onBlur={() => onLight(null)}
    >
      <div className="card-top">
        <Chip hue={category}>{words.taxonomy.categories[category]}</Chip>
        <span className="card-number">
          {status === 'resolved' ? <Tag>{words.taxonomy.statuses.resolved}</Tag> : null} {number}
        </span>
      </div>
      {quote ? (
        <q className="card-quote" lang={language} dir="auto">
          {quote}
        </q>
      ) : where ? (
        <div className="card-who">{where}</div>
      ) : null}
      <p className={`card-body${concern.gone ? ' tombstone' : ''}${card ? '' : ` lines-${lines(concern.length)}`}`}>
        <a className="card-open" href={href} data-concern={number} dir="auto">
          {card ? (card.summary ?? words.removed) : words.loading}
        </a>
      </p>
      <div className="card-foot">
        <SeverityBadge severity={severity}>{words.taxonomy.severities[severity]}</SeverityBadge>
        {card ? <Said {...card} words={words} /> : null}
      </div>
    </article>
  );
});

function Said({ author, replies, words }: ConcernCard & Pick<MarginCardProps, 'words'>) {
  const organisation = author.name ? author.organisation : null;
  return (
    <>
      <span>
        <bdi>{author.name ?? author.organisation ?? words.contributor}</bdi>
        {organisation ? (
          <span className="card-org">
            , <bdi>{organisation}</bdi>
          </span>
        ) : null}
      </span>
      {replies > 0 ? <span>{plural(words.replies, replies, words.locale)}</span> : null}
    </>
  );
}

/** About how many lines the words will take. */
const lines = (length: number): number => Math.min(4, Math.max(1, Math.ceil(length / 44)));
