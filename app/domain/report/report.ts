import { CATEGORIES, STATUSES } from '../concern/taxonomy';
import { cleanLine, cleanText } from './clean';
import { chosenEntries } from './entries';
import type { ReportInput } from './input';
import type { Report } from './model';
import { toSections } from './sections';
import { askTable, categoryTable, constituencyTable, organisationTable } from './tables';

/** Those chosen in the order of the table, or null when all of them are. */
function chosen<T>(all: readonly T[], some: readonly T[]): readonly T[] | null {
  const kept = all.filter((one) => some.includes(one));
  return kept.length === all.length ? null : kept;
}

function methodOf({ words, treaty, options }: ReportInput): string[] {
  const categories = CATEGORIES.map(({ id }) => id);
  const selection = words.selection(chosen(STATUSES, options.statuses), chosen(categories, options.categories));
  return [
    options.replies ? selection : `${selection} ${words.withoutReplies}`,
    ...words.method,
    ...(treaty.unofficial ? [words.unofficialNote] : []),
  ];
}

/**
 * The report of a review: what was chosen, in a fixed order, with counts computed from what it holds. Pure: the same
 * input gives the same report, whatever order its concerns come in. Tombstones are left out, but for replies that were
 * answered, which stay without their words and author. Cost: linear in the words, some ms for 1,000 concerns.
 */
export function buildReport(input: ReportInput): Report {
  const { words, review, options } = input;
  const treaty = {
    ...input.treaty,
    title: cleanLine(input.treaty.title),
    versionLabel: cleanLine(input.treaty.versionLabel),
  };
  const placed = chosenEntries(input);
  const sections = toSections(placed, input);
  const entries = sections.flatMap((section) => section.entries);
  const inReadingOrder = placed.map(({ entry }) => entry);
  const organisations = organisationTable(entries, words, options.replies);
  const totals = {
    concerns: entries.length,
    replies: entries.reduce((count, entry) => count + entry.replyCount, 0),
    organisations: organisations.rows.length,
  };
  const reviewUrl = `${input.publicUrl}/reviews/${encodeURIComponent(review.slug)}`;
  return {
    words,
    title: cleanLine(review.title),
    subtitle: words.subtitle(treaty.title, treaty.versionLabel),
    brief: cleanText(review.brief)
      .split(/\n\s*\n/)
      .map(cleanLine)
      .filter((paragraph) => paragraph !== ''),
    treaty,
    reviewUrl,
    textUrl: `${reviewUrl}/read`,
    filedOn: input.filedOn,
    meta: [
      { label: words.treaty, value: treaty.title },
      { label: words.version, value: treaty.versionLabel },
      { label: words.textLanguage, value: words.languageName(treaty.language) },
      ...(treaty.unofficial ? [{ label: words.text, value: words.unofficialText }] : []),
      { label: words.sha256, value: treaty.textSha256 },
      { label: words.review, value: reviewUrl, href: reviewUrl },
      { label: words.filed, value: words.date(input.filedOn) },
      {
        label: words.included,
        value: words.counts(totals.concerns, options.replies ? totals.replies : null, totals.organisations),
      },
    ],
    method: methodOf(input),
    totals,
    asks: askTable(inReadingOrder, words),
    tables: [
      categoryTable(entries, words),
      constituencyTable(entries, words),
      ...(organisations.rows.length > 0 ? [organisations] : []),
    ],
    sections,
  };
}
