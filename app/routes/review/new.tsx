import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fail } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { NewReviewForm } from '#app/features/review/new-review-form';
import { FormFailure } from '#app/features/site/failure';
import { failed, valueOf } from '#app/http/answer.server';
import { formFields } from '#app/http/form.server';
import { createReview } from '#app/operations/review/create-review.server';
import { listTreaties } from '#app/operations/treaty/list-treaties.server';
import { PageHeader } from '#app/ui/cards';

export const meta: MetaFunction = () => [{ title: `${say('new-review.title')} · ${say('site.name')}` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (context.actor.kind !== 'person') valueOf(fail('sign-in-needed'), request);
  const treaties = valueOf(await listTreaties(context.actor, context.app), request);
  const texts = treaties.flatMap((t) =>
    !t.reviewable
      ? []
      : t.versions.flatMap((v) => v.texts.map((x) => ({ id: x.id, name: `${t.title} · ${v.label} · ${x.language}` }))),
  );
  return { texts, chosen: new URL(request.url).searchParams.get('text') ?? '' };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const result = await createReview(context.actor, context.app, form.value);
  if (!result.ok) return failed(result);
  throw redirect(`/reviews/${result.value.slug}`);
}

export default function NewReview() {
  const { texts, chosen } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <div className="stack is-narrow">
      <PageHeader title={say('new-review.title')} />
      <FormFailure failure={failure} />
      <NewReviewForm texts={texts} chosen={chosen} errors={failure?.fields} />
    </div>
  );
}
