import { z } from 'zod';
import { passwordSchema } from '#app/domain/account/credentials';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { accountById, endSessions, setPassword } from '#app/store/account/accounts.server';
import { write } from '#app/store/database.server';
import type { Actor, App } from '../app.server';
import { checkPassword, hashPassword } from './password.server';
import { countTry, uncountTry } from './throttle.server';

const schema = z.object({
  current: z.string().min(1, 'Give your password.').max(600).normalize('NFC'),
  password: passwordSchema,
});

/** Changes one's password and ends every other session. Codes: sign-in-needed, invalid, too-many. */
export async function changePassword(actor: Actor, app: App, fields: Record<string, string>): Promise<Result<null>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const account = await accountById(app.store.prisma, actor.id);
  if (!account) return fail('sign-in-needed');
  // Whoever finds a session open must not be able to guess the password with it.
  const count = { of: 'password', name: actor.id } as const;
  const wait = await countTry(app, count);
  if (wait > 0)
    return fail('too-many', { detail: 'Too many wrong passwords. Wait a while, then try again.', retryAfter: wait });
  const fits = await checkPassword(account.passwordHash, form.value.current);
  const passwordHash = fits ? await hashPassword(form.value.password) : null;
  if (fits === false) return fail('invalid', { fields: { current: 'This is not your password.' } });
  if (fits === null || passwordHash === null) return fail('too-many', { retryAfter: 10 });
  await uncountTry(app, count);
  await write(app.store, async (tx) => {
    await setPassword(tx, actor.id, passwordHash);
    await endSessions(tx, actor.id, { allBut: actor.sessionId });
  });
  return ok(null);
}
