import { Form } from '@remix-run/react';
import type { Outline } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { Button, LinkButton } from '#app/ui/buttons';
import { Select, TextInput } from '#app/ui/fields';
import { Progress } from '#app/ui/feedback';

export function UploadForm({ busy, error }: { busy: boolean; error: string | undefined }) {
  return (
    <Form method="post" encType="multipart/form-data" className="stack is-narrow">
      <TextInput
        name="file"
        type="file"
        label={say('import.file')}
        hint={say('import.file-hint')}
        accept=".pdf,.docx,.html,.htm,.xml,.akn,.txt,.md,.markdown,.json"
        required
        error={error}
      />
      <div className="form-actions">
        <Button type="submit" tone="primary" busy={busy}>
          {say('import.read')}
        </Button>
        {busy ? <Progress label={say('import.read')} /> : null}
      </div>
      <p className="quiet" role="status">
        {busy ? say('import.sending') : ''}
      </p>
    </Form>
  );
}

export interface PublishFormProps {
  readonly outline: Outline;
  /** The language that was asked for, in a file of two. */
  readonly language: string | null;
  readonly correctable: boolean;
  readonly values: Readonly<Record<string, string>> | null;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly busy: boolean;
}

/** What is still to say before the text is stored. */
export function PublishForm({ outline, language, correctable, values, errors, busy }: PublishFormProps) {
  const value = (field: string, otherwise: string) => values?.[field] ?? otherwise;
  return (
    <section className="stack is-narrow" aria-labelledby="publish-title">
      <h2 id="publish-title">{say('import.publish')}</h2>
      <Form method="post" className="card stack">
        <input type="hidden" name="intent" value="store" />
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
      {correctable ? (
        <details>
          <summary>{say('import.read-language')}</summary>
          <Form method="post" className="cluster">
            <input type="hidden" name="change" value="language" />
            <TextInput
              name="language"
              id="read-language"
              label={say('import.language')}
              hint={say('import.read-language-hint')}
              defaultValue={language ?? outline.language}
              className="is-short"
            />
            <Button type="submit" size="small">
              {say('import.read-language-submit')}
            </Button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
