import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { FormFailure } from '#app/features/site/failure';
import { failed, refusalHeaders } from '#app/http/answer.server';
import { signedIn } from '#app/http/cookie.server';
import { formFields } from '#app/http/form.server';
import { safeNext } from '#app/http/gate.server';
import { SESSION_DAYS } from '#app/operations/account/session.server';
import { signIn } from '#app/operations/account/sign-in.server';
import { Button } from '#app/ui/buttons';
import { PageHeader } from '#app/ui/cards';
import { TextInput } from '#app/ui/fields';

export const meta: MetaFunction = () => [{ title: `${say('sign-in.title')} · ${say('site.name')}` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'), context.app.publicUrl);
  if (context.actor.kind === 'person') throw redirect(next);
  return { next };
}

export const headers = refusalHeaders;

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const result = await signIn(context.actor, context.app, form.value, context);
  if (!result.ok) return failed(result);
  const headers = signedIn(result.value, context.app.publicUrl, SESSION_DAYS);
  throw redirect(safeNext(form.value.next ?? null, context.app.publicUrl), { headers });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <div className="stack is-narrow">
      <PageHeader title={say('sign-in.title')} lede={say('sign-in.invite')} />
      <FormFailure failure={failure} />
      <Form method="post" className="stack" reloadDocument>
        <input type="hidden" name="next" value={next} />
        <TextInput
          name="handle"
          label={say('sign-in.handle')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={failure?.fields?.handle}
        />
        <TextInput
          name="password"
          type="password"
          label={say('sign-in.password')}
          autoComplete="current-password"
          required
          error={failure?.fields?.password}
        />
        <div className="form-actions">
          <Button type="submit" tone="primary">
            {say('sign-in.submit')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
