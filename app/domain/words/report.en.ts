import type { AuthorView } from '../concern/thread';
import type { ReportWords } from '../report/words';
import { taxonomyEn } from './taxonomy.en';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  ru: 'Russian',
  zh: 'Chinese',
};

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function date(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[month! - 1]} ${year}`;
}

function author({ name, organisation, constituency }: AuthorView): string {
  const kind = constituency ? taxonomyEn.constituencies[constituency] : null;
  if (organisation) return [...(name ? [name] : []), kind ? `${organisation} (${kind})` : organisation].join(', ');
  if (name) return kind ? `${name} (${kind})` : name;
  return kind ? `A contributor (${kind})` : 'A contributor';
}

/** English words of a report. */
export const reportEn: ReportWords = {
  ...taxonomyEn,
  language: 'en',
  direction: 'ltr',

  report: 'Critique report',
  contents: 'Contents',
  about: 'About this report',
  asked: 'What is asked',
  numbers: 'In numbers',
  concerns: 'Concerns',

  treaty: 'Treaty',
  version: 'Version',
  textLanguage: 'Language',
  text: 'Text',
  sha256: 'SHA-256 of the text',
  unofficialText: 'Unofficial text',
  review: 'Review',
  filed: 'Date',
  included: 'In this report',

  provision: 'Provision',
  category: 'Category',
  severity: 'Severity',
  ask: 'Ask',
  status: 'Status',
  total: 'Total',
  constituency: 'Constituency',
  constituencyUnknown: 'Not stated',
  organisation: 'Organisation',
  organisations: 'Organisations',
  replies: 'Replies',
  wholeTreaty: 'The treaty as a whole',
  removed: 'This reply was removed.',
  nothing: 'No concern matches what was chosen for this report.',
  byCategory: 'Concerns by category and severity',
  byConstituency: 'Concerns by constituency of who raised them',

  concern: (number) => `Concern ${number}`,
  page: (page, of) => `Page ${page} of ${of}`,
  date,
  languageName: (tag) => LANGUAGES[tag.toLowerCase().split('-')[0]!] ?? tag,
  counts: (concerns, replies, organisations) =>
    listed([
      some(concerns, 'concern', 'concerns'),
      ...(replies === null ? [] : [some(replies, 'reply', 'replies')]),
      some(organisations, 'organisation', 'organisations'),
    ]),
  heading: (citation, heading) => (heading ? `${citation}. ${heading}` : citation),
  subtitle: (treaty, version) => `On the ${treaty} (${version})`.replace(/^On the The /i, 'On the '),
  author,
  raised: (by, day) => `Raised by ${by}, ${date(day)}`,
  replied: (by, day) => `${by}, ${date(day)}`,
  selection: (statuses, categories) => {
    const which = statuses ? listed(statuses.map((status) => taxonomyEn.statuses[status].toLowerCase())) : 'all';
    const about = categories
      ? `in the categories ${listed(categories.map((category) => `“${taxonomyEn.categories[category]}”`))}`
      : 'in every category';
    return `This report holds ${which} concerns of the review ${about}.`;
  },
  method: [
    'Each concern is attached to the words that it is about. They are quoted from the text named above, which its SHA-256 identifies: whoever holds the same text can find them.',
    'Concerns keep the numbers that they have in the review, and every count is computed from the concerns in this report. Authors are named as they chose to be named.',
  ],
  withoutReplies: 'Replies are left out.',
  unofficialNote:
    'The text is unofficial. Compare its words with the authentic text of the treaty before relying on them.',
};
