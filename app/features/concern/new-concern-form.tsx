import { bodyFromText } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import './concern.css';
import { newSlot, type DraftPassage, type Values } from './draft';
import { AskField, KindFields, NamingFields } from './fields';
import { PostForm } from './post-form';
import { fill } from './say';
import { ToolsProvider, type Tools } from './tools';

export interface NewConcernFormProps extends Tools {
  readonly passage: DraftPassage;
  readonly autoFocus?: boolean;
  onCancel?(): void;
  /** What the fields hold at first, as after a refused post without scripts. */
  readonly values?: Values & { readonly body?: Body | null; readonly bodyText?: string };
}

/** Raises a concern on a passage, a provision or the whole treaty. */
export function NewConcernForm({ passage, autoFocus, onCancel, values = {}, ...tools }: NewConcernFormProps) {
  const { words } = tools;
  const { body, bodyText, ...rest } = values;
  const slot = newSlot(passage);
  const where = fill(words.form.on[passage.scope], { citation: passage.citation });
  return (
    <ToolsProvider value={tools}>
      <PostForm
        intent="new"
        name={words.form.newConcern}
        className="concern-form"
        slot={slot}
        passage={passage}
        values={rest}
        body={body ?? (bodyText ? bodyFromText(bodyText) : null)}
        hidden={{
          scope: passage.scope,
          text: passage.textId,
          start: passage.start === null ? '' : String(passage.start),
          end: passage.end === null ? '' : String(passage.end),
          exact: passage.quote,
          eId: passage.eId,
        }}
        submitLabel={words.form.postConcern}
        bodyNeeded={words.form.bodyNeeded}
        composer={{ label: words.form.body, placeholder: words.form.bodyPlaceholder, autoFocus }}
        fields={(fields) => <KindFields {...fields} />}
        more={(fields) => (
          <>
            <AskField {...fields} />
            <NamingFields {...fields} />
          </>
        )}
        onCancel={onCancel}
      >
        <p className="thread-citation">{where}</p>
        {passage.quote ? (
          <blockquote className="card-quote" dir="auto">
            {passage.quote}
          </blockquote>
        ) : null}
      </PostForm>
    </ToolsProvider>
  );
}
