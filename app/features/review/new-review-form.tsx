import { Form } from '@remix-run/react';
import { VISIBILITIES, type Visibility } from '#app/domain/review/roles';
import { say } from '#app/domain/words/words';
import { Button, LinkButton } from '#app/ui/buttons';
import { RadioGroup } from '#app/ui/choices';
import { Select, TextArea, TextInput } from '#app/ui/fields';
import { EmptyState } from '#app/ui/feedback';

type Errors = Readonly<Record<string, string>> | undefined;

export function NewReviewForm(props: {
  texts: readonly { id: string; name: string }[];
  chosen: string;
  errors: Errors;
}) {
  if (props.texts.length === 0)
    return (
      <EmptyState
        title={say('new-review.no-text')}
        action={<LinkButton href="/treaties/import">{say('treaties.import')}</LinkButton>}
      />
    );
  return (
    <Form method="post" className="stack">
      <TitleAndBrief errors={props.errors} />
      <Select
        name="text"
        label={say('new-review.text')}
        options={props.texts.map((text) => ({ value: text.id, label: text.name }))}
        defaultValue={props.chosen || undefined}
        error={props.errors?.text}
      />
      <VisibilityChoice />
      <div className="form-actions">
        <Button type="submit" tone="primary">
          {say('new-review.submit')}
        </Button>
      </div>
    </Form>
  );
}

export function TitleAndBrief({ errors, title, brief }: { errors: Errors; title?: string; brief?: string }) {
  return (
    <>
      <TextInput name="title" label={say('new-review.name')} defaultValue={title} required error={errors?.title} />
      <TextArea
        name="brief"
        label={say('new-review.brief')}
        hint={say('new-review.brief-hint')}
        rows={4}
        defaultValue={brief}
        error={errors?.brief}
      />
    </>
  );
}

export function VisibilityChoice({ value = 'private', error }: { value?: Visibility; error?: string | undefined }) {
  return (
    <RadioGroup
      name="visibility"
      legend={say('new-review.visibility')}
      defaultValue={value}
      error={error}
      options={VISIBILITIES.map((one) => ({
        value: one,
        label: say(`visibility.${one}`),
        hint: say(`visibility.${one}-hint`),
      }))}
    />
  );
}
