import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ARABIC, byPerson, expectEveryRoute, pagesOf, UPLOAD } from './pages';
import { expect, isReady, test } from './stage';

/**
 * A column of the map is as narrow as the number of articles makes it, which WCAG 2.5.8 allows where the presentation is
 * essential; under fingers it is wide enough (phone.spec.ts).
 */
const MAP = '.bars-column';

/** What of WCAG 2.2 A and AA, or otherwise serious, is wrong on the page as it stands: in light, and its colours in dark. */
async function wrongOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // What is out of sight has the size and the colours that it had last until it comes near; axe reads all of it at once.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(one).contentVisibility === 'auto') one.style.contentVisibility = 'visible';
  });
  const found = (await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze())
    .violations;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Colours are there a frame after the change: with reduced motion no transition lasts longer.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  found.push(...(await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()).violations);
  return found
    .filter(
      (one) =>
        ['serious', 'critical'].includes(one.impact ?? '') || one.tags.some((tag) => /^wcag\d+a{1,2}$/.test(tag)),
    )
    .flatMap((one) =>
      one.nodes
        .filter((node) => one.id !== 'target-size' || !node.target.join(' ').endsWith(MAP))
        .map((node) => `${new URL(page.url()).pathname}: ${one.id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
}

for (const who of ['rosa', 'lin', 'visitor'] as const) {
  test(`every page that looks its own way to ${who}`, async ({ stage, enter }) => {
    // Some twenty pages looked through twice; a busy machine needs minutes.
    test.slow();
    const pages = await pagesOf(stage);
    expectEveryRoute(pages);
    const page = await enter(stage[who], '/');
    const wrong: string[] = [];
    for (const { path } of byPerson(pages).get(stage[who])!) {
      await page.goto(path);
      wrong.push(...(await wrongOn(page)));
    }
    expect(wrong).toEqual([]);
  });
}

test('the preview of an import and a form that was refused', async ({ stage, enter }) => {
  const page = await enter(stage.rosa, '/treaties/import');
  await page.getByLabel('File').setInputFiles(UPLOAD);
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('button', { name: 'Store this text' })).toBeVisible();
  await page.getByText('Article 1').first().click();
  const wrong = await wrongOn(page);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Store this text' }) });
  await form.getByLabel('Language of the text').fill('English, please');
  await form.getByLabel('Version').fill('Draft');
  await page.getByRole('button', { name: 'Store this text' }).click();
  await expect(page.getByRole('alert')).toContainText('language code');
  expect([...wrong, ...(await wrongOn(page))]).toEqual([]);
});

test('the reader with a thread, a reply and the form for a new concern open', async ({ stage, enter }) => {
  const review = await stage.review();
  await stage.raiseOn(stage.lin, review, 'in good faith', 'Good faith is not defined.');
  const page = await enter(stage.rosa, `/reviews/${review}/read?concern=1`);
  const thread = page.getByRole('article', { name: 'Concern 1' });
  await thread.getByRole('button', { name: 'Reply' }).click();
  await expect(thread.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  const wrong = await wrongOn(page);
  await page.getByRole('button', { name: 'Raise a concern on Article 3(2)' }).click();
  await expect(page.getByRole('form', { name: 'New concern' }).getByRole('toolbar')).toBeVisible();
  await page.getByRole('button', { name: 'Narrow the passage' }).click();
  wrong.push(...(await wrongOn(page)));
  await page.getByRole('button', { name: 'Show these keys' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  wrong.push(...(await wrongOn(page)));
  expect(wrong).toEqual([]);
});

test('a text that runs from right to left, with a thread open', async ({ stage, enter }) => {
  const title = 'اتفاقية بشأن صيانة الجسور';
  await stage.store('bridges.ar.txt', ARABIC, [
    '--treaty',
    'bridges-ar',
    '--title',
    title,
    '--version',
    'مشروع',
    '--lang',
    'ar',
  ]);
  const review = await stage.review(title);
  await stage.raiseOn(stage.lin, review, 'بحسن نية', 'لم يعرف حسن النية.');
  const page = await enter(stage.rosa, `/reviews/${review}/read?concern=1`);
  await isReady(page);
  await expect(page.getByRole('article', { name: 'Concern 1' })).toContainText('لم يعرف حسن النية.');
  await expect(page.getByRole('region', { name: 'Treaty text' })).toHaveCSS('direction', 'rtl');
  expect(await wrongOn(page)).toEqual([]);
});
