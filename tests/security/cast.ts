import { Person } from '../person';
import { startServer, type RunningServer, type ServerOptions } from '../running-server';
import { TREATY } from '../store/fresh-app';

export const SAMPLE = 'cybercrime-convention-sample';
/** A review of which outsiders must not learn that it is there, and the address of one that is not. */
export const PRIVATE = 'quiet-matter';
export const MISSING = 'quiet-nobody';

/** A word that stands nowhere else, for one field. Lower case, so that a search index keeps it as it is. */
export const canary = (field: string): string => `zqcanary${field}`;
/** Words that were deleted. */
export const gone = (field: string): string => `zqgone${field}`;

export interface Cast {
  readonly server: RunningServer;
  /** Runs the private review and the public sample. */
  readonly coordinator: Person;
  readonly reviewer: Person;
  readonly observer: Person;
  /** Has an account and is a member elsewhere. */
  readonly stranger: Person;
  readonly visitor: Person;
  /** Was a member of the private review. */
  readonly removed: Person;
  /** Path of the private text. */
  readonly text: string;
  /** The upload that the private text was made of, by its hash. */
  readonly upload: string;
  /** Everything that stands in the private review, by field; each has its canary. */
  readonly fields: readonly string[];
}

/** A server with the public sample and a private review on a private treaty, a canary in every field of both. */
export async function castOf(options: ServerOptions = {}): Promise<Cast> {
  const server = await startServer(options);
  const coordinator = await new Person(server).join(server.firstVisit!, 'vera', 'Vera V.');
  await coordinator.post('/account', {
    intent: 'organisation',
    name: `Harbour ${canary('organisation')}`,
    constituency: 'academia',
  });
  const { text, upload } = await importPrivately(coordinator);
  const textId = await choiceOf(coordinator, canary('treaty'));
  await post(
    coordinator,
    '/reviews/new',
    { title: 'Quiet matter', brief: '', text: textId, visibility: 'private' },
    302,
  );
  const members = `/reviews/${PRIVATE}/members`;
  const title = `Matter ${canary('title')}`;
  await post(coordinator, members, {
    intent: 'settings',
    title,
    brief: `About ${canary('brief')}.`,
    visibility: 'private',
  });

  const member = async (handle: string, role: string, name = handle) =>
    new Person(server).join(await coordinator.invite(PRIVATE, role), handle, name);
  const reviewer = await member(`rada.${canary('handle')}`, 'reviewer', `Rada ${canary('name')}`);
  const observer = await member('olga', 'observer', 'Olga O.');
  const removed = await member('remi', 'reviewer', 'Remi R.');
  const stranger = await new Person(server).join(await coordinator.invite(SAMPLE, 'reviewer'), 'sten', 'Sten S.');
  await post(coordinator, members, { intent: 'invite', role: 'observer', note: `For ${canary('note')}` });

  const concern = (number: number) => `/reviews/${PRIVATE}/concerns/${number}`;
  const raised = await raise(reviewer, PRIVATE, `First words ${canary('before')}.`);
  const edit = {
    intent: 'edit',
    revision: '1',
    category: 'data',
    severity: 'serious',
    bodyText: `Words ${canary('body')}.`,
  };
  await post(reviewer, concern(raised), edit, 302);
  await post(reviewer, concern(raised), replyForm(`An answer ${canary('reply')}.`), 302);
  const organisation = (await json<{ organisations: { id: string }[] }>(coordinator, `/reviews/${PRIVATE}/me`))
    .organisations[0]!.id;
  await raise(coordinator, PRIVATE, 'For the harbour.', { organisation });
  await post(coordinator, concern(raised), { intent: 'resolve', reason: `Because ${canary('reason')}.` }, 302);
  const inPublic = await raise(coordinator, SAMPLE, `Something public.`);
  if (inPublic < 1) throw new Error('no public concern');

  const remi = (await page(coordinator, members))
    .match(/name="account" value="([^"]+)"/g)!
    .at(-1)!
    .slice(22, -1);
  await post(coordinator, members, { intent: 'member', account: remi, role: 'none' });
  if ((await removed.get(`/reviews/${PRIVATE}`)).status !== 404) throw new Error('Remi was not removed');
  const fields = [
    'treaty',
    'words',
    'version',
    'file',
    'organisation',
    'title',
    'brief',
    'handle',
    'name',
    'note',
    'before',
    'body',
    'reply',
    'reason',
  ];
  return {
    server,
    coordinator,
    reviewer,
    observer,
    stranger,
    visitor: new Person(server),
    removed,
    text,
    upload,
    fields,
  };
}

export const page = async (who: Person, path: string): Promise<string> => (await who.get(path)).text();
export const json = async <T>(who: Person, path: string): Promise<T> => (await (await who.get(path)).json()) as T;

/** Posts a form with a file. */
export const send = (who: Person, path: string, body: FormData): Promise<Response> =>
  fetch(who.server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(who.server.url).origin, Cookie: who.cookie },
    body,
  });

/** Posts a form and insists on the answer, so that a test never goes on from what did not happen. */
export async function post(who: Person, path: string, fields: Record<string, string>, status = 200): Promise<Response> {
  const answer = await who.post(path, fields);
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
  return answer;
}

export const replyForm = (words: string, more: Record<string, string> = {}): Record<string, string> => ({
  intent: 'reply',
  submission: crypto.randomUUID(),
  bodyText: words,
  ...more,
});

/** Raises a concern on a whole treaty and gives its number. */
export async function raise(
  who: Person,
  slug: string,
  words: string,
  more: Record<string, string> = {},
): Promise<number> {
  const form = {
    submission: crypto.randomUUID(),
    scope: 'treaty',
    category: 'data',
    severity: 'serious',
    bodyText: words,
    ...more,
  };
  const answer = await post(who, `/reviews/${slug}/raise`, form);
  return ((await answer.json()) as { value: { number: number } }).value.number;
}

async function importPrivately(who: Person): Promise<{ text: string; upload: string }> {
  const file = new FormData();
  const words = TREATY.replace('on the quay', `on the quay of ${canary('words')}`);
  file.set('file', new File([words], `${canary('file')}.txt`, { type: 'text/plain' }));
  const preview = await send(who, '/treaties/import', file);
  const check = preview.headers.get('Location') ?? '';
  const upload = check.replace('/treaties/import/', '');
  if (preview.status !== 302) throw new Error(`No preview: ${(await preview.text()).slice(0, 400)}`);
  const stored = await post(
    who,
    check,
    {
      intent: 'store',
      treaty: 'quiet-treaty',
      title: `Treaty ${canary('treaty')}`,
      version: `Draft ${canary('version')}`,
      language: 'en',
      visibility: 'private',
    },
    302,
  );
  return { text: stored.headers.get('Location')!, upload };
}

/** The id of the text whose name holds `words`, as the form "New review" offers it. */
async function choiceOf(who: Person, words: string): Promise<string> {
  const options = (await page(who, '/reviews/new')).matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g);
  for (const [, id, name] of options) if (name?.includes(words)) return id!;
  throw new Error(`No text ${words} to choose`);
}
