import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, may, type Operation } from '#app/domain/review/policy';
import type { Role, Visibility } from '#app/domain/review/roles';
import { hashPassword } from '#app/operations/account/password.server';
import { newId, newToken, sha256, type Actor, type App } from '#app/operations/app.server';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';
import { reply } from '#app/operations/concern/reply.server';
import { listReviews } from '#app/operations/review/list-reviews.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { listTreaties } from '#app/operations/treaty/list-treaties.server';
import { insertAccount } from '#app/store/account/accounts.server';
import { addMember, insertReview, removeMember, setRole } from '#app/store/review/reviews.server';
import { freshApp } from '../store/fresh-app';
import { ATTEMPTS, PASSWORD, type World } from './attempts';

/** Who tries. `author` wrote the concern and the reply; `muted` wrote them before she became an observer, `removed` before she was removed. */
const COLUMNS = ['coordinator', 'author', 'reviewer', 'observer', 'muted', 'removed', 'stranger', 'visitor'] as const;
type Column = (typeof COLUMNS)[number];
/** What they get: `hidden` is what a review that is not there gives. */
type Outcome = 'yes' | 'no' | 'sign-in' | 'hidden';
type Row = Readonly<Record<Visibility, string>>;

// One word a column, in the order above. Written by hand on purpose: it must not be computed from the policy it checks.
const ALL: Row = {
  public: 'yes yes yes yes yes yes yes yes',
  private: 'yes yes yes yes yes yes yes yes',
};
const SIGNED_IN: Row = {
  public: 'yes yes yes yes yes yes yes sign-in',
  private: 'yes yes yes yes yes yes yes sign-in',
};
const READERS: Row = {
  public: 'yes yes yes yes yes yes yes yes',
  private: 'yes yes yes yes yes hidden hidden hidden',
};
const MEMBERS: Row = {
  public: 'yes yes yes yes yes no no sign-in',
  private: 'yes yes yes yes yes hidden hidden hidden',
};
const WRITERS: Row = {
  public: 'yes yes yes no no no no sign-in',
  private: 'yes yes yes no no hidden hidden hidden',
};
const COORDINATORS: Row = {
  public: 'yes no no no no no no sign-in',
  private: 'yes no no no no hidden hidden hidden',
};
const AUTHOR: Row = {
  public: 'no yes no no no no no sign-in',
  private: 'no yes no no no hidden hidden hidden',
};
const AUTHOR_OR_COORDINATOR: Row = {
  public: 'yes yes no no no no no sign-in',
  private: 'yes yes no no no hidden hidden hidden',
};

const TABLE: Readonly<Record<Operation, Row>> = {
  welcome: ALL,
  join: ALL,
  'sign-in': ALL,
  recognise: ALL,
  'sign-out': ALL,
  'end-session': SIGNED_IN,
  'change-password': SIGNED_IN,
  'see-account': SIGNED_IN,
  'found-organisation': SIGNED_IN,
  'list-treaties': ALL,
  // A private treaty is as visible as the reviews of it.
  'read-text': READERS,
  'preview-import': SIGNED_IN,
  // Of one's own upload: nobody has a way to another's.
  'see-import': SIGNED_IN,
  'correct-import': SIGNED_IN,
  'import-text': SIGNED_IN,
  'list-reviews': ALL,
  'create-review': SIGNED_IN,
  'open-review': READERS,
  'read-review': READERS,
  'follow-review': READERS,
  'see-self': READERS,
  'see-changes': READERS,
  'see-cards': READERS,
  'see-members': MEMBERS,
  'update-review': COORDINATORS,
  invite: COORDINATORS,
  'revoke-invitation': COORDINATORS,
  'change-member': COORDINATORS,
  'list-concerns': READERS,
  'read-thread': READERS,
  'read-history': MEMBERS,
  'raise-concern': WRITERS,
  reply: WRITERS,
  'edit-concern': AUTHOR,
  'edit-reply': AUTHOR,
  'settle-concern': AUTHOR_OR_COORDINATOR,
  'delete-concern': AUTHOR_OR_COORDINATOR,
  'delete-reply': AUTHOR_OR_COORDINATOR,
  'build-report': READERS,
  'export-report': READERS,
};

/** Modules beside the operations that are none: nobody can ask for them. */
const NO_OPERATIONS: Readonly<Record<string, string>> = {
  'account/password': 'hashes and compares passwords for the operations',
  'account/device': 'tells browsers in which somebody has signed in before, for sign-in and join',
  'account/session': 'opens a session for sign-in and join',
  'account/throttle': 'counts wrong passwords for sign-in',
  'treaty/reader': 'reads a file in a process of its own for the operations on imports',
  'treaty/upload': 'keeps what an import’s owner said of it, for the operations on imports',
  'treaty/store-text': 'stores an outline for import-text and the sample',
  'treaty/text-cache': 'loads a text once its review has been entered',
  'review/pseudonym': 'draws a pseudonym for a new member',
  'concern/passage': 'makes a placement from a form',
  'concern/views': 'turns rows into what a viewer sees',
  'concern/words': 'checks bodies and speakers of forms',
};
const AREAS = ['account', 'treaty', 'review', 'concern', 'report'];
const OPERATIONS = joinPath(import.meta.dirname, '../../app/operations');

describe('every operation has a row in the access policy', () => {
  const modules = AREAS.flatMap((area) =>
    readdirSync(joinPath(OPERATIONS, area))
      .filter((file) => file.endsWith('.server.ts'))
      .map((file) => `${area}/${file.slice(0, -'.server.ts'.length)}`),
  );
  it('knows each module as an operation or as none, with the reason', () => {
    const unknown = modules.filter((m) => !(m.split('/')[1]! in ACCESS) && !(m in NO_OPERATIONS));
    expect(unknown).toEqual([]);
    expect(modules.filter((m) => m.split('/')[1]! in ACCESS && m in NO_OPERATIONS)).toEqual([]);
  });
  it('has a module for each row and for each exception', () => {
    const names = new Set(modules.map((m) => m.split('/')[1]));
    expect(Object.keys(ACCESS).filter((operation) => !names.has(operation))).toEqual([]);
    expect(Object.keys(NO_OPERATIONS).filter((m) => !modules.includes(m))).toEqual([]);
  });
  it('has no other area that this test does not look into', () => {
    const folders = readdirSync(OPERATIONS, { withFileTypes: true }).filter((e) => e.isDirectory());
    // The sample is planted by the server itself at its first start; no address leads to it.
    expect(folders.map((e) => e.name).sort()).toEqual([...AREAS, 'sample'].sort());
  });
  it('has a row of the table and an attempt for each', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(ACCESS).sort());
    expect(Object.keys(ATTEMPTS).sort()).toEqual(Object.keys(ACCESS).sort());
    for (const row of Object.values(TABLE))
      for (const words of Object.values(row)) expect(words.split(' ')).toHaveLength(COLUMNS.length);
  });
});

let app: App;
let data: string;
/** A text that everybody may read, for reviews that an attempt opens. */
let openText: string;
const actors = {} as Record<Column, Actor>;
const TEXT = 'Treaty of tests\n\nArticle 1\nScope\n\n1. This treaty applies to tests.\n\n2. It ends with them.\n';

beforeAll(async () => {
  data = mkdtempSync(joinPath(tmpdir(), 'proviso-access-'));
  ({ app } = await freshApp(data));
  const passwordHash = (await hashPassword(PASSWORD)) ?? '';
  for (const column of COLUMNS) {
    const id = newId();
    if (column !== 'visitor')
      await insertAccount(app.store.prisma, {
        id,
        handle: column,
        name: column,
        passwordHash,
        createdAt: app.now(),
      });
    actors[column] =
      column === 'visitor'
        ? { kind: 'visitor' }
        : { kind: 'person', id, handle: column, name: column, sessionId: newId() };
  }
  const stored = await importText(
    { kind: 'operator' },
    app,
    { name: 'treaty.txt', bytes: Buffer.from(TEXT) },
    { title: 'Open treaty', version: 'Draft', language: 'en', visibility: 'public' },
  );
  if (!stored.ok) throw new Error(JSON.stringify(stored));
  openText = stored.value.textId;
});
afterAll(async () => {
  await app.store.close();
  rmSync(data, { recursive: true, force: true });
});

const idOf = (column: Column) => {
  const actor = actors[column];
  return actor.kind === 'person' ? actor.id : '';
};

/** A treaty and a review of their own for each attempt, so that what one attempt changes cannot help another. */
async function worldFor(column: Column, visibility: Visibility): Promise<World> {
  const reviewId = newId();
  const slug = `${visibility}-${reviewId}`;
  const stored = await importText(
    { kind: 'operator' },
    app,
    { name: 'treaty.txt', bytes: Buffer.from(TEXT) },
    { title: `Treaty ${reviewId}`, version: 'Draft', language: 'en', visibility: 'private' },
  );
  if (!stored.ok) throw new Error(JSON.stringify(stored));
  const { textId, treatyId, treaty, version } = stored.value;
  const now = app.now();
  await insertReview(app.store.prisma, {
    id: reviewId,
    slug,
    title: slug,
    brief: '',
    treatyId,
    textId,
    visibility,
    createdAt: now,
  });
  const roles: Partial<Record<Column, Role>> = { coordinator: 'coordinator', observer: 'observer' };
  for (const member of ['coordinator', 'author', 'reviewer', 'observer', 'muted', 'removed'] as const)
    await addMember(app.store.prisma, {
      reviewId,
      accountId: idOf(member),
      role: roles[member] ?? 'reviewer',
      pseudonym: 'Contributor 1234',
      createdAt: now,
    });
  const writer = column === 'muted' || column === 'removed' ? column : 'author';
  const form = { submission: newId(), bodyText: 'Words of the author.' };
  const raised = await raiseConcern(actors[writer], app, slug, {
    ...form,
    scope: 'treaty',
    category: 'research',
    severity: 'serious',
  });
  const replied = await reply(actors[writer], app, slug, 1, { ...form, submission: newId() });
  if (!raised.ok || !replied.ok) throw new Error(JSON.stringify([raised, replied]));
  await setRole(app.store.prisma, reviewId, idOf('muted'), 'observer');
  await removeMember(app.store.prisma, reviewId, idOf('removed'));
  const invitation = { id: newId(), token: newToken() };
  await app.store.prisma.invitation.create({
    data: {
      id: invitation.id,
      tokenHash: sha256(invitation.token),
      reviewId,
      role: 'observer',
      invitedById: idOf('coordinator'),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
  });
  return {
    app,
    slug,
    textId,
    openText,
    text: { treaty, version, language: 'en' },
    bytes: Buffer.from(TEXT),
    concern: 1,
    reply: replied.value.id,
    invitation,
    member: idOf('reviewer'),
  };
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  forbidden: 'no',
  'sign-in-needed': 'sign-in',
  'not-found': 'hidden',
};

describe.each(Object.keys(TABLE) as Operation[])('%s', (operation) => {
  it.each(['public', 'private'] as const)('in a %s review answers each as the table says', async (visibility) => {
    const answers: string[] = [];
    for (const column of COLUMNS) {
      const result = await ATTEMPTS[operation](actors[column], await worldFor(column, visibility));
      answers.push(`${column} ${result.ok ? 'yes' : (OUTCOMES[result.code] ?? JSON.stringify(result))}`);
    }
    const words = TABLE[operation][visibility].split(' ');
    expect(answers).toEqual(COLUMNS.map((column, i) => `${column} ${words[i]}`));
  });

  it('is allowed by the policy where the table says yes, and nowhere else', () => {
    // The policy knows no treaties; read-text asks the store.
    if (operation === 'read-text') return;
    const roles: Partial<Record<Column, Role>> = {
      coordinator: 'coordinator',
      author: 'reviewer',
      reviewer: 'reviewer',
      observer: 'observer',
      muted: 'observer',
    };
    for (const visibility of ['public', 'private'] as const)
      expect(
        COLUMNS.map((column) =>
          may(operation, {
            signedIn: column !== 'visitor',
            role: roles[column] ?? null,
            visibility,
            author: column === 'author' || column === 'muted' || column === 'removed',
          }),
        ),
      ).toEqual(TABLE[operation][visibility].split(' ').map((word) => word === 'yes'));
  });
});

describe('lists hold only what one may read', () => {
  it.each(COLUMNS)('for %s', async (column) => {
    const [open, shut] = [await worldFor(column, 'public'), await worldFor(column, 'private')];
    const reviews = await listReviews(actors[column], app);
    const treaties = await listTreaties(actors[column], app);
    if (!reviews.ok || !treaties.ok) throw new Error('refused');
    const reads = TABLE['read-review'].private.split(' ')[COLUMNS.indexOf(column)] === 'yes';
    expect(reviews.value.some((r) => r.slug === open.slug)).toBe(true);
    expect(reviews.value.some((r) => r.slug === shut.slug)).toBe(reads);
    expect(treaties.value.some((t) => t.slug === open.text.treaty)).toBe(true);
    expect(treaties.value.some((t) => t.slug === shut.text.treaty)).toBe(reads);
    // A review brings others to its treaty: nobody but its owner, who is none of these, opens one on a private treaty.
    const made = await ATTEMPTS['create-review'](actors[column], { ...open, openText: shut.textId });
    expect(made.ok).toBe(false);
  });
});

describe('what was refused changed nothing', () => {
  it('keeps every row of the review as it was', async () => {
    const changing = (Object.keys(TABLE) as Operation[]).filter((operation) =>
      [MEMBERS, WRITERS, COORDINATORS, AUTHOR, AUTHOR_OR_COORDINATOR].includes(TABLE[operation]),
    );
    for (const column of ['stranger', 'visitor', 'removed', 'observer'] as const) {
      const world = await worldFor(column, 'private');
      const rows = () =>
        JSON.stringify(
          ['Review', 'Member', 'Invitation', 'Concern', 'ConcernRevision', 'Reply', 'ReplyRevision', 'Event'].map(
            (table) => app.store.raw.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all(),
          ),
        );
      const before = rows();
      for (const operation of changing) await ATTEMPTS[operation](actors[column], world);
      expect(rows()).toBe(before);
    }
  });
});
