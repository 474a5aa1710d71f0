import { bodyText } from '#app/domain/concern/body';
import type { AuthorView } from '#app/domain/concern/thread';
import type { Report, ReportEntry, ReportPlacement, ReportReply } from '#app/domain/report/model';
import { toCodePoints } from '#app/domain/treaty/code-points';

type Json = Readonly<Record<string, unknown>>;

/** The day is all that leaves the house; the model asks for a time of day, and midnight UTC is the neutral one. */
const created = (day: string): string => `${day}T00:00:00Z`;

/** Only what anyone may see, and no id: agents of two exports cannot be told to be the same. */
function creatorOf({ name, organisation }: AuthorView): Json[] {
  return [
    ...(name ? [{ type: 'Person', name }] : []),
    ...(organisation ? [{ type: 'Organization', name: organisation }] : []),
  ];
}

const said = (author: AuthorView, day: string): Json => {
  const creator = creatorOf(author);
  return { ...(creator.length > 0 && { creator }), created: created(day) };
};

const words = (value: string, purpose: string): Json => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  textDirection: 'auto',
  purpose,
});

const tag = (value: string, language: string): Json => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  language,
  purpose: 'tagging',
});

/** RFC 3236: a fragment of an (X)HTML page is an element's id, and provisions carry their eId as id in the reader. */
const fragment = (eId: string): Json => ({
  type: 'FragmentSelector',
  conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
  value: eId,
});

function targetOf(placement: ReportPlacement, report: Report, codePoints: ReadonlyMap<number, number>): Json | string {
  const { selector, scope, eIds } = placement;
  const selectors = [
    ...(scope === 'provision' && eIds.length === 1 ? [fragment(eIds[0]!)] : []),
    ...(selector
      ? [
          { type: 'TextQuoteSelector', exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
          {
            type: 'TextPositionSelector',
            start: codePoints.get(selector.start),
            end: codePoints.get(selector.end),
          },
        ]
      : []),
  ];
  if (selectors.length === 0) return report.textUrl;
  return { type: 'SpecificResource', source: report.textUrl, selector: selectors };
}

/** One pass over the text for all offsets of the report. */
function codePointsOf(report: Report, entries: readonly ReportEntry[]): Map<number, number> {
  const offsets = entries.flatMap(({ placements }) =>
    placements.flatMap(({ selector }) => (selector ? [selector.start, selector.end] : [])),
  );
  const points = toCodePoints(report.treaty.characters, offsets);
  return new Map(offsets.map((offset, at) => [offset, points[at]!]));
}

/** A reply targets what it answers; a tombstone keeps its place in the thread and has neither body nor creator. */
function replyAnnotations(reply: ReportReply, parent: string): Json[] {
  const annotation = {
    id: reply.url,
    type: 'Annotation',
    motivation: 'replying',
    ...(reply.author && reply.createdOn && said(reply.author, reply.createdOn)),
    ...(reply.body && { body: [words(bodyText(reply.body), 'replying')] }),
    target: parent,
  };
  return [annotation, ...reply.replies.flatMap((below) => replyAnnotations(below, reply.url))];
}

function concernAnnotations(entry: ReportEntry, report: Report, codePoints: ReadonlyMap<number, number>): Json[] {
  const { language } = report.words;
  const targets = entry.placements.map((placement) => targetOf(placement, report, codePoints));
  const annotation = {
    id: entry.url,
    type: 'Annotation',
    motivation: 'commenting',
    ...said(entry.author, entry.createdOn),
    body: [
      words(bodyText(entry.body), 'commenting'),
      tag(entry.category.name, language),
      tag(entry.severity.name, language),
      ...(entry.ask ? [tag(entry.ask.name, language)] : []),
    ],
    target: targets.length === 0 ? report.textUrl : targets.length === 1 ? targets[0] : targets,
  };
  return [annotation, ...entry.replies.flatMap((reply) => replyAnnotations(reply, entry.url))];
}

/** RFC 6920 name of the text by its hash: `ni:///sha-256;` and base64url. */
export function hashName(sha256: string): string {
  const bytes = (sha256.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `ni:///sha-256;${btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/**
 * A W3C Web Annotation collection with one page: concerns as `commenting`, replies as `replying` annotations that
 * target what they answer. Positions are Unicode code points of the text that `dcterms:source` names by its hash.
 */
export function writeJsonLd(report: Report): Uint8Array {
  const entries = report.sections.flatMap((section) => section.entries);
  const codePoints = codePointsOf(report, entries);
  const items = entries.flatMap((entry) => concernAnnotations(entry, report, codePoints));
  const id = `${report.reviewUrl}/report.jsonld`;
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: report.title,
    generator: { type: 'Software', name: 'Proviso' },
    modified: created(report.filedOn),
    'dcterms:source': { id: hashName(report.treaty.textSha256) },
    total: items.length,
    first: { id: `${id}#page-1`, type: 'AnnotationPage', startIndex: 0, items },
    last: `${id}#page-1`,
  };
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
}
