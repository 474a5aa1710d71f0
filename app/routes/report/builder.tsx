import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { ReportBuilder } from '#app/features/report/report-builder';
import { ReviewHead } from '#app/features/review/review-head';
import { valueOf } from '#app/http/answer.server';
import { reportChoice } from '#app/http/query.server';
import { buildReport } from '#app/operations/report/build-report.server';
import { openReview } from '#app/operations/review/open-review.server';

export const meta: MetaFunction = () => [{ title: `${say('report.title')} · ${say('site.name')}` }];

export async function loader({ context: { actor, app }, params, request }: LoaderFunctionArgs) {
  const slug = params.review ?? '';
  const choice = reportChoice(new URL(request.url));
  const { title, role } = valueOf(await openReview(actor, app, slug), request);
  const { totals } = valueOf(await buildReport(actor, app, slug, choice), request);
  return { review: { slug, title, role }, choice, totals };
}

export default function Builder() {
  const { review, choice, totals } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <ReviewHead review={review} tab="report" />
      <ReportBuilder slug={review.slug} choice={choice} totals={totals} />
    </div>
  );
}
