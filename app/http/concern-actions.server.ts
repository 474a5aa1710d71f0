import { fail, type Result } from '#app/domain/result';
import type { Actor, App } from '#app/operations/app.server';
import { deleteConcern } from '#app/operations/concern/delete-concern.server';
import { deleteReply } from '#app/operations/concern/delete-reply.server';
import { editConcern } from '#app/operations/concern/edit-concern.server';
import { editReply } from '#app/operations/concern/edit-reply.server';
import { reply } from '#app/operations/concern/reply.server';
import { settleConcern } from '#app/operations/concern/settle-concern.server';

/** What a form of a thread asks for, by its `intent`. */
export async function actOnThread(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  { intent, ...fields }: Record<string, string>,
): Promise<Result<unknown>> {
  if (!Number.isSafeInteger(number)) return fail('not-found');
  switch (intent) {
    case 'reply':
      return reply(actor, app, slug, number, fields);
    case 'edit':
      return editConcern(actor, app, slug, number, fields);
    case 'edit-reply':
      return editReply(actor, app, slug, number, fields);
    case 'resolve':
      return settleConcern(actor, app, slug, number, 'resolved', fields);
    case 'reopen':
      return settleConcern(actor, app, slug, number, 'open', fields);
    case 'delete':
      return deleteConcern(actor, app, slug, number);
    case 'delete-reply':
      return deleteReply(actor, app, slug, number, fields.reply ?? '');
    default:
      return fail('invalid', { detail: 'This form is damaged; reload the page.' });
  }
}
