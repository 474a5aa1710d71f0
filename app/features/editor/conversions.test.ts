// @vitest-environment jsdom
import { $createLinkNode } from '@lexical/link';
import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { checkBody, type Block, type Body, type List, type TextSpan } from '#app/domain/concern/body';
import { LIST_LEVELS } from '#app/domain/concern/body-limits';
import { normaliseBody } from '#app/domain/concern/body-normal';
import { $blockNodes, $typedNodes } from './body-to-lexical';
import { $bodyOfEditor } from './lexical-to-body';
import { makeEditor } from './live-editor';

function editorWith(fill: () => void): LexicalEditor {
  const editor = makeEditor();
  editor.update(fill, { discrete: true });
  return editor;
}
const bodyOf = (editor: LexicalEditor) => editor.getEditorState().read($bodyOfEditor);
const throughEditor = (body: Body) =>
  bodyOf(
    editorWith(() => {
      $getRoot().append(...$blockNodes(body));
    }),
  );

const words = fc.constantFrom('one', 'two three', 'كلمة', '条约', 'a\nb', 'é', '<b>', '  spaced  ', '- no list');
const span: fc.Arbitrary<TextSpan> = fc.record(
  {
    t: words,
    b: fc.constant(true as const),
    i: fc.constant(true as const),
    href: fc.constantFrom('https://example.org/', 'mailto:a@example.org'),
  },
  { requiredKeys: ['t'] },
);
const spans = fc.array(span, { minLength: 1, maxLength: 4 });
const list = (levels: number): fc.Arbitrary<List> =>
  fc.record({
    ordered: fc.boolean(),
    items: fc.array(
      levels === 1
        ? fc.record({ c: spans })
        : fc.record({ c: spans, sub: fc.option(list(levels - 1), { nil: undefined }) }, { requiredKeys: ['c'] }),
      { minLength: 1, maxLength: 3 },
    ),
  });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ k: fc.constantFrom('p' as const, 'quote' as const), c: spans }),
  list(LIST_LEVELS).map((each): Block => ({ k: 'list', ...each })),
);

test('a body comes out of the editor as it went in, nested lists and links included', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const body = normaliseBody({ v: 1, blocks });
      expect(throughEditor(body)).toEqual(body);
    }),
    { numRuns: 300 },
  );
});

test('a script address that got into the editor comes out as text', () => {
  const editor = editorWith(() => {
    const link = $createLinkNode('javascript://:99999999999/%0aalert(1)').append($createTextNode('click'));
    $getRoot().append($createParagraphNode().append(link));
  });
  expect(bodyOf(editor)).toEqual({ v: 1, blocks: [{ k: 'p', c: [{ t: 'click' }] }] });
});

test('characters that the door refuses never reach it', () => {
  const editor = editorWith(() => {
    $getRoot().append($createParagraphNode().append($createTextNode('a\u0000b\ud800c\u202ed')));
  });
  const result = checkBody(bodyOf(editor));
  expect(result).toEqual({ ok: true, value: { v: 1, blocks: [{ k: 'p', c: [{ t: 'ab\ufffdcd' }] }] } });
});

test('styles and formats that a body does not know are left behind', () => {
  const editor = editorWith(() => {
    const text = $createTextNode('plain').setStyle('position:fixed').toggleFormat('underline').toggleFormat('code');
    $getRoot().append($createParagraphNode().append(text));
  });
  expect(JSON.stringify(bodyOf(editor))).toBe('{"v":1,"blocks":[{"k":"p","c":[{"t":"plain"}]}]}');
});

test('text typed so far is taken over whole, and every caret position finds its letter', () => {
  const typed = fc
    .array(fc.constantFrom('a', 'bc ', ' ', '\n', '\n\n', 'د'), { maxLength: 10 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, fc.nat(20), (text, place) => {
      const offset = Math.min(place, text.length);
      const editor = makeEditor();
      let pointed = '';
      editor.update(
        () => {
          const { nodes, at } = $typedNodes(text);
          $getRoot().append(...nodes);
          const point = at(offset);
          // The letter that follows the caret, found through the nodes.
          const node = [...nodes.flatMap((paragraph) => paragraph.getAllTextNodes())].find(
            (n) => n.getKey() === point.key,
          );
          if (node) {
            expect(point.offset).toBeLessThanOrEqual(node.getTextContentSize());
            pointed = node.getTextContent().slice(0, point.offset);
          }
        },
        { discrete: true },
      );
      const shown = editor.getEditorState().read(() => $getRoot().getTextContent());
      expect(shown.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      if (offset > 0 && line !== '') expect(pointed).toBe(line);
    }),
    { numRuns: 500 },
  );
});
