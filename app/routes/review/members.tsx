import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fail } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { InvitePanel, InvitationsPanel, MembersPanel, SettingsPanel } from '#app/features/review/members';
import { ReviewHead } from '#app/features/review/review-head';
import { FormFailure } from '#app/features/site/failure';
import { failed, valueOf } from '#app/http/answer.server';
import { formFields } from '#app/http/form.server';
import { changeMember } from '#app/operations/review/change-member.server';
import { invite } from '#app/operations/review/invite.server';
import { openReview } from '#app/operations/review/open-review.server';
import { revokeInvitation } from '#app/operations/review/revoke-invitation.server';
import { seeMembers } from '#app/operations/review/see-members.server';
import { seeSelf } from '#app/operations/review/see-self.server';
import { updateReview } from '#app/operations/review/update-review.server';
import { Notice } from '#app/ui/feedback';

export const meta: MetaFunction = () => [{ title: `${say('members.title')} · ${say('site.name')}` }];

export async function loader({ context: { actor, app }, params, request }: LoaderFunctionArgs) {
  const slug = params.review ?? '';
  const members = valueOf(await seeMembers(actor, app, slug), request);
  const review = valueOf(await openReview(actor, app, slug), request);
  const self = valueOf(await seeSelf(actor, app, slug), request);
  const { title, brief, visibility, role } = review;
  return { members, review: { slug, title, brief, visibility, role }, organisations: self.organisations };
}

export async function action({ context: { actor, app }, params, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const { intent, ...fields } = form.value;
  const slug = params.review ?? '';
  const result =
    intent === 'invite'
      ? await invite(actor, app, slug, fields)
      : intent === 'revoke'
        ? await revokeInvitation(actor, app, slug, fields.invitation ?? '')
        : intent === 'member'
          ? await changeMember(actor, app, slug, fields)
          : intent === 'settings'
            ? await updateReview(actor, app, slug, fields)
            : fail('invalid');
  return result.ok ? { ok: true as const, link: result.value?.link ?? null } : failed(result);
}

export default function Members() {
  const { members, review, organisations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer && !answer.ok ? answer : undefined;
  const runs = review.role === 'coordinator';
  return (
    <div className="stack">
      <ReviewHead review={review} tab="members" />
      <FormFailure failure={failure} />
      {answer?.ok && !answer.link ? (
        <Notice tone="good" live="status">
          {say('form.saved')}
        </Notice>
      ) : null}
      {runs ? (
        <InvitePanel link={answer?.ok ? answer.link : null} organisations={organisations} errors={failure?.fields} />
      ) : null}
      <MembersPanel members={members.members} runs={runs} />
      {runs ? <InvitationsPanel invitations={members.invitations} /> : null}
      {runs ? <SettingsPanel review={review} errors={failure?.fields} /> : null}
    </div>
  );
}
