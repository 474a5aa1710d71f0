import { Form } from '@remix-run/react';
import type { Outline } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { Button, LinkButton } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Select, TextInput } from '#app/ui/fields';
import { Notice, Progress } from '#app/ui/feedback';
import { OutlineTree, countKinds } from './outline-tree';

export function UploadForm({ busy, error }: { busy: boolean; error: string | undefined }) {
  return (
    <Form method="post" encType="multipart/form-data" className="stack is-narrow">
      <TextInput
        name="file"
        type="file"
        label={say('import.file')}
        hint={say('import.file-hint')}
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        required
        error={error}
      />
      <div className="form-actions">
        <Button type="submit" tone="primary" busy={busy}>
          {say('import.read')}
        </Button>
        {busy ? <Progress label={say('import.read')} /> : null}
      </div>
    </Form>
  );
}

export interface ConfirmFormProps {
  readonly outline: Outline;
  readonly upload: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string>> | null;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly busy: boolean;
}

/** What was found in the file, uncertain things first, and what is still to say before it is stored. */
export function ConfirmForm({ outline, upload, name, values, errors, busy }: ConfirmFormProps) {
  const counts = countKinds(outline.provisions);
  const value = (field: string, otherwise: string) => values?.[field] ?? otherwise;
  return (
    <div className="with-aside">
      <div className="stack">
        <Notice tone={outline.uncertain.length > 0 ? 'warn' : 'good'} title={say('import.found', counts)}>
          <p>{say('import.uncertain', { count: outline.uncertain.length })}</p>
          <ul>
            {outline.uncertain.map((one, i) => (
              <li key={i}>
                {one.what} <span className="quiet">({one.where})</span>
              </li>
            ))}
          </ul>
        </Notice>
        <Card as="section" className="stack">
          <h2>{say('import.outline')}</h2>
          <OutlineTree provisions={outline.provisions} uncertain={new Set(outline.uncertain.map((one) => one.where))} />
        </Card>
        {outline.furniture.length > 0 ? (
          <details>
            <summary>{say('import.furniture', { count: outline.furniture.length })}</summary>
            <ul className="quiet">
              {outline.furniture.slice(0, 500).map((one, i) => (
                <li key={i}>
                  {one.line}: {one.text.slice(0, 200)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <Form method="post" encType="multipart/form-data" className="card stack">
        <input type="hidden" name="upload" value={upload} />
        <input type="hidden" name="name" value={name} />
        <TextInput
          name="title"
          label={say('import.treaty-title')}
          defaultValue={value('title', outline.title)}
          required
          error={errors?.title}
        />
        <TextInput
          name="version"
          label={say('import.version')}
          hint={say('import.version-hint')}
          defaultValue={value('version', '')}
          required
          error={errors?.version}
        />
        <TextInput
          name="language"
          label={say('import.language')}
          defaultValue={value('language', outline.language)}
          required
          error={errors?.language}
        />
        <Select
          name="official"
          label={say('import.official')}
          options={[
            { value: 'official', label: say('import.is-official') },
            { value: 'unofficial', label: say('import.is-unofficial') },
          ]}
          defaultValue={value('official', 'official')}
        />
        <Select
          name="visibility"
          label={say('import.visibility')}
          options={[
            { value: 'private', label: say('import.visibility-private') },
            { value: 'public', label: say('import.visibility-public') },
          ]}
          defaultValue={value('visibility', 'private')}
        />
        <div className="form-actions">
          <Button type="submit" tone="primary" busy={busy}>
            {say('import.confirm')}
          </Button>
          <LinkButton href="/treaties/import">{say('import.again')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}
