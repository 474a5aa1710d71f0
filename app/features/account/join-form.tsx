import { Form } from '@remix-run/react';
import type { Failure } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { Button } from '#app/ui/buttons';
import { TextInput } from '#app/ui/fields';

/** Makes an account; whoever is signed in already only confirms. */
export function JoinForm({ account, failure }: { account: { name: string } | null; failure: Failure | undefined }) {
  const errors = failure?.fields ?? {};
  return (
    <Form method="post" className="stack" reloadDocument>
      {account ? (
        <p>{say('join.as', { name: account.name })}</p>
      ) : (
        <>
          <TextInput
            name="name"
            label={say('join.name')}
            hint={say('join.name-hint')}
            autoComplete="name"
            required
            error={errors.name}
          />
          <TextInput
            name="handle"
            label={say('sign-in.handle')}
            hint={say('join.handle-hint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            error={errors.handle}
          />
          <TextInput
            name="password"
            type="password"
            label={say('sign-in.password')}
            hint={say('join.password-hint')}
            autoComplete="new-password"
            required
            error={errors.password}
          />
        </>
      )}
      <div className="form-actions">
        <Button type="submit" tone="primary">
          {account ? say('join.take') : say('join.submit')}
        </Button>
      </div>
    </Form>
  );
}
