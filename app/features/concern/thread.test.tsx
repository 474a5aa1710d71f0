// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bodyFromText, bodyText } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import type { ReplyView, ThreadView } from '#app/domain/concern/thread';
import { fail, ok } from '#app/domain/result';
import { concernEn } from '#app/domain/words/concern.en';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { NewConcernForm } from './new-concern-form';
import { Thread, type ThreadProps } from './thread';
import type { ComposerType } from './tools';

/** The composer of a page without JavaScript. */
const Plain: ComposerType = ({ name, label, initial, onChange, describedBy }) => (
  <label>
    {label}
    <textarea
      name={`${name}Text`}
      defaultValue={initial ? bodyText(initial) : ''}
      aria-describedby={describedBy}
      onChange={(event) => onChange?.(bodyFromText(event.target.value), event.target.value.trim() === '')}
    />
  </label>
);

const said = (text: string): Body => ({ v: 1, blocks: [{ k: 'p', c: [{ t: text }] }] });
const someone = { name: 'R. K.', organisation: 'Example Cloud', constituency: 'industry' } as const;

function reply(id: string, body: Body | null, replies: readonly ReplyView[] = []): ReplyView {
  const can = { reply: true, edit: true, remove: true };
  const dates = { createdAt: '2026-01-02T03:04:05Z', editedAt: null };
  return { id, author: someone, body, ...dates, revision: 1, can, replies };
}

const thread: ThreadView = {
  id: 'c1',
  number: 12,
  author: { name: null, organisation: null, constituency: null },
  category: 'data',
  severity: 'red-line',
  ask: 'narrow',
  status: 'open',
  history: [],
  body: said('Engineers could be compelled in secret.'),
  createdAt: '2026-01-01T00:00:00Z',
  editedAt: '2026-01-03T00:00:00Z',
  revision: 3,
  placements: [
    {
      scope: 'passage',
      textId: 't1',
      start: 5,
      end: 20,
      quote: 'any person',
      eIds: ['art_28'],
      citation: 'Article 28(4)',
    },
  ],
  can: { reply: true, edit: true, settle: true, remove: true },
  replies: [],
};

let keys = 0;
const tools = {
  words: concernEn,
  taxonomy: taxonomyEn,
  Composer: Plain,
  actionUrl: '/reviews/r/concerns/12',
  organisations: [],
  submissionKey: () => `key-${keys++}`,
};

let root: Root | null = null;
let place: HTMLElement;

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
});

async function show(node: React.ReactNode) {
  place = document.body.appendChild(document.createElement('div'));
  await act(async () => {
    root = createRoot(place);
    root.render(node);
  });
}
const showThread = (more: Partial<ThreadProps> = {}) => show(<Thread thread={thread} {...tools} {...more} />);

function button(name: string): HTMLButtonElement {
  const found = [...place.querySelectorAll('button')].find(
    (one) => one.textContent === name && !one.closest('[hidden]'),
  );
  if (!found) throw new Error(`No button "${name}" in: ${place.textContent}`);
  return found;
}
const press = (name: string) => act(async () => button(name).click());
const field = <T extends HTMLElement = HTMLTextAreaElement>(name: string) =>
  place.querySelector<T>(`[name="${name}"]`)!;

async function type(name: string, text: string) {
  const area = field(name);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const sent = (form: FormData) => Object.fromEntries(form) as Record<string, string>;

describe('a thread', () => {
  it('shows what the concern is about, what it wants and who raised it, as far as she said', async () => {
    await showThread({ links: { passage: ({ eIds }) => `/read#${eIds[0]}`, history: () => '/history' } });
    for (const words of ['Concern 12', 'Data compulsion', 'Red line', 'Narrow', 'any person', 'A contributor'])
      expect(place.textContent).toContain(words);
    expect([...place.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
      ['Article 28(4)', '/read#art_28'],
      ['Edited 3 Jan 2026', '/history'],
    ]);
  });

  it('keeps the replies of a deleted reply and nothing of the one who wrote it', async () => {
    const gone = {
      ...reply('gone', null, [reply('answer', said('I disagree.'))]),
      author: { ...someone, name: 'Gone Author' },
    };
    await showThread({ thread: { ...thread, replies: [gone] } });
    expect(place.textContent).toContain('This reply was deleted.');
    expect(place.textContent).toContain('I disagree.');
    expect(place.innerHTML).not.toContain('Gone Author');
    expect(place.querySelector('#reply-gone #reply-answer')).not.toBeNull();
    expect(renderToString(<Thread thread={{ ...thread, replies: [gone] }} {...tools} />)).not.toContain('Gone Author');
  });

  it('shows nothing of a deleted concern but its number, its passage and its replies', async () => {
    const author = { ...someone, name: 'Gone Author' };
    await showThread({ thread: { ...thread, author, body: null, replies: [reply('a', said('Still here.'))] } });
    expect(place.textContent).toContain('This concern was deleted.');
    expect(place.textContent).toContain('Still here.');
    for (const words of ['Gone Author', 'Data compulsion', 'Red line', 'Narrow', 'Edited'])
      expect(place.textContent).not.toContain(words);
  });

  it('offers only what the viewer may do', async () => {
    const nothing = { reply: false, edit: false, settle: false, remove: false };
    await showThread({ thread: { ...thread, can: nothing, replies: [{ ...reply('a', said('Yes.')), can: nothing }] } });
    expect(place.querySelectorAll('button, form, summary')).toHaveLength(0);
  });

  it('is a page of real forms before any script runs', () => {
    place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(<Thread thread={{ ...thread, replies: [reply('a', said('Yes.'))] }} {...tools} />);
    const forms = [...place.querySelectorAll('form')];
    expect(forms.map((form) => new FormData(form).get('intent'))).toEqual([
      'reply',
      'resolve',
      'edit',
      'delete',
      'reply',
      'edit-reply',
      'delete-reply',
    ]);
    for (const form of forms) {
      expect(form.method).toBe('post');
      expect(form.getAttribute('action')).toBe('/reviews/r/concerns/12');
      expect(form.closest('details')?.querySelector('summary')?.hidden).toBe(false);
      expect(form.querySelector('button[type=submit]')).not.toBeNull();
    }
    const submissions = forms.map((form) => new FormData(form).get('submission'));
    expect(new Set(submissions).size).toBe(forms.length);
  });

  it('keeps what was typed before the scripts came', async () => {
    const element = <Thread thread={thread} {...tools} />;
    place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(element);
    place.querySelector('details')!.open = true;
    const area = field('bodyText');
    area.value = 'Typed early';
    await act(async () => {
      root = hydrateRoot(place, element, { onRecoverableError: (error) => expect.fail(String(error)) });
    });
    expect(field('bodyText')).toBe(area);
    expect(area.value).toBe('Typed early');
    expect(button('Resolve')).toBeTruthy();
  });
});

describe('posting', () => {
  it('sends a reply to the reply it answers, and says that it is posted', async () => {
    const submit = vi.fn(async (_url: string, _form: FormData) => ok({}));
    const onPosted = vi.fn();
    await showThread({
      submit,
      onPosted,
      thread: { ...thread, can: { ...thread.can, reply: false }, replies: [reply('a', said('Yes.'))] },
    });
    await press('Reply');
    await type('bodyText', 'Compare the earlier draft.');
    await press('Post reply');
    expect(sent(submit.mock.calls[0]![1])).toMatchObject({
      intent: 'reply',
      parent: 'a',
      bodyText: 'Compare the earlier draft.',
      stay: '1',
    });
    expect(onPosted).toHaveBeenCalledWith('reply', {});
    expect(place.textContent).toContain('Posted.');
    expect(field('bodyText')).toBeNull();
    expect(document.activeElement).toBe(button('Reply'));
  });

  it('keeps the words when the server cannot be reached, and tries again under the same key', async () => {
    const submit = vi.fn(async (_url: string, _form: FormData): Promise<unknown> =>
      Promise.reject(new TypeError('offline')),
    );
    await showThread({ submit });
    await press('Reply');
    await type('bodyText', 'Long thoughts.');
    await press('Post reply');
    expect(place.textContent).toContain('Could not reach the server. Your words are kept here; try again.');
    expect(field('bodyText').value).toBe('Long thoughts.');
    submit.mockImplementation(async () => ok({}));
    await press('Post reply');
    const [first, second] = submit.mock.calls.map(([, form]) => sent(form));
    expect(second!.submission).toBe(first!.submission);
    await press('Reply');
    await type('bodyText', 'Another.');
    await press('Post reply');
    expect(sent(submit.mock.calls[2]![1]).submission).not.toBe(first!.submission);
  });

  it('does not post an empty reply', async () => {
    const submit = vi.fn(async () => ok({}));
    await showThread({ submit });
    await press('Reply');
    await type('bodyText', '   ');
    await press('Post reply');
    expect(submit).not.toHaveBeenCalled();
    expect(place.textContent).toContain('Write your reply first.');
  });

  it('shows both texts when someone else changed the concern, and posts mine over the newest revision', async () => {
    const theirs = {
      revision: 5,
      category: 'scope',
      severity: 'serious',
      ask: null,
      body: said('What they wrote meanwhile.'),
    };
    const submit = vi.fn(async (_url: string, _form: FormData): Promise<unknown> => fail('conflict', { theirs }));
    await showThread({ submit });
    await press('Edit');
    await type('bodyText', 'What I wrote.');
    await press('Save changes');
    expect(sent(submit.mock.calls[0]![1])).toMatchObject({ intent: 'edit', revision: '3', category: 'data' });
    expect(place.textContent).toContain('What they wrote meanwhile.');
    expect(place.textContent).toContain('Overbroad scope');
    expect(field('bodyText').value).toBe('What I wrote.');
    submit.mockImplementation(async () => ok({}));
    await press('Use mine over theirs');
    expect(sent(submit.mock.calls[1]![1])).toMatchObject({ revision: '5', bodyText: 'What I wrote.' });
  });

  it('opens the refused form again with its words on a page without scripts', () => {
    const failure = {
      ...fail('invalid', { fields: { reason: 'Say why in a few words.' } }),
      sent: { intent: 'resolve', reason: 'x', submission: 'key-of-before' },
    };
    place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(<Thread thread={thread} {...tools} failure={failure} />);
    const open = [...place.querySelectorAll('details[open]')].filter((one) => one.querySelector('form'));
    expect(open).toHaveLength(1);
    expect(open[0]!.textContent).toContain('Say why in a few words.');
    const fields = new FormData(open[0]!.querySelector('form')!);
    expect([fields.get('intent'), fields.get('reason'), fields.get('submission')]).toEqual([
      'resolve',
      'x',
      'key-of-before',
    ]);
  });
});

describe('a conflict on a page without scripts', () => {
  it('shows both texts, and the form posts mine over the newest revision', () => {
    const failure = {
      ...fail('conflict', { theirs: JSON.stringify({ revision: 5, body: said('Theirs.') }) }),
      sent: { intent: 'edit', revision: '3', category: 'scope', bodyText: 'Mine.' },
    };
    place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(<Thread thread={thread} {...tools} failure={failure} />);
    const form = place.querySelector('.conflict')!.closest('form')!;
    expect(form.textContent).toContain('Theirs.');
    const fields = Object.fromEntries(new FormData(form));
    expect(fields).toMatchObject({ intent: 'edit', revision: '5', category: 'scope', bodyText: 'Mine.' });
    expect(form.querySelector('button[type=submit]')!.textContent).toBe('Use mine over theirs');
  });
});

describe('the form for a new concern', () => {
  const passage = {
    scope: 'passage',
    textId: 't1',
    start: 5,
    end: 15,
    quote: 'any person',
    eId: 'art_28',
    citation: 'Article 28(4)',
  } as const;

  it('has its names and its fields, and says so when drafts cannot be kept', async () => {
    const drafts = { accountId: 'a1', review: 'r' };
    await show(
      <NewConcernForm
        passage={passage}
        {...tools}
        drafts={drafts}
        attributions={['person-and-organisation', 'pseudonym']}
      />,
    );
    const form = place.querySelector('form')!;
    expect(form.getAttribute('aria-label')).toBe('New concern');
    const labels = [...form.querySelectorAll('label')].map((label) => label.firstChild!.textContent);
    expect(labels).toEqual(['Category', 'Severity', 'Concern', 'What should change', 'How you are named']);
    expect(Object.fromEntries(new FormData(form))).toMatchObject({
      scope: 'passage',
      text: 't1',
      start: '5',
      end: '15',
      exact: 'any person',
      eId: 'art_28',
      category: '',
      attribution: 'person-and-organisation',
    });
    expect(form.textContent).toContain('Drafts cannot be kept on this device.');
  });

  it('tells what the chosen category means', async () => {
    await show(<NewConcernForm passage={passage} {...tools} />);
    const select = field<HTMLSelectElement>('category');
    await act(async () => {
      select.value = 'secrecy';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const hint = document.getElementById(select.getAttribute('aria-describedby')!);
    expect(hint?.textContent).toBe(concernEn.categoryHints.secrecy);
  });
});
