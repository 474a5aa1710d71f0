import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf, directionRuns } from './direction';

test('a paragraph runs as its first letter does, whatever digits and marks stand before it', () => {
  expect(directionOf('(12) المادة and more', 'ltr')).toBe('rtl');
  expect(directionOf('“Article” ثم', 'rtl')).toBe('ltr');
  expect(directionOf('12 – 14', 'rtl')).toBe('rtl');
});

test('a bracket after an Arabic name belongs to the English sentence around it, a space inside the name does not', () => {
  expect(directionRuns('Raised by مركز الحقوق (Civil society)', 'ltr')).toEqual([
    { text: 'Raised by ', direction: 'ltr' },
    { text: 'مركز الحقوق', direction: 'rtl' },
    { text: ' (Civil society)', direction: 'ltr' },
  ]);
});

test('runs put together are the text, and neighbours differ', () => {
  const word = fc.constantFrom('a', 'ب', '文', '𝓝', ' ', '(', ')', '12', '\n', '.');
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom('ltr', 'rtl'), (words, paragraph) => {
      const runs = directionRuns(words.join(''), paragraph);
      expect(runs.map(({ text }) => text).join('')).toBe(words.join(''));
      runs.slice(1).forEach((run, at) => expect(run.direction).not.toBe(runs[at]!.direction));
    }),
  );
});
