import type { RunningServer } from './running-server';

/** Somebody who talks HTTP to a server as a browser's form would: same origin, cookies kept, redirects looked at. */
export class Person {
  /** The session's cookie. */
  cookie = '';
  /** The cookie by which a browser is known that has signed in before. */
  device = '';
  constructor(public server: Pick<RunningServer, 'url'>) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#address(path), { redirect: 'manual', headers: this.#headers(headers) });
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(this.#address(path), {
      method: 'POST',
      redirect: 'manual',
      headers: this.#headers({ Origin: new URL(this.server.url).origin, 'Sec-Fetch-Site': 'same-origin', ...headers }),
      body: new URLSearchParams(fields),
    });
    for (const header of response.headers.getSetCookie()) {
      const cookie = header.split(';', 1)[0]!;
      if (/^(__Host-)?proviso-device=/.test(cookie)) this.device = cookie;
      else this.cookie = cookie;
    }
    return response;
  }

  /** Makes an account with an invitation or the first-visit link, and is signed in. */
  async join(link: string, handle: string, name = handle): Promise<this> {
    const response = await this.post(new URL(link).pathname, { handle, name, password: 'a long enough sentence' });
    if (response.status !== 302)
      throw new Error(`${handle} could not join: ${response.status} ${await response.text()}`);
    return this;
  }

  /** A single-use link to a review, from its coordinator. */
  async invite(review: string, role: string): Promise<string> {
    const response = await this.post(`/reviews/${review}/members`, { intent: 'invite', role });
    const link = /value="([^"]*\/join\/[^"]+)"/.exec(await response.text())?.[1];
    if (!link) throw new Error(`No invitation: ${response.status}`);
    return link;
  }

  #address = (path: string) => (path.startsWith('http') ? path : this.server.url + path);
  #headers = (headers: Record<string, string>) => ({
    ...(this.cookie || this.device ? { Cookie: [this.cookie, this.device].filter(Boolean).join('; ') } : {}),
    ...headers,
  });
}

/** What the form "New concern" sends for a whole provision. */
export const provisionConcern = (
  eId: string,
  words: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  submission: crypto.randomUUID(),
  scope: 'provision',
  eId,
  category: 'research',
  severity: 'serious',
  bodyText: words,
  ...more,
});
