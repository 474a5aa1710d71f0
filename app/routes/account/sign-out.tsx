import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { endedCookie } from '#app/http/cookie.server';
import { signOut } from '#app/operations/account/sign-out.server';

export const loader = () => redirect('/');

/** Also clears what the browser kept: drafts are on the device only while one is signed in. */
export async function action({ context }: ActionFunctionArgs) {
  await signOut(context.actor, context.app);
  const headers = new Headers({
    'Set-Cookie': endedCookie(context.app.publicUrl),
    'Clear-Site-Data': '"storage", "cache"',
  });
  return redirect('/', { headers });
}

export default function SignOut() {
  return null;
}
