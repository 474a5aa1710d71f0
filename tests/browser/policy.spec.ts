import type { Page } from '@playwright/test';
import { byPerson, expectEveryRoute, pagesOf, UPLOAD } from './pages';
import { drag, expect, fillAndPost, isReady, test } from './stage';

/** Notes whatever the browser complains of, or asks another host for, from now on. */
async function listen(page: Page, host: string): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    // The page that says "not here" is answered with that status, which the browser reports as an error.
    const ofPage = message.location().url === page.url() && /status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !ofPage) heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.host !== host)
      heard.push(`${page.url()} asked ${url.host}`);
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      heard.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  await page.exposeFunction('heardViolation', (words: string) => heard.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const heardViolation = (window as unknown as { heardViolation(words: string): void }).heardViolation;
      heardViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return heard;
}

test('no page breaks its own policy, asks a third party or errs', async ({ stage, enter }) => {
  const pages = await pagesOf(stage);
  expectEveryRoute(pages);
  const host = new URL(stage.server.url).host;
  for (const [person, visits] of byPerson(pages)) {
    const page = await enter(person, 'about:blank');
    const heard = await listen(page, host);
    for (const { path, status = 200 } of visits) {
      const answer = (await page.goto(path, { waitUntil: 'load' }))!;
      expect(answer.status(), path).toBe(status);
      const policy = answer.headers()['content-security-policy'] ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
      await expect.poll(() => page.evaluate(() => '__remixManifest' in window)).toBe(true);
    }
    expect(heard).toEqual([]);
  }
});

test('nothing errs while a treaty is imported, read and written on', async ({ stage, enter }) => {
  const page = await enter(stage.rosa, 'about:blank');
  const heard = await listen(page, new URL(stage.server.url).host);
  await page.goto('/treaties/import');
  await page.getByLabel('File').setInputFiles(UPLOAD);
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByLabel('Version').fill('Once more');
  await page.getByRole('button', { name: 'Store this text' }).click();
  await page.getByRole('link', { name: 'Review this text' }).click();
  await page.getByLabel('Title of the review').fill('Without an error');
  await page.getByRole('button', { name: 'Open the review' }).click();
  await page.getByRole('link', { name: 'Read the treaty' }).first().click();
  await isReady(page);
  await drag(page, 'closes a bridge');
  await page.getByRole('toolbar', { name: 'Passage' }).getByRole('button', { name: 'Raise a concern' }).click();
  await fillAndPost(page, 'Written with nothing amiss.');
  await expect(page).toHaveURL(/concern=1$/);
  const thread = page.getByRole('article', { name: 'Concern 1' });
  await thread.getByRole('button', { name: 'Reply' }).click();
  await expect(thread.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await page.goto(page.url().replace(/read.*/, 'concerns/1'));
  await page.getByRole('button', { name: 'Reply' }).click();
  expect(heard).toEqual([]);
});
