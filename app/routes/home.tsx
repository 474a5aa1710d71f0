import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { ReviewCards } from '#app/features/review/review-cards';
import { valueOf } from '#app/http/answer.server';
import { listReviews } from '#app/operations/review/list-reviews.server';
import { PageHeader } from '#app/ui/cards';
import { LinkButton } from '#app/ui/buttons';
import { EmptyState } from '#app/ui/feedback';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reviews = valueOf(await listReviews(context.actor, context.app), request);
  return { reviews, signedIn: context.actor.kind === 'person' };
}

export default function Home() {
  const { reviews, signedIn } = useLoaderData<typeof loader>();
  const open = signedIn ? (
    <LinkButton href="/reviews/new" tone="primary">
      {say('home.new')}
    </LinkButton>
  ) : null;
  return (
    <div className="stack">
      <PageHeader title={say('home.title')} lede={say('home.lede')} actions={open} />
      {reviews.length > 0 ? (
        <ReviewCards reviews={reviews} />
      ) : (
        <EmptyState title={say('home.empty')} text={say('home.empty-text')} action={open} />
      )}
    </div>
  );
}
