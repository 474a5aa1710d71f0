/** The session's cookie: `__Host-` and Secure wherever we are served by https; plain http (a laptop, an onion address) cannot have them. */
const secure = (publicUrl: string) => publicUrl.startsWith('https:');
const nameFor = (publicUrl: string) => (secure(publicUrl) ? '__Host-proviso' : 'proviso');

export function sessionToken(cookieHeader: string | undefined | null, publicUrl: string): string | null {
  const name = nameFor(publicUrl);
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

export function sessionCookie(token: string, publicUrl: string, days: number): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${days * 86_400}`;
  return `${nameFor(publicUrl)}=${token}; ${flags}${secure(publicUrl) ? '; Secure' : ''}`;
}

export const endedCookie = (publicUrl: string): string => sessionCookie('', publicUrl, 0);
