import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fail } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { OrganisationsPanel, PasswordPanel, SessionsPanel } from '#app/features/account/account-panels';
import { FormFailure } from '#app/features/site/failure';
import { failed, refusalHeaders, valueOf } from '#app/http/answer.server';
import { formFields } from '#app/http/form.server';
import { changePassword } from '#app/operations/account/change-password.server';
import { endSession } from '#app/operations/account/end-session.server';
import { foundOrganisation } from '#app/operations/account/found-organisation.server';
import { seeAccount } from '#app/operations/account/see-account.server';
import { PageHeader } from '#app/ui/cards';
import { Notice } from '#app/ui/feedback';

export const meta: MetaFunction = () => [{ title: `${say('account.title')} · ${say('site.name')}` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { account: valueOf(await seeAccount(context.actor, context.app), request) };
}

export const headers = refusalHeaders;

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const { intent, ...fields } = form.value;
  const { actor, app } = context;
  const result =
    intent === 'password'
      ? await changePassword(actor, app, fields)
      : intent === 'end-session'
        ? await endSession(actor, app, fields.session || null)
        : intent === 'organisation'
          ? await foundOrganisation(actor, app, fields)
          : fail('invalid');
  return result.ok ? { ok: true as const, intent: String(intent) } : failed(result);
}

export default function Account() {
  const { account } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer && !answer.ok ? answer : undefined;
  const done = answer?.ok ? answer.intent : undefined;
  return (
    <div className="stack is-narrow">
      <PageHeader title={say('account.title')} lede={`${account.name} · ${account.handle}`} />
      {done === 'password' ? (
        <Notice tone="good" live="status">
          {say('account.changed')}
        </Notice>
      ) : null}
      {done === 'organisation' ? (
        <Notice tone="good" live="status">
          {say('account.registered')}
        </Notice>
      ) : null}
      <FormFailure failure={failure} />
      <OrganisationsPanel organisations={account.organisations} errors={failure?.fields} />
      <PasswordPanel errors={failure?.fields} />
      <SessionsPanel sessions={account.sessions} />
    </div>
  );
}
