import { Form } from '@remix-run/react';
import { CONSTITUENCIES, type Constituency } from '#app/domain/concern/taxonomy';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { day, say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';
import { Button } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Select, TextInput } from '#app/ui/fields';

type Errors = Readonly<Record<string, string>> | undefined;

export function OrganisationsPanel(props: {
  organisations: readonly { id: string; name: string; constituency: Constituency }[];
  errors: Errors;
}) {
  return (
    <Card as="section" className="stack">
      <h2>{say('account.organisations')}</h2>
      {props.organisations.length === 0 ? <p className="quiet">{say('account.no-organisations')}</p> : null}
      <ul className="plain-list">
        {props.organisations.map((one) => (
          <li key={one.id}>
            {one.name} <span className="quiet">· {taxonomyEn.constituencies[one.constituency]}</span>
          </li>
        ))}
      </ul>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="organisation" />
        <TextInput name="name" label={say('account.organisation')} required error={props.errors?.name} />
        <Select
          name="constituency"
          label={say('account.constituency')}
          options={CONSTITUENCIES.map((id) => ({ value: id, label: taxonomyEn.constituencies[id] }))}
          error={props.errors?.constituency}
        />
        <div className="form-actions">
          <Button type="submit">{say('account.register')}</Button>
        </div>
      </Form>
    </Card>
  );
}

export function PasswordPanel({ errors }: { errors: Errors }) {
  return (
    <Card as="section" className="stack">
      <h2>{say('account.password')}</h2>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="password" />
        <TextInput
          name="current"
          type="password"
          label={say('account.current')}
          autoComplete="current-password"
          required
          error={errors?.current}
        />
        <TextInput
          name="password"
          type="password"
          label={say('account.new')}
          hint={say('join.password-hint')}
          autoComplete="new-password"
          required
          error={errors?.password}
        />
        <div className="form-actions">
          <Button type="submit">{say('account.change')}</Button>
        </div>
      </Form>
    </Card>
  );
}

export function SessionsPanel({
  sessions,
}: {
  sessions: readonly { id: string; createdAt: string; current: boolean }[];
}) {
  return (
    <Card as="section" className="stack">
      <h2>{say('account.sessions')}</h2>
      <ul className="plain-list stack">
        {sessions.map((session) => (
          <li key={session.id} className="cluster">
            <span>{say('account.session', { day: day(session.createdAt) })}</span>
            {session.current ? (
              <Tag>{say('account.this')}</Tag>
            ) : (
              <Form method="post">
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="session" value={session.id} />
                <Button type="submit" size="small">
                  {say('account.end')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post">
        <input type="hidden" name="intent" value="end-session" />
        <Button type="submit">{say('account.end-others')}</Button>
      </Form>
    </Card>
  );
}
