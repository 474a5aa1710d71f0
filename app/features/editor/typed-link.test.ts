import { expect, test } from 'vitest';
import { typedLink } from './typed-link';

test.each([
  ['example.org', 'https://example.org/'],
  ['www.example.org/a?b=c', 'https://www.example.org/a?b=c'],
  ['example.org:8080/a', 'https://example.org:8080/a'],
  ['press@example.org', 'mailto:press@example.org'],
  [' https://example.org/x ', 'https://example.org/x'],
  ['https://مثال.إختبار/a', 'https://xn--mgbh0fb.xn--kgbechtv/a'],
  ['https://pаypal.com', 'https://xn--pypal-4ve.com/'],
])('%s is taken as %s', (typed, link) => {
  expect(typedLink(typed)).toBe(link);
});

test.each([
  '',
  'hello',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'javascript:alert.com',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,x',
  '//evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'u:p@evil.example',
  'https://u:p@evil.example',
  'https://exa\u00admple.org',
  'https://example.org/two words',
])('%j is refused', (typed) => {
  expect(typedLink(typed)).toBeNull();
});
