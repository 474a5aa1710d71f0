import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { accountByHandle } from '#app/store/account/accounts.server';
import type { Actor, App } from '../app.server';
import { knownDevice, markDevice } from './device.server';
import { checkPassword } from './password.server';
import { openSession } from './session.server';
import { countClient, countTry, uncountClient, uncountTry, type Count } from './throttle.server';

const schema = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'Give your handle.').max(80, 'This is no handle.'),
  password: z.string().min(1, 'Give your password.').max(600, 'This is no password.').normalize('NFC'),
});

/** From where somebody signs in: a keyed hash of the address, and the marks that the browser keeps of those who did so before. */
export interface Whence {
  readonly client: string;
  readonly device: string | null;
}

/** Signs in and gives the secret for the session's cookie, and the marks for the browser's. Codes: invalid, too-many. */
export async function signIn(
  _actor: Actor,
  app: App,
  fields: Record<string, string>,
  { client, device }: Whence,
): Promise<Result<{ token: string; device: string }>> {
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { handle, password } = form.value;
  const known = knownDevice(app, device, handle);
  const count: Count = known ? { of: 'device', name: known } : { of: 'account', name: handle };
  const wait = (known ? 0 : countClient(app, client)) || (await countTry(app, count));
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
  if (!known) uncountClient(client);
  await uncountTry(app, count);
  return ok({ token: await openSession(app, app.store.prisma, account.id), device: markDevice(app, device, handle) });
}
