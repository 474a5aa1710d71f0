import { devices } from '@playwright/test';
import { byPerson, pagesOf } from './pages';
import { expect, isReady, SAMPLE, test, write } from './stage';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const QUOTE = 'in good faith';

test('on a phone one reads, opens a concern in the sheet, replies and raises one on a provision', async ({
  stage,
  enter,
}) => {
  const review = await stage.review();
  await stage.raiseOn(stage.lin, review, QUOTE, 'Good faith is not defined.');
  const page = await enter(stage.rosa, `/reviews/${review}/read`, PHONE);
  await isReady(page);
  const margin = page.getByRole('region', { name: 'Concerns' });
  const text = page.getByRole('region', { name: 'Treaty text' });
  await expect(text).toContainText('To keep bridges open to everyone');
  await expect(page.getByRole('link', { name: 'Report', exact: true })).toBeInViewport({ ratio: 1 });
  await expect(margin.getByRole('article', { name: 'Concern 1' })).not.toBeInViewport();

  await text.getByRole('link', { name: '1 concern' }).tap();
  const thread = margin.getByRole('article', { name: 'Concern 1' });
  await expect(thread.getByText('Good faith is not defined.')).toBeInViewport();
  // The words that it is about stay in sight above the sheet.
  const sheet = (await margin.boundingBox())!;
  const words = (await text.getByText(QUOTE).boundingBox())!;
  expect(words.y).toBeGreaterThan(0);
  expect(words.y).toBeLessThan(sheet.y);

  await thread.getByRole('button', { name: 'Reply' }).tap();
  await write(thread.getByRole('textbox', { name: 'Your reply' }), 'Said from a train.');
  await thread.getByRole('button', { name: 'Post reply' }).tap();
  await expect(thread.getByText('Said from a train.')).toBeVisible();
  await thread.getByRole('button', { name: 'Close' }).tap();
  await margin.getByRole('button', { name: 'Close' }).tap();
  await expect(margin.getByRole('article', { name: 'Concern 1' })).not.toBeInViewport();

  await text.getByRole('button', { name: 'Raise a concern on Article 2', exact: true }).tap();
  const form = page.getByRole('form', { name: 'New concern' });
  await expect(form).toContainText('On Article 2');
  await form.getByLabel('Category').selectOption({ label: 'Legal uncertainty' });
  await form.getByLabel('Severity').selectOption({ label: 'Serious' });
  await write(form.getByRole('textbox', { name: 'Concern', exact: true }), 'Water is not defined either.');
  await form.getByRole('button', { name: 'Post concern' }).tap();
  await expect(page).toHaveURL(/concern=2$/);
  await expect(margin.getByRole('article', { name: 'Concern 2' })).toContainText('Water is not defined either.');
});

test('words selected by touch can be raised', async ({ stage, enter }) => {
  const review = await stage.review();
  const page = await enter(stage.rosa, `/reviews/${review}/read`, PHONE);
  await isReady(page);
  // What the handles of a phone do to the selection; a test cannot drag those.
  await page.evaluate((words) => {
    for (const block of document.querySelectorAll('[data-s]')) {
      const at = block.firstChild?.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      block.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()!.setBaseAndExtent(block.firstChild!, at, block.firstChild!, at + words.length);
    }
  }, QUOTE);
  const raise = page.getByRole('toolbar', { name: 'Passage' }).getByRole('button', { name: 'Raise a concern' });
  await raise.tap();
  await expect(page.getByRole('form', { name: 'New concern' }).getByText(QUOTE)).toBeInViewport();
});

test('no page scrolls sideways at 320 pixels', async ({ stage, enter }) => {
  const wide: string[] = [];
  for (const [person, own] of byPerson(await pagesOf(stage))) {
    const page = await enter(person, '/', { ...devices['iPhone SE'], viewport: { width: 320, height: 640 } });
    const long = person === stage.visitor ? [{ path: `/reviews/${SAMPLE}/read` }] : [];
    for (const { path } of [...own, ...long]) {
      await page.goto(path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${path}: ${width}`);
    }
  }
  expect(wide).toEqual([]);
});

test('the columns of the map are wide enough for a finger', async ({ stage, enter }) => {
  const page = await enter(stage.visitor, `/reviews/${SAMPLE}`, PHONE);
  const columns = page.getByRole('figure', { name: 'Concerns along the treaty' }).getByRole('link');
  const widths = await columns.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(widths.length).toBeGreaterThan(60);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(24);
});
