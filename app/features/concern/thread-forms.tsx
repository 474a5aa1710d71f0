import type { ThreadView, ReplyView } from '#app/domain/concern/thread';
import { TextArea } from '#app/ui/fields';
import { Disclosure } from './disclosure';
import { editReplySlot, editSlot, replySlot, settleSlot } from './draft';
import { AskField, KindFields, NamingFields } from './fields';
import { PostForm } from './post-form';
import { authorName, fill } from './say';
import { useTools } from './tools';
import { isFor } from './use-posting';

interface Common {
  readonly number: number;
  readonly describedBy: string;
}

/** Answers the concern itself, or the reply in `parent`. */
export function ReplyAction({ number, parent, describedBy }: Common & { parent: ReplyView | null }) {
  const { words, failure } = useTools();
  const target = { intent: 'reply', parent: parent?.id ?? null } as const;
  const slot = replySlot(number, target.parent);
  const name = parent
    ? fill(words.form.replyTo, { name: parent.body ? authorName(parent.author, words) : words.aDeletedReply })
    : fill(words.form.replyToConcern, { number });
  const look = { label: words.reply, tone: parent ? 'quiet' : 'primary', describedBy } as const;
  return (
    <Disclosure {...look} slot={slot} startOpen={isFor(failure, target)}>
      {({ close, opened }) => (
        <PostForm
          {...target}
          name={name}
          slot={slot}
          submitLabel={words.form.postReply}
          bodyNeeded={words.form.replyNeeded}
          composer={{ label: words.form.yourReply, placeholder: words.form.replyPlaceholder, autoFocus: opened }}
          more={(fields) => <NamingFields {...fields} />}
          onCancel={close}
          onDone={close}
        />
      )}
    </Disclosure>
  );
}

export function EditConcernAction({ thread, describedBy }: { thread: ThreadView; describedBy: string }) {
  const { words, failure } = useTools();
  const slot = editSlot(thread.number);
  const { category, severity, ask } = thread;
  return (
    <Disclosure
      label={words.edit}
      tone="quiet"
      slot={slot}
      describedBy={describedBy}
      startOpen={isFor(failure, { intent: 'edit' })}
    >
      {({ close, opened }) => (
        <PostForm
          intent="edit"
          name={fill(words.form.editConcern, { number: thread.number })}
          slot={slot}
          values={{ category, severity, ask: ask ?? '' }}
          body={thread.body}
          revision={thread.revision}
          submitLabel={words.form.saveChanges}
          bodyNeeded={words.form.bodyNeeded}
          composer={{ label: words.form.body, placeholder: words.form.bodyPlaceholder, autoFocus: opened }}
          fields={(fields) => <KindFields {...fields} />}
          more={(fields) => <AskField {...fields} />}
          onCancel={close}
          onDone={close}
        />
      )}
    </Disclosure>
  );
}

export function EditReplyAction({ number, reply, describedBy }: Common & { reply: ReplyView }) {
  const { words, failure } = useTools();
  const slot = editReplySlot(number, reply.id);
  const target = { intent: 'edit-reply', reply: reply.id } as const;
  const look = { label: words.edit, tone: 'quiet', describedBy } as const;
  return (
    <Disclosure {...look} slot={slot} startOpen={isFor(failure, target)}>
      {({ close, opened }) => (
        <PostForm
          {...target}
          name={words.form.editReply}
          slot={slot}
          body={reply.body}
          revision={reply.revision}
          submitLabel={words.form.saveChanges}
          bodyNeeded={words.form.replyNeeded}
          composer={{ label: words.form.yourReply, autoFocus: opened }}
          onCancel={close}
          onDone={close}
        />
      )}
    </Disclosure>
  );
}

/** Resolves an open concern, reopens a resolved one; either needs a reason. */
export function SettleAction({ thread, describedBy }: { thread: ThreadView; describedBy: string }) {
  const { words, failure } = useTools();
  const { number } = thread;
  const intent = thread.status === 'open' ? 'resolve' : 'reopen';
  const label = words[intent];
  const name = fill(intent === 'resolve' ? words.form.resolveConcern : words.form.reopenConcern, { number });
  const slot = settleSlot(number);
  const look = { label, tone: 'plain', slot, describedBy } as const;
  return (
    <Disclosure {...look} startOpen={isFor(failure, { intent })}>
      {({ close, opened }) => (
        <PostForm
          intent={intent}
          name={name}
          slot={slot}
          submitLabel={label}
          onCancel={close}
          onDone={close}
          fields={({ idPrefix, values, errors }) => (
            <TextArea
              name="reason"
              id={`${idPrefix}-reason`}
              label={words.form.reason}
              hint={words.form.reasonHint}
              error={errors.reason}
              defaultValue={values.reason}
              rows={2}
              required
              // The person has just asked for this very field.

              autoFocus={opened}
            />
          )}
        />
      )}
    </Disclosure>
  );
}

/** The button only asks; the form behind it deletes. */
export function DeleteAction({ number, reply, describedBy }: Common & { reply: ReplyView | null }) {
  const { words, failure } = useTools();
  const target = reply ? ({ intent: 'delete-reply', reply: reply.id } as const) : ({ intent: 'delete' } as const);
  const name = reply ? words.form.deleteReply : fill(words.form.deleteConcern, { number });
  const look = { label: words.remove, tone: 'quiet', describedBy } as const;
  return (
    <Disclosure {...look} startOpen={isFor(failure, target)}>
      {({ close }) => (
        <PostForm
          {...target}
          name={name}
          slot={null}
          submitLabel={name}
          submitTone="danger"
          cancelLabel={words.form.keep}
          onCancel={close}
          onDone={close}
        >
          <p>{reply ? words.form.deleteReplyHint : words.form.deleteConcernHint}</p>
        </PostForm>
      )}
    </Disclosure>
  );
}
