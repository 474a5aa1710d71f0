import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '../running-server';

const REVIEW = 'cybercrime-convention-sample';
let server: RunningServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.remove());

async function makeAccount(page: Page, link: string, handle: string, name: string) {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Handle').fill(handle);
  await page.getByLabel('Password').fill('a long enough sentence');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(
    page.getByRole('button', { name: /Account menu/ }).or(page.locator('.site-header summary')),
  ).toBeVisible();
}

/** Selects words of a provision with the mouse, from the first to beyond the last. */
async function selectWords(page: Page, eId: string) {
  const block = page.locator(`[id="${eId}"] > .p-text`).first();
  await block.scrollIntoViewIfNeeded();
  const box = (await block.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 260, box.y + 14, { steps: 6 });
  await page.mouse.up();
}

async function raise(page: Page, words: string) {
  await page.getByRole('toolbar', { name: 'Passage' }).getByRole('button', { name: 'Raise a concern' }).click();
  const form = page.getByRole('form', { name: 'New concern' });
  await form.getByLabel('Category').selectOption({ label: 'Researcher criminalisation' });
  await form.getByLabel('Severity').selectOption({ label: 'Red line' });
  await form.getByRole('textbox', { name: 'Concern' }).fill(words);
  await form.getByRole('button', { name: 'Post concern' }).click();
}

async function reader(context: BrowserContext, path = `/reviews/${REVIEW}/read`) {
  const page = await context.newPage();
  await page.goto(server.url + path);
  await expect(page.getByRole('region', { name: 'Treaty text' })).toBeVisible();
  return page;
}

test('two people raise, see, answer, settle and export a concern without reloading', async ({ browser }) => {
  const rosa = await browser.newContext();
  const lin = await browser.newContext();
  const first = await rosa.newPage();
  await makeAccount(first, server.firstVisit!, 'rosa', 'Rosa Klein');
  await first.getByRole('link', { name: 'Members' }).click();
  await first.getByRole('button', { name: 'Make the link' }).click();
  const link = await first.getByLabel('The link, shown only once').inputValue();
  const second = await lin.newPage();
  await makeAccount(second, link, 'lin', 'Lin Mei');

  const rosaReads = await reader(rosa);
  const linReads = await reader(lin);
  const eId = 'chp_II__art_7__para_1';
  await expect(linReads.getByRole('region', { name: 'Concerns' })).toBeVisible();
  await selectWords(rosaReads, eId);
  await raise(rosaReads, 'Good-faith testing of systems is exposed by these words.');
  await expect(rosaReads).toHaveURL(/concern=18/);
  await expect(rosaReads.getByRole('article', { name: 'Concern 18' }).first()).toContainText('Good-faith testing');

  await linReads.locator(`[id="${eId}"]`).scrollIntoViewIfNeeded();
  const shown = linReads.getByRole('region', { name: 'Concerns' });
  const waiting = shown.getByRole('button', { name: /new concern/ });
  await expect(shown.getByText('Good-faith testing').or(waiting).first()).toBeVisible();
  if (await waiting.isVisible()) await waiting.click();
  await shown.getByText('Good-faith testing').first().click();
  await shown.getByRole('button', { name: 'Reply' }).first().click();
  await shown.getByRole('textbox', { name: 'Your reply' }).fill('We share this view entirely.');
  await shown.getByRole('button', { name: 'Post reply' }).click();
  await expect(shown.getByText('We share this view entirely.')).toBeVisible();
  await expect(rosaReads.getByText('We share this view entirely.')).toBeVisible();

  const margin = rosaReads.getByRole('region', { name: 'Concerns' });
  await margin.getByRole('button', { name: 'Resolve' }).click();
  await margin.getByRole('textbox', { name: /reason|why/i }).fill('Settled in the meeting.');
  await margin.getByRole('button', { name: 'Resolve' }).click();
  await expect(linReads.getByText('Settled in the meeting.').first()).toBeAttached();
  await margin.getByRole('button', { name: 'Reopen' }).click();
  await margin.getByRole('textbox', { name: /reason|why/i }).fill('Not settled after all.');
  await margin.getByRole('button', { name: 'Reopen' }).click();
  await expect(margin.getByRole('button', { name: 'Resolve' })).toBeVisible();

  await rosaReads.getByRole('link', { name: 'Report' }).first().click();
  const download = rosaReads.waitForEvent('download');
  await rosaReads.getByRole('link', { name: 'Markdown' }).click();
  const report = readFileSync(await (await download).path(), 'utf8');
  expect(report).toContain('Good-faith testing of systems is exposed by these words.');
  expect(report).toContain('We share this view entirely.');
});

test('without scripts one reads, finds the concerns on a provision, replies and exports', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.firstVisit!);
  await page.getByLabel('Your name').fill('Rosa Klein');
  await page.getByLabel('Handle').fill('rosa');
  await page.getByLabel('Password').fill('a long enough sentence');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.goto(`${server.url}/reviews/${REVIEW}/read`);
  await expect(page.getByRole('region', { name: 'Treaty text' })).toContainText('Illegal access');
  await page.locator('[id="chp_IV__art_28__para_4"]').getByRole('link', { name: '2 concerns' }).click();
  await page
    .getByRole('link', { name: /Concern 11/ })
    .first()
    .click();
  await page.getByText('Reply', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Your reply' }).first().fill('Said without any script.');
  await page.getByRole('button', { name: 'Post reply' }).first().click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'Said without any script.' })).toBeVisible();
  await page.getByRole('link', { name: 'Report' }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Markdown' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Said without any script.');
});

test('words not yet posted survive a reload and are offered again', async ({ browser }) => {
  const context = await browser.newContext();
  const start = await context.newPage();
  await makeAccount(start, server.firstVisit!, 'rosa', 'Rosa Klein');
  const page = await reader(context);
  await page.getByRole('button', { name: 'Raise a concern on Article 28(4)', exact: true }).click();
  const form = page.getByRole('form', { name: 'New concern' });
  const field = form.getByRole('textbox', { name: 'Concern' });
  await field.click();
  await expect(form.locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.type('Forty words that nobody wants to type twice.');
  await expect(field).toContainText('type twice');
  await page.reload();
  await page.getByRole('button', { name: /continue/i }).click();
  await expect(page.getByRole('form', { name: 'New concern' })).toContainText(
    'Forty words that nobody wants to type twice.',
  );
});
