import type { Operation } from '#app/domain/review/policy';
import { ok, type Result } from '#app/domain/result';
import { changePassword } from '#app/operations/account/change-password.server';
import { endSession } from '#app/operations/account/end-session.server';
import { foundOrganisation } from '#app/operations/account/found-organisation.server';
import { join, seeInvitation } from '#app/operations/account/join.server';
import { recognise } from '#app/operations/account/recognise.server';
import { seeAccount } from '#app/operations/account/see-account.server';
import { signIn } from '#app/operations/account/sign-in.server';
import { signOut } from '#app/operations/account/sign-out.server';
import { welcome } from '#app/operations/account/welcome.server';
import { newId, type Actor, type App } from '#app/operations/app.server';
import { deleteConcern } from '#app/operations/concern/delete-concern.server';
import { deleteReply } from '#app/operations/concern/delete-reply.server';
import { editConcern } from '#app/operations/concern/edit-concern.server';
import { editReply } from '#app/operations/concern/edit-reply.server';
import { listConcerns } from '#app/operations/concern/list-concerns.server';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';
import { readHistory } from '#app/operations/concern/read-history.server';
import { readThread } from '#app/operations/concern/read-thread.server';
import { reply } from '#app/operations/concern/reply.server';
import { settleConcern } from '#app/operations/concern/settle-concern.server';
import { buildReport, reportChoiceSchema } from '#app/operations/report/build-report.server';
import { exportReport } from '#app/operations/report/export-report.server';
import { changeMember } from '#app/operations/review/change-member.server';
import { createReview } from '#app/operations/review/create-review.server';
import { followReview } from '#app/operations/review/follow-review.server';
import { invite } from '#app/operations/review/invite.server';
import { listReviews } from '#app/operations/review/list-reviews.server';
import { openReview } from '#app/operations/review/open-review.server';
import { readReview } from '#app/operations/review/read-review.server';
import { revokeInvitation } from '#app/operations/review/revoke-invitation.server';
import { seeCards } from '#app/operations/review/see-cards.server';
import { seeChanges } from '#app/operations/review/see-changes.server';
import { seeMembers } from '#app/operations/review/see-members.server';
import { seeSelf } from '#app/operations/review/see-self.server';
import { updateReview } from '#app/operations/review/update-review.server';
import { correctImport } from '#app/operations/treaty/correct-import.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { listTreaties } from '#app/operations/treaty/list-treaties.server';
import { previewImport } from '#app/operations/treaty/preview-import.server';
import { readText } from '#app/operations/treaty/read-text.server';
import { seeImport } from '#app/operations/treaty/see-import.server';
import { filterSchema } from '#app/domain/concern/filter';

/** What an attempt is made on: a review with one concern, one reply and one open invitation. */
export interface World {
  readonly app: App;
  readonly slug: string;
  readonly textId: string;
  /** A text that everybody may read. */
  readonly openText: string;
  readonly text: { readonly treaty: string; readonly version: string; readonly language: string };
  readonly bytes: Uint8Array;
  readonly concern: number;
  readonly reply: string;
  readonly invitation: { readonly id: string; readonly token: string };
  /** A reviewer's account. */
  readonly member: string;
}

export const PASSWORD = 'a long enough sentence';
const critique = { category: 'research', severity: 'serious' };
const everything = () => reportChoiceSchema.parse({});

/** A whole and right request for each operation: what refuses it can only be the access policy. */
export const ATTEMPTS: Readonly<Record<Operation, (actor: Actor, world: World) => Promise<Result<unknown>>>> = {
  welcome: async (_actor, { app }) => ok(await welcome(app, null)),
  join: async (actor, { app, invitation }) => {
    const seen = await seeInvitation(actor, app, invitation.token);
    const handle = `joined-${newId().slice(0, 8)}`;
    return seen.ok ? join(actor, app, invitation.token, { handle, name: 'Joined', password: PASSWORD }, null) : seen;
  },
  'sign-in': (actor, { app }) =>
    signIn(actor, app, { handle: 'stranger', password: PASSWORD }, { client: 'client', device: null }),
  recognise: async (_actor, { app }) => ok(recognise(app, null)),
  'sign-out': (actor, { app }) => signOut(actor, app),
  'end-session': (actor, { app }) => endSession(actor, app, null),
  'change-password': (actor, { app }) => changePassword(actor, app, { current: PASSWORD, password: PASSWORD }),
  'see-account': (actor, { app }) => seeAccount(actor, app),
  'found-organisation': (actor, { app }) =>
    foundOrganisation(actor, app, { name: `Organisation ${newId()}`, constituency: 'industry' }),
  'list-treaties': (actor, { app }) => listTreaties(actor, app),
  'read-text': (actor, { app, text }) => readText(actor, app, text),
  'preview-import': (actor, { app, bytes }) => previewImport(actor, app, { name: 'treaty.txt', bytes }),
  'see-import': async (actor, { app, bytes }) => {
    const preview = await previewImport(actor, app, { name: 'treaty.txt', bytes });
    return preview.ok ? seeImport(actor, app, preview.value.upload, null) : preview;
  },
  'correct-import': async (actor, { app, bytes }) => {
    const preview = await previewImport(actor, app, { name: 'treaty.txt', bytes });
    return preview.ok
      ? correctImport(actor, app, preview.value.upload, { change: 'read-as', line: '1', as: 'text' })
      : preview;
  },
  'import-text': (actor, { app, bytes }) =>
    importText(
      actor,
      app,
      { name: 'treaty.txt', bytes },
      { title: `Own ${newId()}`, version: 'Draft', language: 'en' },
    ),
  'list-reviews': (actor, { app }) => listReviews(actor, app),
  'create-review': (actor, { app, openText }) => createReview(actor, app, { title: `Made ${newId()}`, text: openText }),
  'open-review': (actor, { app, slug }) => openReview(actor, app, slug),
  'read-review': (actor, { app, slug }) => readReview(actor, app, slug, null),
  'follow-review': async (actor, { app, slug }) => {
    const following = followReview(() => actor, app, slug, 0, { events() {}, present() {}, ended() {}, failed() {} });
    if (following.ok) following.value();
    return following;
  },
  'see-self': (actor, { app, slug }) => seeSelf(actor, app, slug),
  'see-changes': (actor, { app, slug }) => seeChanges(actor, app, slug, 0),
  'see-cards': (actor, { app, slug, text }) => seeCards(actor, app, slug, text, -1),
  'see-members': (actor, { app, slug }) => seeMembers(actor, app, slug),
  'update-review': (actor, { app, slug }) => updateReview(actor, app, slug, { title: 'Other', visibility: 'private' }),
  invite: (actor, { app, slug }) => invite(actor, app, slug, { role: 'coordinator' }),
  'revoke-invitation': (actor, { app, slug, invitation }) => revokeInvitation(actor, app, slug, invitation.id),
  'change-member': (actor, { app, slug, member }) => changeMember(actor, app, slug, { account: member, role: 'none' }),
  'list-concerns': (actor, { app, slug }) => listConcerns(actor, app, slug, filterSchema.parse({ q: 'words' })),
  'read-thread': (actor, { app, slug, concern }) => readThread(actor, app, slug, concern),
  'read-history': (actor, { app, slug, concern }) => readHistory(actor, app, slug, concern, null),
  'raise-concern': (actor, { app, slug }) =>
    raiseConcern(actor, app, slug, { submission: newId(), scope: 'treaty', bodyText: 'Another.', ...critique }),
  reply: (actor, { app, slug, concern }) =>
    reply(actor, app, slug, concern, { submission: newId(), bodyText: 'An answer.' }),
  'edit-concern': (actor, { app, slug, concern }) =>
    editConcern(actor, app, slug, concern, { revision: '1', bodyText: 'Edited.', ...critique }),
  'edit-reply': (actor, { app, slug, concern, reply: id }) =>
    editReply(actor, app, slug, concern, { reply: id, revision: '1', bodyText: 'Edited.' }),
  'settle-concern': (actor, { app, slug, concern }) =>
    settleConcern(actor, app, slug, concern, 'resolved', { reason: 'Settled.' }),
  'delete-concern': (actor, { app, slug, concern }) => deleteConcern(actor, app, slug, concern),
  'delete-reply': (actor, { app, slug, concern, reply: id }) => deleteReply(actor, app, slug, concern, id),
  'build-report': (actor, { app, slug }) => buildReport(actor, app, slug, everything()),
  'export-report': (actor, { app, slug }) => exportReport(actor, app, slug, 'md', everything()),
};
