import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { OverviewParts } from '#app/features/review/overview';
import { ReviewHead } from '#app/features/review/review-head';
import { valueOf } from '#app/http/answer.server';
import { openReview } from '#app/operations/review/open-review.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.review.title ?? ''} · ${say('site.name')}` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return { review: valueOf(await openReview(context.actor, context.app, params.review ?? ''), request) };
}

export default function Overview() {
  const { review } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <ReviewHead review={review} tab="overview" />
      <OverviewParts review={review} />
    </div>
  );
}
