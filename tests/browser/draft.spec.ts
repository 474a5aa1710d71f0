import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startServer } from '../running-server';
import { cookiesOf, expect, fillAndPost, isReady, stageOn, test, write } from './stage';

const WORDS = Array.from({ length: 100 }, (_, i) => `word${i + 1}`);

/** The browser's own process ended as a crash or a power cut ends it. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(processInfo.find((one) => one.type === 'browser')!.id, 'SIGKILL');
  await gone;
}

async function openForm(page: Page) {
  await page.getByRole('button', { name: 'Raise a concern on Article 1(2)' }).click();
  return page.getByRole('form', { name: 'New concern' });
}

test('words typed without a pause survive a browser that is killed, but for the last two seconds', async ({
  stage,
  launchOptions,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'proviso-profile-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-GB' });
    await context.addCookies(cookiesOf(stage.rosa));
    const page = context.pages()[0]!;
    await page.goto(`${stage.server.url}/reviews/${review}/read`);
    await isReady(page);
    return { context, page };
  };
  const review = await stage.review();

  const before = await open();
  const field = (await openForm(before.page)).getByRole('textbox', { name: 'Concern', exact: true });
  await write(field, `${WORDS.slice(0, 60).join(' ')} `);
  const typed: { at: number; words: number }[] = [];
  for (let i = 60; i < WORDS.length; i++) {
    await before.page.keyboard.type(`${WORDS[i]} `, { delay: 10 });
    typed.push({ at: Date.now(), words: i + 1 });
  }
  const killed = Date.now();
  await kill(before.context);
  expect(killed - typed[0]!.at, 'typing took longer than what may be lost').toBeGreaterThan(2500);

  const after = await open();
  await after.page.getByRole('button', { name: 'Continue' }).click();
  const form = after.page.getByRole('form', { name: 'New concern' });
  await expect(form).toContainText('word1 word2');
  const kept = (await form.getByRole('textbox', { name: 'Concern', exact: true }).innerText()).trim().split(' ');
  const due = typed.filter((one) => one.at < killed - 2000).at(-1)!.words;
  expect(kept.length).toBeGreaterThanOrEqual(due);
  // The last word may be half written.
  expect(kept.slice(0, due)).toEqual(WORDS.slice(0, due));
  await after.context.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a post to a server that is down loses nothing and says so; posted again later it is one concern', async ({
  browser,
}) => {
  const server = await startServer();
  const stage = await stageOn(server);
  const review = await stage.review();
  const context = await browser.newContext();
  await context.addCookies(cookiesOf(stage.rosa));
  const page = await context.newPage();
  await page.goto(`${server.url}/reviews/${review}/read`);
  const form = await openForm(page);
  await expect(form).toBeVisible();

  await server.stop('SIGKILL');
  await fillAndPost(page, 'Written while the server was away.');
  await expect(form.getByRole('alert')).toContainText('Your words are kept here');
  await expect(form).toContainText('Written while the server was away.');
  const again = await startServer({ data: server.data, environment: { PORT: new URL(server.url).port } });
  await form.getByRole('button', { name: 'Post concern' }).click();
  await expect(page).toHaveURL(/concern=1$/);
  await expect(page.getByRole('article', { name: 'Concern 1' })).toContainText('Written while the server was away.');
  await context.close();
  await again.remove();
});

test('an answer that is lost on its way makes no second concern', async ({ stage, enter }) => {
  const review = await stage.review();
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  await isReady(page);
  const form = await openForm(page);
  await page.route('**/raise', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await fillAndPost(page, 'Said once.');
  await expect(form.getByRole('alert')).toContainText('Your words are kept here');
  await page.unroute('**/raise');
  await form.getByRole('button', { name: 'Post concern' }).click();
  await expect(page).toHaveURL(/concern=1$/);
  await page.goto(`/reviews/${review}/concerns`);
  await expect(page.getByText('Said once.')).toHaveCount(1);
});

test('narrowing the passage keeps what is written, and one draft of it; another provision begins anew', async ({
  stage,
  enter,
}) => {
  const review = await stage.review();
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  await isReady(page);
  const form = await openForm(page);
  await write(form.getByRole('textbox', { name: 'Concern', exact: true }), 'Written before narrowing.');
  await page.getByRole('button', { name: 'Narrow the passage' }).click();
  const field = page.getByRole('textbox', { name: 'Text of the provision' });
  await field.press('ControlOrMeta+Home');
  await field.press('ControlOrMeta+Shift+ArrowRight');
  await page.getByRole('button', { name: 'Use these words' }).click();
  await expect(form.getByRole('blockquote')).toHaveText('Nothing');
  await expect(form.getByRole('textbox', { name: 'Concern', exact: true })).toHaveText('Written before narrowing.');

  await page.getByRole('button', { name: 'Raise a concern on Article 3(1)' }).click();
  await expect(form).toContainText('On Article 3(1)');
  await expect(form.getByRole('textbox', { name: 'Concern', exact: true })).toHaveText('');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(form.getByRole('blockquote')).toHaveText('Nothing');
  await expect(form).toContainText('Written before narrowing.');
});
