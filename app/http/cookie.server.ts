/** Our cookies: `__Host-` and Secure wherever we are served by https; plain http (a laptop, an onion address) cannot have them. */
const secure = (publicUrl: string) => publicUrl.startsWith('https:');
const nameFor = (name: string, publicUrl: string) => (secure(publicUrl) ? `__Host-${name}` : name);
const SESSION = 'proviso';
const DEVICE = 'proviso-device';
const DEVICE_DAYS = 365;

function valueIn(cookieHeader: string | undefined | null, wanted: string): string | null {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

function cookie(name: string, value: string, publicUrl: string, days: number): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${days * 86_400}`;
  return `${nameFor(name, publicUrl)}=${value}; ${flags}${secure(publicUrl) ? '; Secure' : ''}`;
}

type Header = string | undefined | null;
export const sessionToken = (header: Header, publicUrl: string) => valueIn(header, nameFor(SESSION, publicUrl));
export const deviceMarks = (header: Header, publicUrl: string) => valueIn(header, nameFor(DEVICE, publicUrl));

export const sessionCookie = (token: string, publicUrl: string, days: number): string =>
  cookie(SESSION, token, publicUrl, days);
/** What tells a browser in which somebody has signed in before from a stranger's; it stays after signing out. */
export const deviceCookie = (marks: string, publicUrl: string): string => cookie(DEVICE, marks, publicUrl, DEVICE_DAYS);
export const endedCookie = (publicUrl: string): string => sessionCookie('', publicUrl, 0);

/** The headers that open a session in a browser, and mark it. */
export function signedIn(given: { token: string; device: string }, publicUrl: string, days: number): Headers {
  const headers = new Headers();
  headers.append('Set-Cookie', sessionCookie(given.token, publicUrl, days));
  headers.append('Set-Cookie', deviceCookie(given.device, publicUrl));
  return headers;
}
