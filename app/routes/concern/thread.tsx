import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { ATTRIBUTIONS } from '#app/domain/review/roles';
import { say } from '#app/domain/words/words';
import { Thread } from '#app/features/concern/thread';
import { useLive } from '#app/features/live/use-live';
import { ReviewHead } from '#app/features/review/review-head';
import { failed, valueOf } from '#app/http/answer.server';
import { actOnThread } from '#app/http/concern-actions.server';
import { formFields } from '#app/http/form.server';
import { STATUS } from '#app/http/status';
import { concernNumber } from '#app/http/query.server';
import { readThread } from '#app/operations/concern/read-thread.server';
import { openReview } from '#app/operations/review/open-review.server';
import { seeSelf } from '#app/operations/review/see-self.server';
import { concernTools, submitTo } from './tools';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${say('thread.title', { number: String(loaded?.thread.number ?? '') })} · ${say('site.name')}` },
];

export async function loader({ context: { actor, app }, params, request }: LoaderFunctionArgs) {
  const slug = params.review ?? '';
  const thread = valueOf(await readThread(actor, app, slug, concernNumber(params.id)), request);
  const self = valueOf(await seeSelf(actor, app, slug), request);
  const { title, role, sequence } = valueOf(await openReview(actor, app, slug), request);
  return { thread, self, review: { slug, title, role }, sequence };
}

/** Without scripts: back to the thread, or the thread again with what was refused and what was sent. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const result = await actOnThread(
    context.actor,
    context.app,
    params.review ?? '',
    concernNumber(params.id),
    form.value,
  );
  if (result.ok) throw redirect(`/reviews/${params.review}/concerns/${params.id}`);
  return data({ ...result, sent: form.value }, { status: STATUS[result.code] });
}

export default function ThreadPage() {
  const { thread, self, review, sequence } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  useLive(review.slug, sequence, { onEvent: (event) => event.concern === thread.number && revalidate() });
  const address = `/reviews/${review.slug}/concerns/${thread.number}`;
  return (
    <div className="stack">
      <ReviewHead review={review} tab="concerns" />
      <Thread
        {...concernTools(review.slug)}
        thread={thread}
        actionUrl={address}
        submit={submitTo(`${address}/thread`)}
        organisations={self.organisations}
        attributions={ATTRIBUTIONS}
        drafts={self.account && { accountId: self.account.id, review: review.slug }}
        failure={failure ?? null}
        onPosted={() => revalidate()}
      />
    </div>
  );
}
