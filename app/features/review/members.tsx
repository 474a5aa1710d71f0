import { Form } from '@remix-run/react';
import { ROLES, type Role, type Visibility } from '#app/domain/review/roles';
import { day, say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';
import { Button } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Select, TextInput } from '#app/ui/fields';
import { Notice } from '#app/ui/feedback';
import { DataTable } from '#app/ui/tables';
import { TitleAndBrief, VisibilityChoice } from './new-review-form';

type Errors = Readonly<Record<string, string>> | undefined;

export function InvitePanel(props: {
  link: string | null;
  organisations: readonly { id: string; name: string }[];
  errors: Errors;
}) {
  return (
    <Card as="section" className="stack">
      <h2>{say('members.invite')}</h2>
      <p className="quiet">{say('members.invite-lede')}</p>
      {props.link ? (
        <Notice tone="good" live="status">
          <TextInput name="link" label={say('members.link')} value={props.link} readOnly className="copy-field" />
        </Notice>
      ) : null}
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="invite" />
        <Select
          name="role"
          label={say('members.invite-role')}
          options={ROLES.map((role) => ({ value: role, label: `${say(`role.${role}`)}: ${say(`role.${role}-hint`)}` }))}
          defaultValue="reviewer"
          error={props.errors?.role}
        />
        {props.organisations.length > 0 ? (
          <Select
            name="organisation"
            label={say('members.invite-organisation')}
            options={[
              { value: '', label: say('members.invite-none') },
              ...props.organisations.map((o) => ({ value: o.id, label: o.name })),
            ]}
            error={props.errors?.organisation}
          />
        ) : null}
        <TextInput
          name="note"
          label={say('members.invite-note')}
          hint={say('members.invite-note-hint')}
          error={props.errors?.note}
        />
        <div className="form-actions">
          <Button type="submit" tone="primary">
            {say('members.invite-submit')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

export function MembersPanel(props: {
  members: readonly { account: string; name: string; handle: string; role: Role }[];
  runs: boolean;
}) {
  return (
    <DataTable
      caption={say('members.title')}
      rows={props.members}
      rowKey={(member) => member.account}
      columns={[
        { key: 'name', heading: say('members.name'), rowHeading: true, cell: (m) => <bdi>{m.name}</bdi> },
        {
          key: 'role',
          heading: say('members.invite-role'),
          cell: (m) => (props.runs ? <RoleForm member={m} /> : <Tag>{say(`role.${m.role}`)}</Tag>),
        },
      ]}
    />
  );
}

function RoleForm({ member }: { member: { account: string; name: string; role: Role } }) {
  return (
    <Form method="post" className="cluster">
      <input type="hidden" name="intent" value="member" />
      <input type="hidden" name="account" value={member.account} />
      <Select
        name="role"
        id={`role-${member.account}`}
        label={say('members.role', { name: member.name })}
        labelHidden
        defaultValue={member.role}
        options={[
          ...ROLES.map((role) => ({ value: role, label: say(`role.${role}`) })),
          { value: 'none', label: say('members.remove') },
        ]}
      />
      <Button type="submit" size="small">
        {say('members.change')}
      </Button>
    </Form>
  );
}

export function InvitationsPanel(props: {
  invitations: readonly { id: string; role: Role; note: string; organisation: string | null; expiresAt: string }[];
}) {
  if (props.invitations.length === 0) return null;
  return (
    <Card as="section" className="stack">
      <h2>{say('members.open-invitations')}</h2>
      <ul className="plain-list stack">
        {props.invitations.map((one) => (
          <li key={one.id} className="cluster">
            <span>
              {say(`role.${one.role}`)} {one.organisation ? `· ${one.organisation}` : ''}{' '}
              {one.note ? `· ${one.note}` : ''}{' '}
              <span className="quiet">{say('members.expires', { day: day(one.expiresAt) })}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="intent" value="revoke" />
              <input type="hidden" name="invitation" value={one.id} />
              <Button type="submit" size="small">
                {say('members.revoke')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function SettingsPanel(props: {
  review: { title: string; brief: string; visibility: Visibility };
  errors: Errors;
}) {
  return (
    <Card as="section" className="stack">
      <h2>{say('members.settings')}</h2>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="settings" />
        <TitleAndBrief errors={props.errors} title={props.review.title} brief={props.review.brief} />
        <VisibilityChoice value={props.review.visibility} error={props.errors?.visibility} />
        <div className="form-actions">
          <Button type="submit">{say('form.save')}</Button>
        </div>
      </Form>
    </Card>
  );
}
