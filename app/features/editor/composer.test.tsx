// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bodyFromFields, type Body } from '#app/domain/concern/body';
import type { ComposerWords } from './composer-words';
import { Composer, type ComposerProps } from './composer';

const words: ComposerWords = {
  toolbar: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  bulletedList: 'Bulleted list',
  numberedList: 'Numbered list',
  quote: 'Quote',
  link: 'Link',
  linkAddress: 'Address',
  linkApply: 'Set link',
  linkRemove: 'Remove link',
  linkCancel: 'Cancel',
  linkRefused: 'A link must start with https://, http:// or mailto:',
  tooLong: 'This text is too long.',
};
const rich: Body = { v: 1, blocks: [{ k: 'p', c: [{ t: 'Not ' }, { t: 'lawful', b: true }] }] };
const concern = (props: Partial<ComposerProps>) => (
  <form>
    <Composer name="body" label="Concern" words={words} {...props} />
  </form>
);

let page: HTMLElement;
let root: Root;
beforeEach(() => {
  // jsdom lays nothing out, so it has no boxes to measure.
  Range.prototype.getBoundingClientRect ??= () => document.body.getBoundingClientRect();
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});
const sent = () => Object.fromEntries(new FormData(page.querySelector('form')!)) as Record<string, string>;
const running = () =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(page.querySelector('[contenteditable]')).not.toBeNull();
    },
    { timeout: 20_000 },
  );

test('a page without JavaScript has one labelled textarea, filled with the plain text', () => {
  page.innerHTML = renderToString(concern({ initial: rich, describedBy: 'hint' }));
  const area = page.querySelector('textarea')!;
  expect(area.labels?.[0]?.textContent).toBe('Concern');
  expect(area.getAttribute('aria-describedby')).toBe('hint');
  expect(sent()).toEqual({ bodyText: 'Not lawful' });
  expect(page.innerHTML).not.toContain('style=');
});

test('the editor takes over what was typed, and only its field is sent', async () => {
  const changes: [Body, boolean][] = [];
  act(() => root.render(concern({ onChange: (...change) => changes.push(change) })));
  const area = page.querySelector('textarea')!;
  expect(sent()).toEqual({ bodyText: '' });
  area.value = 'Typed early \n\nand more';
  act(() => area.focus());
  await running();
  expect(Object.keys(sent())).toEqual(['body']);
  expect(bodyFromFields(sent()['body'], undefined)).toEqual({
    ok: true,
    value: {
      v: 1,
      blocks: [
        { k: 'p', c: [{ t: 'Typed early' }] },
        { k: 'p', c: [{ t: 'and more' }] },
      ],
    },
  });
  const box = page.querySelector('[role=textbox]')!;
  expect(document.getElementById(box.getAttribute('aria-labelledby')!)?.textContent).toBe('Concern');
  expect(box.getAttribute('aria-multiline')).toBe('true');
  expect(document.activeElement).toBe(box);
  expect(page.querySelector('textarea')).toBeNull();
  expect(changes.map(([body, empty]) => [body.blocks.length, empty])).toEqual([[2, false]]);
});

test('editing a formatted text keeps its formatting', async () => {
  act(() => root.render(concern({ initial: rich })));
  await running();
  expect(JSON.parse(sent()['body']!)).toEqual(rich);
  expect(document.activeElement).not.toBe(page.querySelector('[role=textbox]'));
});

test('words typed before the page came alive are not overwritten by the text being edited', async () => {
  page.innerHTML = renderToString(concern({ initial: rich }));
  page.querySelector('textarea')!.value = 'Changed early';
  const { hydrateRoot } = await import('react-dom/client');
  await act(async () => {
    root = hydrateRoot(page, concern({ initial: rich }));
  });
  await running();
  expect(JSON.parse(sent()['body']!)).toEqual({ v: 1, blocks: [{ k: 'p', c: [{ t: 'Changed early' }] }] });
});

test('nothing is swapped while an input method composes', async () => {
  act(() => root.render(concern({})));
  const area = page.querySelector('textarea')!;
  act(() => {
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    area.focus();
  });
  await import('./rich-field');
  await act(async () => new Promise((done) => setTimeout(done, 0)));
  expect(page.querySelector('[contenteditable]')).toBeNull();
  area.value = '条约';
  act(() => void area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  await running();
  expect(sent()['body']).toContain('条约');
});

test('resetting the form starts over', async () => {
  act(() => root.render(concern({})));
  const area = page.querySelector('textarea')!;
  area.value = 'gone';
  act(() => area.focus());
  await running();
  await act(async () => page.querySelector('form')!.reset());
  expect(JSON.parse(sent()['body']!)).toEqual({ v: 1, blocks: [] });
});
