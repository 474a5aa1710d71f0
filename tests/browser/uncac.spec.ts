import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drag, expect, fillAndPost, isReady, test, write } from './stage';

const FILE = join(import.meta.dirname, '../../../shared/treaties/uncac.en.txt');

/** Upload, look, confirm, and a review on the text: all by the pages, as somebody does who has only a browser. */
async function importAndReview(page: Page, title: string): Promise<string> {
  await page.getByLabel('File').setInputFiles(FILE);
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText(/^71 articles, /)).toBeVisible();
  const outline = page.getByRole('group').filter({ hasText: 'Article 15' }).first();
  await outline.getByText('Bribery of national public officials').click();
  await expect(outline).toContainText('when committed intentionally');
  await page.getByLabel('Title of the treaty').fill(title);
  await page.getByLabel('Version').fill('As adopted');
  await page.getByRole('button', { name: 'Store this text' }).click();
  await page.getByRole('link', { name: 'Review this text' }).click();
  await page.getByLabel('Title of the review').fill(`Review of ${title}`);
  await page.getByRole('button', { name: 'Open the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Review of ${title}` })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function download(page: Page, format: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: format }).click();
  return readFileSync(await (await coming).path());
}

test.describe('a real treaty (needs ../shared/treaties)', () => {
  test.skip(!existsSync(FILE));

  test('two people import it, raise, see, answer and export a concern without reloading', async ({ stage, enter }) => {
    const rosa = await enter(stage.rosa, '/treaties/import');
    const review = await importAndReview(rosa, 'Convention against Corruption');
    await rosa.getByRole('link', { name: 'Members' }).click();
    await rosa.getByRole('button', { name: 'Make the link' }).click();
    const link = await rosa.getByLabel('The link, shown only once').inputValue();
    const lin = await enter(stage.lin, new URL(link).pathname);
    await lin.getByRole('button', { name: 'Join the review' }).click();
    await lin.getByRole('link', { name: 'Read the treaty' }).first().click();
    await isReady(lin);
    await rosa.goto(`${review}/read`);
    await isReady(rosa);

    const quote = 'in the exercise of his or her official duties';
    await drag(rosa, quote);
    const toolbar = rosa.getByRole('toolbar', { name: 'Passage' });
    await toolbar.getByRole('button', { name: 'Raise a concern' }).click();
    const form = rosa.getByRole('form', { name: 'New concern' });
    await expect(form).toContainText(quote);
    await fillAndPost(rosa, 'Official duties reach further than the office.');
    await expect(rosa).toHaveURL(/concern=1$/);

    const seen = lin.getByRole('region', { name: 'Concerns' });
    await expect(seen.getByRole('heading', { name: '1 concern' })).toBeVisible();
    await lin.getByRole('button', { name: 'Next concern' }).click();
    const thread = seen.getByRole('article', { name: 'Concern 1' });
    await expect(thread).toContainText('Official duties reach further');
    await expect(thread.getByRole('blockquote')).toHaveText(quote);
    await thread.getByRole('button', { name: 'Reply' }).click();
    await write(thread.getByRole('textbox', { name: 'Your reply' }), 'The travaux say the same.');
    await thread.getByRole('button', { name: 'Post reply' }).click();
    await expect(rosa.getByText('The travaux say the same.')).toBeVisible();

    await lin.getByRole('link', { name: 'Report', exact: true }).click();
    const report = String(await download(lin, 'Markdown'));
    expect(report).toContain(quote);
    expect(report).toContain('Official duties reach further than the office.');
    expect(report).toContain('The travaux say the same.');
    expect((await download(lin, 'PDF')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('without scripts it is imported, read, answered and exported', async ({ stage, enter }) => {
    const page = await enter(stage.rosa, '/treaties/import', { javaScriptEnabled: false });
    const review = await importAndReview(page, 'Convention read without scripts');
    const slug = review.split('/').at(-1)!;
    const quote = 'in the exercise of his or her official duties';
    const number = await stage.raiseOn(stage.rosa, slug, quote, 'Duties are not defined.');
    await page.goto(`${review}/read`);
    const text = page.getByRole('region', { name: 'Treaty text' });
    await expect(text).toContainText('Article 71');
    await text.getByRole('link', { name: '1 concern' }).first().click();
    await page.getByRole('link', { name: `Concern ${number}` }).click();
    await page.getByText('Reply', { exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Said without any script.');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await expect(page.getByRole('paragraph').filter({ hasText: 'Said without any script.' })).toBeVisible();
    await page.getByRole('link', { name: 'Report', exact: true }).click();
    expect(String(await download(page, 'Markdown'))).toContain('Said without any script.');
  });
});
