import type { Page } from '@playwright/test';
import { expect, isReady, test } from './stage';

/** The name of what has the focus, as a screen reader would say it. */
const focused = (page: Page) => page.locator(':focus');

/** Presses a key until what has the focus has this name; the focus is on something at every step. */
async function walkTo(page: Page, role: 'button' | 'link' | 'combobox' | 'textbox', name: string, key = 'Tab') {
  const target = page.getByRole(role, { name, exact: true });
  for (let i = 0; i < 80; i++) {
    if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press(key);
    await expectFocusSomewhere(page);
  }
  throw new Error(`The keyboard does not reach ${role} “${name}”`);
}

const expectFocusSomewhere = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: 'the focus is lost' })
    .not.toBe('BODY');

test('a concern is raised on chosen words, answered, settled and reopened by keyboard alone', async ({
  stage,
  enter,
}) => {
  const review = await stage.review();
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  await isReady(page);
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText('Skip to the content');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await walkTo(page, 'button', 'Raise a concern on Article 3(2)');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'New concern' });
  const field = form.getByRole('textbox', { name: 'Concern', exact: true });
  await expect(field).toBeFocused();
  await expect(form).toContainText('On Article 3(2)');

  await walkTo(page, 'button', 'Narrow the passage', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the provision' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let word = 0; word < 4; word++) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await walkTo(page, 'button', 'Use these words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Narrow the passage' })).toBeFocused();
  await expect(form.getByRole('blockquote')).toHaveText('Whoever reports a fault');

  await walkTo(page, 'combobox', 'Category');
  await page.keyboard.type('Res');
  await walkTo(page, 'combobox', 'Severity');
  await page.keyboard.type('Ser');
  await walkTo(page, 'textbox', 'Concern');
  await expect(form.locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.type('Whoever is too wide.');
  await walkTo(page, 'button', 'Post concern');
  await page.keyboard.press('Enter');
  const thread = page.getByRole('article', { name: 'Concern 1' });
  await expect(thread).toBeFocused();
  await expect(thread).toContainText('Whoever is too wide.');

  await walkTo(page, 'button', 'Reply');
  await page.keyboard.press('Enter');
  await expect(thread.locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.type('Narrower, then.');
  await walkTo(page, 'button', 'Post reply');
  await page.keyboard.press('Enter');
  await expect(thread.getByRole('button', { name: 'Reply' }).first()).toBeFocused();
  await expect(thread).toContainText('Narrower, then.');

  for (const [press, then] of [
    ['Resolve', 'Reopen'],
    ['Reopen', 'Resolve'],
  ] as const) {
    await walkTo(page, 'button', press);
    await page.keyboard.press('Enter');
    await expect(thread.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Talked over.');
    await walkTo(page, 'button', press);
    await page.keyboard.press('Enter');
    await expect(thread.getByRole('button', { name: then })).toBeFocused();
  }

  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/concern=/);
  await expect(page.getByRole('link', { name: 'Whoever is too wide.' })).toBeFocused();
});

test('single keys move between concerns; Escape closes what is open and gives the focus back', async ({
  stage,
  enter,
}) => {
  const review = await stage.review();
  await stage.raiseOn(stage.lin, review, 'keep bridges open', 'Open to whom?');
  await stage.raiseOn(stage.lin, review, 'in good faith', 'Good faith is not defined.');
  const page = await enter(stage.rosa, `/reviews/${review}/read`);
  await isReady(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Concern 1' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Concern 2' })).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('article', { name: 'Concern 1' })).toBeFocused();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article', { name: 'Concern 1' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Open to whom?' })).toBeFocused();

  await walkTo(page, 'button', 'Raise a concern on Article 1', 'Shift+Tab');
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'New concern' });
  await expect(form.getByRole('textbox', { name: 'Concern', exact: true })).toBeFocused();
  await walkTo(page, 'button', 'Cancel');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: 'Raise a concern on Article 1', exact: true })).toBeFocused();
});
