import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { accountByHandle } from '#app/store/account/accounts.server';
import type { Actor, App } from '../app.server';
import { checkPassword } from './password.server';
import { openSession } from './session.server';
import { countTry, noteSuccess } from './throttle.server';

const schema = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'Give your handle.').max(80, 'This is no handle.'),
  password: z.string().min(1, 'Give your password.').max(600, 'This is no password.').normalize('NFC'),
});

/** Signs in and gives the secret for the session's cookie. `client` is a keyed hash of the address. Codes: invalid, too-many. */
export async function signIn(
  _actor: Actor,
  app: App,
  fields: Record<string, string>,
  client: string,
): Promise<Result<{ token: string }>> {
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { handle, password } = form.value;
  const wait = await countTry(app, handle, client);
  if (wait > 0)
    return fail('too-many', { detail: 'Too many wrong passwords. Wait a while, then try again.', retryAfter: wait });
  const account = await accountByHandle(app.store.prisma, handle);
  const usable = account !== null && account.suspendedAt === null && account.passwordHash !== '';
  const fits = await checkPassword(usable ? account.passwordHash : null, password);
  if (fits === null)
    return fail('too-many', { detail: 'Many people are signing in. Try again in a moment.', retryAfter: 10 });
  if (!fits || !usable) {
    return fail('invalid', { detail: 'Handle and password do not fit together.' });
  }
  await noteSuccess(app, handle, client);
  return ok({ token: await openSession(app, app.store.prisma, account.id) });
}
