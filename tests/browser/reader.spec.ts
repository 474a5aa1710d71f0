import type { Page } from '@playwright/test';
import { provisionConcern } from '../person';
import { ARABIC } from './pages';
import { drag, expect, isReady, SAMPLE, test } from './stage';

const SENTENCE = 'reports a fault in good faith shall not be punished';
const NESTED = 'in good faith';
const OVERLAPPING = 'faith shall not be punished for having looked';

/** The words that a highlight paints, as they stand in the text. */
const painted = (page: Page, name: string) =>
  page.evaluate((highlight) => {
    const words = [];
    for (const range of (CSS.highlights.get(highlight) as unknown as Iterable<StaticRange>) ?? []) {
      words.push(range.startContainer.textContent!.slice(range.startOffset, range.endOffset));
    }
    return words.join('');
  }, name);

/** Puts the mouse on the middle of some words. */
async function point(page: Page, words: string, press: boolean): Promise<void> {
  const box = await page.evaluate((sought) => {
    for (const block of document.querySelectorAll('.treaty [data-s]')) {
      const at = block.firstChild?.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(block.firstChild!, at);
      range.setEnd(block.firstChild!, at + sought.length);
      const { left, top, width, height } = range.getClientRects()[0]!;
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`The page has no “${sought}”`);
  }, words);
  await page.mouse.move(box.x, box.y, { steps: 3 });
  if (press) await page.mouse.click(box.x, box.y);
}

test('concerns over and inside each other are all painted and all within reach', async ({ stage, enter }) => {
  const review = await stage.review();
  await stage.raiseOn(stage.lin, review, SENTENCE, 'The whole rule.');
  await stage.raiseOn(stage.lin, review, NESTED, 'Good faith is not defined.');
  await stage.raiseOn(stage.lin, review, OVERLAPPING, 'Looking is not the same as entering.');
  await stage.raise(stage.lin, review, provisionConcern('chp_I__art_3__para_2', 'The paragraph as such.'));
  const page = await enter(stage.rosa, `/reviews/${review}/read#chp_I__art_3__para_2`);
  await isReady(page);

  await expect
    .poll(() => painted(page, 'c-research'))
    .toBe('reports a fault in good faith shall not be punished for having looked');
  expect(await painted(page, 'c-several')).toBe('in good faith shall not be punished');

  await point(page, 'faith', true);
  const margin = page.getByRole('region', { name: 'Concerns' });
  await expect(margin.getByRole('article', { name: 'Concern 2' })).toContainText('Good faith is not defined.');
  const here = margin.getByRole('group', { name: /concerns here/ });
  for (const number of [1, 3, 4]) {
    await here.getByRole('button', { name: `Concern ${number},` }).click();
    await expect(page).toHaveURL(new RegExp(`concern=${number}$`));
    await expect(here.getByRole('button', { name: `Concern ${number},` })).toHaveAttribute('aria-pressed', 'true');
  }
  await page.keyboard.press('Escape');
  await point(page, 'looked', true);
  await expect(page).toHaveURL(/concern=3$/);
});

test('a card lights its words and words light their card', async ({ stage, enter }) => {
  const review = await stage.review();
  await stage.raiseOn(stage.lin, review, NESTED, 'Good faith is not defined.');
  await stage.raiseOn(stage.lin, review, 'examine its bridges every five years', 'Five years are long.');
  const page = await enter(stage.rosa, `/reviews/${review}/read#chp_I__art_3`);
  await isReady(page);
  const card = page.getByRole('article', { name: 'Concern 1' });
  await card.hover();
  await expect.poll(() => painted(page, 'lit')).toBe(NESTED);
  await page.mouse.move(2, 2);
  await expect.poll(() => painted(page, 'lit')).toBe('');
  await card.getByRole('link', { name: 'Good faith is not defined.' }).focus();
  await expect.poll(() => painted(page, 'lit')).toBe(NESTED);
  await point(page, 'bridges every five', false);
  await expect(page.getByRole('article', { name: 'Concern 2' })).toHaveClass(/is-lit/);
  await expect.poll(() => painted(page, 'lit')).toContain('examine its bridges every five years');
});

test('an address leads to its provision and its thread, here and elsewhere', async ({ stage, enter }) => {
  const page = await enter(stage.rosa, `/reviews/${SAMPLE}/read#chp_V__art_40__para_22`);
  await isReady(page);
  const deep = page.locator('[id="chp_V__art_40__para_22"]');
  await expect(deep).toBeInViewport();
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /Illegal access/ })
    .click();
  await expect(page.getByRole('heading', { name: /Illegal access/ })).toBeInViewport();
  await expect(deep).not.toBeInViewport();
  await page.goBack();
  await expect(deep).toBeInViewport();

  await page.getByRole('region', { name: 'Concerns' }).getByRole('article', { name: 'Concern 15' }).click();
  await expect(page).toHaveURL(/concern=15/);
  const elsewhere = await enter(stage.visitor, page.url());
  const thread = elsewhere.getByRole('article', { name: 'Concern 15' });
  await expect(thread.getByRole('heading', { name: 'Concern 15' })).toBeVisible();
  await expect(elsewhere.locator('[id="chp_V__art_40__para_22"]')).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('article', { name: 'Concern 15' }).getByRole('button', { name: 'Close' })).toHaveCount(0);
});

test('everything in the reader has the name that it is found by', async ({ stage, enter }) => {
  const review = await stage.review();
  const number = await stage.raiseOn(stage.rosa, review, NESTED, 'Good faith is not defined.');
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  await isReady(page);
  const text = page.getByRole('region', { name: 'Treaty text', exact: true });
  const margin = page.getByRole('region', { name: 'Concerns', exact: true });
  await expect(text).toBeVisible();
  await expect(margin).toBeVisible();
  await expect(page.getByRole('link', { name: 'Report', exact: true })).toBeVisible();
  await expect(text.getByRole('button', { name: 'Raise a concern on Article 1(1)(a)', exact: true })).toHaveCount(1);
  await expect(page.locator('[id="chp_I__art_1__para_1__point_a"]')).toContainText('To keep bridges open');

  await drag(page, 'closes a bridge');
  const toolbar = page.getByRole('toolbar', { name: 'Passage', exact: true });
  await toolbar.getByRole('button', { name: 'Raise a concern', exact: true }).click();
  const form = page.getByRole('form', { name: 'New concern', exact: true });
  await expect(form.getByRole('combobox', { name: 'Category', exact: true })).toBeVisible();
  await expect(form.getByRole('combobox', { name: 'Severity', exact: true })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Concern', exact: true })).toBeVisible();
  await expect(form.getByRole('button', { name: 'Post concern', exact: true })).toBeVisible();
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.goto(`/reviews/${review}/read?concern=${number}`);
  const thread = margin.getByRole('article', { name: `Concern ${number}`, exact: true });
  await thread.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(thread.getByRole('button', { name: 'Post reply', exact: true })).toBeVisible();
  await thread.getByRole('button', { name: 'Resolve', exact: true }).click();
  const resolving = thread.getByRole('form', { name: `Resolve concern ${number}` });
  await resolving.getByRole('textbox', { name: 'Reason' }).fill('Settled.');
  await resolving.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(thread.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
});

test('an empty margin says what to do, beside the text and not below it', async ({ stage, enter }) => {
  const page = await enter(stage.rosa, `/reviews/${await stage.review()}/read`);
  await isReady(page);
  await expect(page.getByText('Select words in the text to raise the first.')).toBeInViewport();
});

test('in a text from right to left the count beside a provision still reads “1 concern”', async ({ stage, enter }) => {
  await stage.store('bridges.ar.txt', ARABIC, [
    '--treaty',
    'jusur',
    '--title',
    'Jusur',
    '--version',
    '1',
    '--lang',
    'ar',
  ]);
  const review = await stage.review('Jusur');
  await stage.raiseOn(stage.lin, review, 'بحسن نية', 'Good faith is not defined.');
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  const count = page.getByRole('region', { name: 'Treaty text' }).getByRole('link', { name: '1 concern' });
  const [number, noun] = await count.evaluate((link) => {
    const leftOf = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(link.firstChild!, from);
      range.setEnd(link.firstChild!, to);
      return range.getBoundingClientRect().left;
    };
    return [leftOf(0, 1), leftOf(2, 9)];
  });
  expect(number).toBeLessThan(noun);
});
