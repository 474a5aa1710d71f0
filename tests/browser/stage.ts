import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { proviso, SHORT_TREATY } from '../command-line';
import { Person, provisionConcern } from '../person';
import { startServer, type RunningServer } from '../running-server';

export const SAMPLE = 'cybercrime-convention-sample';
/** The title under which the short treaty of our own is stored on every stage. */
export const BRIDGES = 'Convention on the Keeping of Bridges';

/** One server with its own data for all tests of a worker. A test that writes does so in a review of its own. */
export interface Stage {
  readonly server: RunningServer;
  /** Runs every review. */
  readonly rosa: Person;
  /** Writes in every review. */
  readonly lin: Person;
  readonly visitor: Person;
  /** Opens a review on a text whose name has `text` in it; gives its slug. */
  review(text?: string, visibility?: 'public' | 'private'): Promise<string>;
  /** Raises a concern by the product's own address; gives its number. */
  raise(person: Person, review: string, fields: Record<string, string>): Promise<number>;
  /** Raises a concern on words as they stand in the text. */
  raiseOn(person: Person, review: string, quote: string, words: string): Promise<number>;
  /** Stores a text from the command line. */
  store(name: string, text: string, flags: readonly string[]): Promise<void>;
}

/** A page of somebody's, in a context of its own. */
export type Enter = (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;

export const test = base.extend<{ enter: Enter }, { stage: Stage }>({
  stage: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startServer();
      const stage = await stageOn(server);
      await use(stage);
      await server.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  enter: async ({ browser, stage }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (person, path, options = {}) => {
      const context = await browser.newContext({ baseURL: stage.server.url, ...options });
      contexts.push(context);
      await context.addCookies(cookiesOf(person));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
export { expect };

/** What the person's session is called in a browser. */
export function cookiesOf(person: Person) {
  const [name, value] = person.cookie.split('=', 2);
  return name && value ? [{ name, value, url: person.server.url }] : [];
}

export async function stageOn(server: RunningServer): Promise<Stage> {
  const rosa = await new Person(server).join(server.firstVisit!, 'rosa', 'Rosa Klein');
  const lin = await new Person(server).join(await rosa.invite(SAMPLE, 'reviewer'), 'lin', 'Lin Mei');
  const stage: Stage = {
    server,
    rosa,
    lin,
    visitor: new Person(server),
    review: async (text = BRIDGES, visibility = 'private') => {
      const choices = await (await rosa.get('/reviews/new')).text();
      const option = [...choices.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g)].find(([, , name]) =>
        name!.includes(text),
      );
      if (!option) throw new Error(`No text called ${text}`);
      const fields = { title: `On ${text}`, brief: '', text: option[1]!, visibility };
      const opened = (await rosa.post('/reviews/new', fields)).headers.get('Location')!;
      const slug = opened.split('/').at(-1)!;
      const joined = await lin.post(new URL(await rosa.invite(slug, 'reviewer')).pathname, {});
      expect(joined.status).toBe(302);
      return slug;
    },
    raise: async (person, review, fields) => {
      const answer = await person.post(`/reviews/${review}/raise`, fields, { Accept: 'application/json' });
      const said = (await answer.json()) as { ok: boolean; value?: { number: number } };
      if (!said.ok) throw new Error(JSON.stringify(said));
      return said.value!.number;
    },
    raiseOn: async (person, review, quote, words) => {
      const html = await (await person.get(`/reviews/${review}/read`)).text();
      for (const [, offset, block] of html.matchAll(/data-s="(\d+)"[^>]*>([^<]*)</g)) {
        const within = plain(block!).indexOf(quote);
        if (within < 0) continue;
        const start = Number(offset) + within;
        const passage = { scope: 'passage', eId: '', exact: quote, start: String(start) };
        const end = String(start + quote.length);
        return stage.raise(person, review, provisionConcern('', words, { ...passage, end }));
      }
      throw new Error(`The text has no “${quote}”`);
    },
    store: async (name, text, flags) => {
      const folder = mkdtempSync(join(tmpdir(), 'proviso-text-'));
      writeFileSync(join(folder, name), text);
      const said = await proviso(server.data, 'import', join(folder, name), ...flags);
      rmSync(folder, { recursive: true });
      if (said.code !== 0) throw new Error(said.stderr);
    },
  };
  const as = ['--treaty', 'bridges', '--title', BRIDGES, '--version', 'Draft', '--lang', 'en'];
  await stage.store('bridges.md', SHORT_TREATY, as);
  return stage;
}

const plain = (html: string) =>
  html.replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => {
    return { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }[name]!;
  });

/** The reader with its scripts running and knowing who reads. */
export async function isReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Next concern', includeHidden: true })).toBeAttached();
}

/** Selects with the mouse from the first letter of a quote to beyond its last, as a person drags. */
export async function drag(page: Page, quote: string): Promise<void> {
  const place = async () =>
    page.evaluate((words) => {
      for (const block of document.querySelectorAll('[data-s]')) {
        const node = block.firstChild;
        const at = node?.textContent?.indexOf(words) ?? -1;
        if (!node || at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        block.scrollIntoView({ block: 'center', behavior: 'instant' });
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0]!, rects.at(-1)!];
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
      throw new Error(`The page has no “${words}”`);
    }, quote);
  // Once to scroll there, once to measure where it came to rest.
  await place();
  const { from, to } = await place();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Writes into a composer, which is a plain field until somebody begins. */
export async function write(field: Locator, words: string): Promise<void> {
  await field.click();
  const form = field
    .page()
    .locator('form')
    .filter({ has: field.page().locator('[contenteditable]:focus') });
  await expect(form).toBeVisible();
  await field.page().keyboard.insertText(words);
}

/** Fills the form "New concern" and posts it. */
export async function fillAndPost(page: Page, words: string): Promise<void> {
  const form = page.getByRole('form', { name: 'New concern' });
  await write(form.getByRole('textbox', { name: 'Concern', exact: true }), words);
  await form.getByLabel('Category').selectOption({ label: 'Researcher criminalisation' });
  await form.getByLabel('Severity').selectOption({ label: 'Red line' });
  await form.getByRole('button', { name: 'Post concern' }).click();
}
