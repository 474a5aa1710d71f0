import type { Actor, App } from '#app/operations/app.server';

/** What the server hands to every loader and action. */
export interface Context {
  readonly app: App;
  readonly actor: Actor;
  /** Keyed hash of the client's address: for limits only; the key dies with the process. */
  readonly client: string;
  /** The marks that the browser keeps of who has signed in with it. */
  readonly device: string | null;
  /** Filled by the reader's loader for the server's rendering; never part of the data that the browser gets. */
  treatyHtml?: string;
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how Remix lets a server name its context
  interface AppLoadContext extends Context {}
  // Types of loader data as single fetch carries them.
  interface Future {
    v3_singleFetch: true;
  }
}
