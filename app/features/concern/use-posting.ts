import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { bodyFromText } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import { readTheirs } from './conflict';
import { draftKey, isBody, VALUE_FIELDS, worthKeeping, type Draft, type DraftPassage, type Values } from './draft';
import { forgetDraft } from './draft-store';
import { readAnswer, UNREACHABLE, type Refusal } from './submit';
import { useTools, type Intent, type SentFailure } from './tools';
import { useDraft } from './use-draft';

export interface PostingOptions {
  readonly intent: Intent;
  readonly parent?: string | null;
  readonly reply?: string | null;
  /** Where the draft is kept; null: this form keeps none. */
  readonly slot: string | null;
  readonly passage?: DraftPassage | null;
  readonly values?: Values;
  readonly body?: Body | null;
  readonly revision?: number | null;
  /** Said when the form has a body and it is empty; absent: the form has none. */
  readonly bodyNeeded?: string;
  onDone?(): void;
}

/** Whether a failure that came with the page belongs to this form. */
export function isFor(
  failure: SentFailure | null | undefined,
  target: Pick<PostingOptions, 'intent' | 'parent' | 'reply'>,
) {
  const sent = failure?.sent;
  if (!sent) return false;
  const same = (a: string | undefined, b: string | null | undefined) => (a ?? '') === (b ?? '');
  return sent.intent === target.intent && same(sent.parent, target.parent) && same(sent.reply, target.reply);
}

/** The fields of a person's own choice out of a form or an echo of one. */
export function valuesOf(read: (name: string) => unknown): Values {
  const found: Record<string, string> = {};
  for (const name of VALUE_FIELDS) {
    const value = read(name);
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

function sentBody(sent: Readonly<Record<string, string>>): Body | null {
  if (sent.body) {
    try {
      const body: unknown = JSON.parse(sent.body);
      if (isBody(body)) return body;
    } catch {
      // Not ours: the plain text, if any, is next.
    }
  }
  return sent.bodyText ? bodyFromText(sent.bodyText) : null;
}

const NOTHING: Body = { v: 1, blocks: [] };

/** The state of one form: its words, its draft, its way to the server and back. */
export function usePosting(options: PostingOptions, form: RefObject<HTMLFormElement>) {
  const tools = useTools();
  const sent = isFor(tools.failure, options) ? tools.failure! : null;
  const [start, setStart] = useState(() => ({
    values: sent?.sent ? { ...options.values, ...valuesOf((name) => sent.sent![name]) } : (options.values ?? {}),
    body: (sent?.sent && sentBody(sent.sent)) || options.body || null,
    /** Another number makes React build the fields anew from `values` and `body`. */
    generation: 0,
  }));
  const [submission, setSubmission] = useState(() => sent?.sent?.submission || tools.submissionKey());
  const [revision, setRevision] = useState(() => {
    const theirs = sent?.code === 'conflict' ? readTheirs(sent.theirs) : null;
    return theirs?.revision ?? (sent?.sent?.revision ? Number(sent.sent.revision) : options.revision) ?? null;
  });
  const [refusal, setRefusal] = useState<Refusal | null>(sent);
  const [busy, setBusy] = useState(false);
  const [drafted, setDrafted] = useState<'none' | 'restored' | 'offered'>('none');
  const written = useRef({ body: start.body, empty: start.body === null });
  const touched = useRef(sent !== null);

  const { submissionKey } = tools;
  const owner = tools.drafts ?? null;
  const place = owner && options.slot ? draftKey(owner, options.slot) : null;
  const draft = useDraft(place);
  const before = useRef({ place, drafted });
  useEffect(() => {
    const { place: left, drafted: there } = before.current;
    before.current = { place, drafted };
    if (left === null || left === place) return;
    // The passage was narrowed, and what is written moves along. A draft that was only on offer stays where it was.
    if (there === 'restored') touched.current = true;
    if (touched.current && there !== 'offered') void forgetDraft(left);
    // What may have been posted on the passage before must not be taken for this.
    setSubmission(submissionKey());
    setDrafted('none');
  }, [place, drafted, submissionKey]);

  function restart(values: Values, body: Body | null) {
    written.current = { body, empty: body === null };
    setStart((now) => ({ values, body, generation: now.generation + 1 }));
  }

  function restore(found: Draft) {
    restart({ ...options.values, ...found.values }, found.body);
    setSubmission(found.submission);
    if (found.revision !== null) setRevision(found.revision);
    setDrafted('restored');
  }

  const found = draft.found;
  useEffect(() => {
    if (!found) return;
    // The words of a form that the server sent back are newer than any draft of them.
    if (sent) return;
    if (touched.current) setDrafted('offered');
    else restore(found);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each draft that is found
  }, [found]);

  function changed() {
    touched.current = true;
    // What is kept must not be overwritten before the person has seen it and chosen.
    if (!form.current || busy || draft.state === 'loading' || drafted === 'offered') return;
    const fields = new FormData(form.current);
    const values = valuesOf((name) => fields.get(name));
    const { body, empty } = written.current;
    const passage = options.passage ?? null;
    draft.save(worthKeeping(values, empty) ? { values, body, passage, submission, revision } : null);
  }

  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    // Words that were typed while an earlier draft was looked for, or while one was on offer, are kept from now on.
    if (touched.current && draft.state === 'ready' && !found && drafted === 'none') latest.current();
  }, [draft.state, found, drafted]);

  function discard() {
    void draft.clear();
    if (drafted === 'restored') {
      setSubmission(tools.submissionKey());
      setRevision(options.revision ?? null);
      setRefusal(null);
      touched.current = false;
      restart(options.values ?? {}, options.body ?? null);
    }
    setDrafted('none');
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    if (busy) return event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const plain = fields.get('bodyText');
    const typed = typeof plain === 'string' ? plain.trim() : '';
    if (options.bodyNeeded && written.current.empty && typed === '') {
      event.preventDefault();
      setRefusal({ ok: false, code: 'invalid', fields: { body: options.bodyNeeded } });
      return;
    }
    if (!tools.submit) return draft.flush();
    event.preventDefault();
    fields.set('stay', '1');
    draft.flush();
    setBusy(true);
    setRefusal(null);
    const answer = await tools.submit(tools.actionUrl, fields).then(readAnswer, () => UNREACHABLE);
    if (answer.ok) {
      await draft.clear();
      setBusy(false);
      setSubmission(tools.submissionKey());
      setDrafted('none');
      touched.current = false;
      restart(options.values ?? {}, options.body ?? null);
      options.onDone?.();
      tools.onPosted?.(options.intent, answer.value);
      return;
    }
    setBusy(false);
    setRefusal(answer);
    const theirs = answer.code === 'conflict' ? readTheirs(answer.theirs) : null;
    if (theirs) setRevision(theirs.revision);
  }

  return {
    start,
    submission,
    revision,
    refusal,
    busy,
    draft,
    drafted,
    theirs: refusal?.code === 'conflict' ? readTheirs(refusal.theirs) : null,
    changed,
    discard,
    useEarlier: () => found && restore(found),
    send,
    wrote(body: Body, empty: boolean) {
      const before = written.current.body ?? NOTHING;
      written.current = { body, empty };
      // A composer may report once while it starts; only other words are a change.
      if (JSON.stringify(before) !== JSON.stringify(body)) latest.current();
    },
  };
}
