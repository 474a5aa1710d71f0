import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Composer } from './composer';

const none = new Proxy({}, { get: (_, key) => String(key) }) as Parameters<typeof Composer>[0]['words'];

test('the server, which has no document, renders the plain field with its words and no inline style', () => {
  const html = renderToString(
    <Composer
      name="body"
      label="Concern"
      words={none}
      initial={{ v: 1, blocks: [{ k: 'p', c: [{ t: '</textarea><script>' }] }] }}
    />,
  );
  expect(html).toMatch(/<label [^>]*for="([^"]+)"[^>]*>Concern<\/label><textarea id="\1"/);
  expect(html).toContain('name="bodyText"');
  expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;');
  expect(html).not.toMatch(/style=|name="body"|contenteditable/i);
});
