import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { JoinForm } from '#app/features/account/join-form';
import { FormFailure } from '#app/features/site/failure';
import { failed, refusalHeaders, valueOf } from '#app/http/answer.server';
import { signedIn } from '#app/http/cookie.server';
import { formFields } from '#app/http/form.server';
import { join, seeInvitation } from '#app/operations/account/join.server';
import { SESSION_DAYS } from '#app/operations/account/session.server';
import { PageHeader } from '#app/ui/cards';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const invitation = valueOf(await seeInvitation(context.actor, context.app, params.token ?? ''), request);
  return { invitation, account: context.actor.kind === 'person' ? { name: context.actor.name } : null };
}

export const headers = refusalHeaders;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const result = await join(context.actor, context.app, params.token ?? '', form.value, context.device);
  if (!result.ok) return failed(result);
  const { opened, review } = result.value;
  const headers = opened ? signedIn(opened, context.app.publicUrl, SESSION_DAYS) : undefined;
  throw redirect(review ? `/reviews/${review}` : '/', { headers });
}

export default function Join() {
  const { invitation, account } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { review, organisation } = invitation;
  const role = say(`role.${invitation.role}`);
  const lede =
    invitation.first || !review
      ? say('join.first-lede')
      : organisation
        ? say('join.lede-organisation', { review: review.title, role, organisation })
        : say('join.lede', { review: review.title, role });
  return (
    <div className="stack is-narrow">
      <PageHeader title={say(invitation.first ? 'join.first' : 'join.title')} lede={lede} />
      <FormFailure failure={failure} />
      <JoinForm account={account} failure={failure} />
    </div>
  );
}
