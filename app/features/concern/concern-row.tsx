import type { ConcernSummary } from '#app/domain/concern/thread';
import type { ConcernWords } from '#app/domain/words/concern.en';
import type { TaxonomyWords } from '#app/domain/words/taxonomy.en';
import { Chip, SeverityBadge, Tag } from '#app/ui/badges';
import { Card } from '#app/ui/cards';
import { fill, plural } from './say';

export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}
export interface ConcernRowView extends ConcernSummary {
  /** Where the search found its words. */
  readonly excerpt?: readonly ExcerptPart[];
}

export interface ConcernRowProps {
  readonly concern: ConcernRowView;
  readonly href: string;
  readonly words: ConcernWords;
  readonly taxonomy: TaxonomyWords;
}

export function ConcernRow({ concern, href, words, taxonomy }: ConcernRowProps) {
  const gone = concern.summary === null;
  const { name, organisation, constituency } = concern.author;
  const who = [name, organisation, constituency && taxonomy.constituencies[constituency]].filter(Boolean);
  if (!name && !organisation) who.unshift(words.contributor);
  return (
    <Card as="li" hue={gone ? undefined : concern.category} className="concern-row">
      <div className="card-top">
        <h3 className="thread-number">
          <a className="card-link card-number" href={href}>
            {fill(words.concern, { number: concern.number })}
          </a>
        </h3>
        {gone ? null : (
          <>
            <Chip hue={concern.category}>{taxonomy.categories[concern.category]}</Chip>
            <SeverityBadge severity={concern.severity}>{taxonomy.severities[concern.severity]}</SeverityBadge>
          </>
        )}
        <Tag tone={concern.status === 'resolved' ? 'good' : undefined}>{taxonomy.statuses[concern.status]}</Tag>
      </div>
      <p className="thread-citation">
        {concern.placements.map((placement) => placement.citation || words.wholeTreaty).join(' · ')}
      </p>
      {gone ? (
        <p className="tombstone">{words.concernDeleted}</p>
      ) : (
        <p dir="auto">
          {concern.excerpt
            ? concern.excerpt.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))
            : concern.summary}
        </p>
      )}
      <p className="card-foot">
        {gone ? null : <span dir="auto">{who.join(' · ')}</span>}
        <span>{plural(words.replies, concern.replies, words.locale)}</span>
      </p>
    </Card>
  );
}
