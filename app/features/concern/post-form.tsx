import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, type ButtonTone } from '#app/ui/buttons';
import { ErrorSummary, Notice } from '#app/ui/feedback';
import { Conflict } from './conflict';
import type { Values } from './draft';
import { useTools } from './tools';
import { useInBrowser } from './use-in-browser';
import { usePosting, type PostingOptions } from './use-posting';

export interface FieldsProps {
  /** Put before a field's name to make its id. */
  readonly idPrefix: string;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

export interface PostFormProps extends PostingOptions {
  /** The form's accessible name. */
  readonly name: string;
  readonly className?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submitLabel: string;
  readonly submitTone?: ButtonTone;
  readonly cancelLabel?: string;
  onCancel?(): void;
  readonly composer?: { readonly label: string; readonly placeholder?: string; readonly autoFocus?: boolean };
  /** Above the composer. */
  readonly fields?: (props: FieldsProps) => ReactNode;
  /** Below it. */
  readonly more?: (props: FieldsProps) => ReactNode;
  readonly children?: ReactNode;
}

/** A form that posts with and without scripts, keeps its words until the server has them, and says what went wrong. */
export function PostForm(props: PostFormProps) {
  const { words, Composer, actionUrl } = useTools();
  const form = useRef<HTMLFormElement>(null);
  const editable = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const id = useId();
  const inBrowser = useInBrowser();
  const posting = usePosting(props, form);
  const { start, refusal, theirs, busy, draft, drafted } = posting;

  useEffect(() => {
    // Words typed while a post is on its way would go down with the form that it closes.
    editable.current?.toggleAttribute('inert', busy);
  }, [busy]);
  useEffect(() => {
    if (refusal) summary.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }, [refusal]);

  const errors: Readonly<Record<string, string>> = refusal?.fields ?? {};
  const bodyError = errors.body ?? errors.bodyText;
  const fields: FieldsProps = { idPrefix: id, values: start.values, errors };
  const hidden: Record<string, string> = { intent: props.intent, submission: posting.submission, ...props.hidden };
  if (props.parent !== undefined) hidden.parent = props.parent ?? '';
  if (props.reply) hidden.reply = props.reply;
  if (posting.revision !== null) hidden.revision = String(posting.revision);

  return (
    <form
      ref={form}
      method="post"
      action={actionUrl}
      aria-label={props.name}
      className={props.className}
      onSubmit={(event) => void posting.send(event)}
      onChange={posting.changed}
    >
      {Object.entries(hidden).map(([name, value]) => (
        // A key made on the server differs from one made here; either will do.
        <input key={name} type="hidden" name={name} value={value} suppressHydrationWarning readOnly />
      ))}
      {props.children}
      {drafted === 'restored' ? (
        <p className="draft-line" role="status">
          {words.draft.restored}{' '}
          <button type="button" className="text-button" onClick={posting.discard}>
            {words.draft.discard}
          </button>
        </p>
      ) : null}
      {drafted === 'offered' ? (
        <p className="draft-line" role="status">
          {words.draft.earlier}{' '}
          <button type="button" className="text-button" onClick={posting.useEarlier}>
            {words.draft.useEarlier}
          </button>{' '}
          <button type="button" className="text-button" onClick={posting.discard}>
            {words.draft.discard}
          </button>
        </p>
      ) : null}
      {draft.state === 'blocked' ? <p className="draft-line">{words.draft.unkept}</p> : null}
      <div ref={summary}>
        {theirs ? <Conflict theirs={theirs} /> : null}
        {refusal && !theirs ? <Refused refusal={refusal} errors={errors} idPrefix={id} /> : null}
      </div>
      <div ref={editable}>
        <div key={start.generation}>
          {props.fields?.(fields)}
          {props.composer ? (
            <div className="field" id={`${id}-body`}>
              {bodyError ? (
                <p className="field-error" id={`${id}-body-error`}>
                  {bodyError}
                </p>
              ) : null}
              <Composer
                name="body"
                label={props.composer.label}
                initial={start.body ?? undefined}
                placeholder={props.composer.placeholder}
                onChange={posting.wrote}
                autoFocus={props.composer.autoFocus && start.generation === 0 && drafted === 'none'}
                describedBy={bodyError ? `${id}-body-error` : undefined}
              />
            </div>
          ) : null}
          {props.more?.(fields)}
        </div>
      </div>
      <div className="form-actions">
        <Button type="submit" size="small" tone={props.submitTone ?? 'primary'} busy={busy}>
          {theirs ? words.conflict.useMine : props.submitLabel}
        </Button>
        {theirs && inBrowser ? (
          <Button size="small" tone="quiet" onClick={() => focusWords(editable.current)}>
            {words.conflict.keepEditing}
          </Button>
        ) : null}
        {props.onCancel && inBrowser ? (
          <Button size="small" tone="quiet" onClick={props.onCancel}>
            {props.cancelLabel ?? words.cancel}
          </Button>
        ) : null}
        {busy ? (
          <span className="visually-hidden" role="status">
            {words.posting}
          </span>
        ) : null}
      </div>
    </form>
  );
}

interface RefusedProps {
  refusal: { readonly code: keyof ReturnType<typeof useTools>['words']['failures']; readonly detail?: string };
  errors: Readonly<Record<string, string>>;
  idPrefix: string;
}

function Refused({ refusal, errors, idPrefix }: RefusedProps) {
  const { words } = useTools();
  const listed = Object.entries(errors).map(([name, message]) => ({
    field: `${idPrefix}-${name === 'bodyText' ? 'body' : name}`,
    message,
  }));
  if (listed.length > 0) return <ErrorSummary title={refusal.detail ?? words.form.refused} errors={listed} />;
  return (
    <Notice tone="danger" live="alert">
      <p>{refusal.detail ?? words.failures[refusal.code]}</p>
    </Notice>
  );
}

function focusWords(within: HTMLElement | null) {
  within?.querySelector<HTMLElement>('[contenteditable="true"], textarea')?.focus();
}
