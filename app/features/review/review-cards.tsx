import { say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';
import { Card } from '#app/ui/cards';
import { LinkButton } from '#app/ui/buttons';
import type { Role, Visibility } from '#app/domain/review/roles';

export interface ReviewCard {
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly treaty: string;
  readonly visibility: Visibility;
  readonly role: Role | null;
  readonly concerns: number;
}

/** One card a review: what it is on, how far it is, the two ways in. */
export function ReviewCards({ reviews }: { reviews: readonly ReviewCard[] }) {
  return (
    <div className="card-grid">
      {reviews.map((review) => (
        <Card as="article" key={review.slug} className="stack">
          <p className="eyebrow">{review.treaty}</p>
          <h2>
            <a href={`/reviews/${review.slug}`}>{review.title}</a>
          </h2>
          {review.brief ? <p>{review.brief}</p> : null}
          <p className="cluster quiet">
            <Tag>{say(`visibility.${review.visibility}`)}</Tag>
            {review.role ? <Tag>{say(`role.${review.role}`)}</Tag> : null}
            <span>{say('home.concerns', { count: review.concerns })}</span>
          </p>
          <p className="cluster">
            <LinkButton href={`/reviews/${review.slug}/read`} tone="primary" size="small">
              {say('home.read')}
            </LinkButton>
          </p>
        </Card>
      ))}
    </div>
  );
}
