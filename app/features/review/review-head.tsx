import type { Role } from '#app/domain/review/roles';
import { say } from '#app/domain/words/words';
import { LinkButton } from '#app/ui/buttons';
import { PageHeader } from '#app/ui/cards';
import { Tabs } from '#app/ui/navigation';

export interface ReviewHeadProps {
  readonly review: {
    readonly slug: string;
    readonly title: string;
    readonly brief?: string;
    readonly role?: Role | null;
  };
  readonly tab: 'overview' | 'concerns' | 'members' | 'report';
}

/** The head that all pages of a review share: its name, its rooms, the way into the treaty. */
export function ReviewHead({ review, tab }: ReviewHeadProps) {
  const base = `/reviews/${review.slug}`;
  const tabs = [
    { id: 'overview', href: base, label: say('review.overview') },
    { id: 'concerns', href: `${base}/concerns`, label: say('review.concerns') },
    ...(review.role ? [{ id: 'members', href: `${base}/members`, label: say('review.members') }] : []),
    { id: 'report', href: `${base}/report`, label: say('review.report') },
  ];
  return (
    <>
      <PageHeader
        title={review.title}
        lede={tab === 'overview' ? review.brief : undefined}
        actions={
          <LinkButton href={`${base}/read`} tone="primary">
            {say('review.read-treaty')}
          </LinkButton>
        }
      />
      <Tabs label={say('review.tabs')} tabs={tabs.map(({ id, ...rest }) => ({ ...rest, current: id === tab }))} />
    </>
  );
}
