import { bodyFromText, type Body } from '../concern/body';
import { CATEGORIES, STATUSES, type Ask, type Category, type Severity } from '../concern/taxonomy';
import type { AuthorView } from '../concern/thread';
import { reportEn } from '../words/report.en';
import type { ReportConcernInput, ReportInput, ReportPlacementInput, ReportReplyInput } from './input';

/* A realistic report for tests: twenty concerns on a made-up outline; its words are nobody's treaty. */

const PROVISIONS = [
  ['preamble', 'preamble', '', 'Preamble', ''],
  ['chp_I', 'chapter', 'I', 'Chapter I', 'General provisions'],
  ['chp_I__art_2', 'article', '2', 'Article 2', 'Use of terms'],
  ['chp_I__art_2__para_1', 'paragraph', '1', 'Article 2(1)', ''],
  ['chp_I__art_6', 'article', '6', 'Article 6', 'Respect for human rights'],
  ['chp_II', 'chapter', 'II', 'Chapter II', 'Criminalization'],
  ['chp_II__art_7', 'article', '7', 'Article 7', 'Illegal access'],
  ['chp_II__art_11', 'article', '11', 'Article 11', 'Misuse of devices'],
  ['chp_IV', 'chapter', 'IV', 'Chapter IV', 'Procedural measures and law enforcement'],
  ['chp_IV__art_24', 'article', '24', 'Article 24', 'Conditions and safeguards'],
  ['chp_IV__art_28', 'article', '28', 'Article 28', 'Search and seizure of stored electronic data'],
  ['chp_IV__art_28__para_3', 'paragraph', '3', 'Article 28(3)', ''],
  ['chp_IV__art_28__para_4', 'paragraph', '4', 'Article 28(4)', ''],
  ['chp_IV__art_29', 'article', '29', 'Article 29', 'Real-time collection of traffic data'],
  ['chp_V', 'chapter', 'V', 'Chapter V', 'International cooperation'],
  ['chp_V__art_35', 'article', '35', 'Article 35', 'General principles of international cooperation'],
  ['chp_V__art_40', 'article', '40', 'Article 40', 'Mutual legal assistance'],
] as const;

const TEXTS: Readonly<Record<string, string>> = {
  preamble: 'The sample parties, 𝓝oting that networks join people across borders, have settled as follows.',
  chp_I__art_2__para_1: 'A device means any thing, or group of things, that can carry out a program by itself.',
  chp_I__art_6: 'Every party keeps to its duties under the law of human rights when it carries this text out.',
  chp_II__art_7: 'Whoever enters a system without right, and on purpose, commits an offence under this text.',
  chp_II__art_11: 'It is an offence to make, obtain or pass on a tool that is mostly meant for such an entry.',
  chp_IV__art_24: 'The powers of this chapter are subject to the conditions that the law of each party sets.',
  chp_IV__art_28__para_3: 'An authority may seize, copy or remove the data that it has found in this way.',
  chp_IV__art_28__para_4: 'An authority may order any person who knows how a system works to hand over what it needs.',
  chp_IV__art_29: 'A provider may be made to record traffic as it passes, and to keep that fact a secret.',
  chp_V__art_35: 'Parties help one another for every grave offence, whatever its means, if evidence is in bits.',
  chp_V__art_40: 'Help may be refused where the party that is asked believes that its order would suffer.',
};
/** The sample text's characters: provisions joined by line feeds. An astral letter in front tells units from points. */
export const SAMPLE_CHARACTERS = Object.values(TEXTS).join('\n');

/** The placement of `words` in the sample text, or of a whole provision. */
export function sampleAt(eId: string, words: string | null): ReportPlacementInput {
  const provision = PROVISIONS.find(([id]) => id === eId)!;
  const from = SAMPLE_CHARACTERS.indexOf(TEXTS[eId]!);
  const start = words === null ? from : SAMPLE_CHARACTERS.indexOf(words, from);
  const end = start + (words ?? TEXTS[eId]!).length;
  return {
    scope: words === null ? 'provision' : 'passage',
    citation: provision[3],
    eIds: [eId],
    ordinal: PROVISIONS.indexOf(provision),
    quote: words,
    start,
    end,
    prefix: SAMPLE_CHARACTERS.slice(Math.max(0, start - 20), start),
    suffix: SAMPLE_CHARACTERS.slice(end, end + 20),
  };
}

/** The placement of a concern on the treaty as a whole. */
export const WHOLE_TREATY: ReportPlacementInput = {
  scope: 'treaty',
  citation: '',
  eIds: [],
  ordinal: 0,
  quote: null,
  start: null,
  end: null,
  prefix: null,
  suffix: null,
};

const RIGHTS: AuthorView = { name: 'Amina Diallo', organisation: 'Open Networks Forum', constituency: 'civil-society' };
const CLOUD: AuthorView = { name: null, organisation: 'Harbour Cloud', constituency: 'industry' };
const LAB: AuthorView = { name: 'K. Ortega', organisation: 'Éclair Security Lab', constituency: 'academia' };
const ARABIC: AuthorView = { name: null, organisation: 'مركز الحقوق الرقمية', constituency: 'civil-society' };
const CHINESE: AuthorView = { name: '林小雨', organisation: null, constituency: null };
const NOBODY: AuthorView = { name: null, organisation: null, constituency: null };

const LONG = `The order reaches every person who happens to know how a system works: an employee, a contractor, a volunteer who keeps a library of code. Nothing says that the order must go to the organisation first, and nothing protects the person from being made to weaken what she was hired to protect.

We ask that the paragraph be deleted, or at least:
- that it name the organisation, never its staff;
- that it rule out any duty to weaken encryption or to disclose keys;
- that a court approve the order beforehand.

> A power without a limit is read by the next government, not by the one that asked for it.`;

/** A reply; `null` words make a tombstone. */
export function sampleReply(
  id: string,
  author: AuthorView,
  text: string | null,
  replies: readonly ReportReplyInput[] = [],
): ReportReplyInput {
  return {
    id,
    author,
    body: text === null ? null : bodyFromText(text),
    createdAt: '2026-03-05T16:20:11.123Z',
    replies,
  };
}

/** A concern with ordinary values for all that `more` does not give. */
export function sampleConcern(number: number, more: Partial<ReportConcernInput> = {}): ReportConcernInput {
  return {
    number,
    id: `c${number}`,
    category: 'scope',
    severity: 'serious',
    ask: null,
    status: 'open',
    body: bodyFromText('The words reach further than the harm that they are about.'),
    author: RIGHTS,
    createdAt: '2026-03-03T09:41:07.456Z',
    url: `https://proviso.example/reviews/cybercrime/concerns/c${number}`,
    placements: [WHOLE_TREATY],
    replies: [],
    ...more,
  };
}

const LINKED: Body = {
  v: 1,
  blocks: [
    {
      k: 'p',
      c: [
        { t: 'A secret order without an end date cannot be challenged. See ' },
        { t: 'general comment 16', href: 'https://rights.example/gc16?para=8' },
        { t: ', and note that ' },
        { t: 'notice may be delayed, never denied', b: true },
        { t: '.' },
      ],
    },
    {
      k: 'list',
      ordered: true,
      items: [
        { c: [{ t: 'Set a longest duration.' }] },
        {
          c: [{ t: 'Publish figures:' }],
          sub: {
            ordered: false,
            items: [{ c: [{ t: 'orders asked for' }] }, { c: [{ t: 'orders ' }, { t: 'refused', i: true }] }],
          },
        },
      ],
    },
  ],
};

type Row = readonly [
  category: Category,
  severity: Severity,
  ask: Ask | null,
  author: AuthorView,
  eId: string,
  words: string | null,
  text: string | Body,
  more?: Partial<ReportConcernInput>,
];
const ROWS: readonly Row[] = [
  [
    'compelled',
    'red-line',
    'delete',
    RIGHTS,
    'chp_IV__art_28__para_4',
    'any person who knows how a system works',
    LONG,
    {
      replies: [
        sampleReply(
          'r1',
          CLOUD,
          'We agree on the substance. Deleting the paragraph is cleaner than a list of exceptions: customers ask us for one sentence.',
          [
            sampleReply(
              'r2',
              LAB,
              'Deleting it leaves the ordinary production order, which has a safeguard. That is enough.',
            ),
          ],
        ),
        sampleReply('r3', NOBODY, null, [sampleReply('r4', RIGHTS, 'Noted; the ask stays as it is.')]),
      ],
    },
  ],
  [
    'research',
    'red-line',
    'exemption',
    LAB,
    'chp_II__art_7',
    'enters a system without right, and on purpose',
    'Testing a system for weaknesses is entry on purpose. Without an exemption for good faith, the people who find flaws first are the ones who risk prison.',
  ],
  [
    'research',
    'serious',
    'narrow',
    LAB,
    'chp_II__art_11',
    'mostly meant for such an entry',
    'Most tools of testing are “mostly meant” for entry. The test should be the purpose of the person, not of the tool.',
  ],
  ['secrecy', 'serious', 'safeguard', CLOUD, 'chp_IV__art_29', 'keep that fact a secret', LINKED],
  [
    'safeguards',
    'serious',
    'mandatory',
    ARABIC,
    'chp_IV__art_24',
    'subject to the conditions that the law of each party sets',
    'تترك هذه المادة الضمانات للقانون الداخلي لكل دولة (المادة 24)، فتصير الحماية اختيارية.\n\nنطلب:\n- رقابة قضائية مسبقة؛\n- إشعار الشخص المعني.',
  ],
  [
    'cooperation',
    'red-line',
    'narrow',
    CHINESE,
    'chp_V__art_35',
    'for every grave offence, whatever its means',
    '“严重犯罪”的范围取决于各国国内法，可能把和平的言论也包括在内。请将第 35 条限于本公约所列的犯罪。',
  ],
  [
    'data',
    'serious',
    'safeguard',
    CLOUD,
    'chp_IV__art_28__para_3',
    'seize, copy or remove the data',
    'Data of bystanders is copied along with the rest. Ask for deletion of what the case does not need.',
  ],
  [
    'uncertainty',
    'improvement',
    'define',
    CLOUD,
    'chp_I__art_2__para_1',
    null,
    'The definition covers a washing machine. A purpose test would keep it to what matters.',
  ],
  [
    'process',
    'improvement',
    null,
    RIGHTS,
    '',
    null,
    'Organisations could speak at the sessions but not see the drafts between them. The next round should publish them as they are made.',
  ],
  [
    'scope',
    'serious',
    'do-not-ratify',
    { name: 'heron', organisation: null, constituency: null },
    '',
    null,
    'Taken together, the powers are wider than the offences. Parliaments should wait for the protocol on safeguards.',
  ],
  [
    'expression',
    'serious',
    'declaration',
    RIGHTS,
    'chp_V__art_35',
    'if evidence is in bits',
    'Nearly every offence leaves evidence in bits, speech offences included.',
  ],
  [
    'surveillance',
    'serious',
    'safeguard',
    ARABIC,
    'chp_IV__art_29',
    'record traffic as it passes',
    'جمع البيانات لحظة بلحظة دون حد زمني يمس الحق في الخصوصية.',
  ],
  [
    'jurisdiction',
    'improvement',
    'implementing-law',
    CLOUD,
    'chp_V__art_40',
    'believes that its order would suffer',
    'Two parties may give a provider opposite orders; the text says nothing about which comes first.',
  ],
  [
    'liability',
    'improvement',
    null,
    CLOUD,
    'chp_II__art_11',
    'pass on a tool',
    'A hosting provider passes on whatever its users upload. Knowledge should be required.',
  ],
  [
    'intent',
    'serious',
    'narrow',
    LAB,
    'chp_II__art_7',
    null,
    'No harm and no dishonest purpose is needed for the offence.',
  ],
  [
    'equality',
    'improvement',
    'safeguard',
    RIGHTS,
    'chp_I__art_6',
    'keeps to its duties',
    'Name the groups that bear the effects first: survivors, journalists, people in exile.',
  ],
  [
    'children',
    'serious',
    'exemption',
    RIGHTS,
    'chp_II__art_7',
    'commits an offence',
    'Children who test their own devices should not be offenders.',
  ],
  [
    'safeguards',
    'red-line',
    'mandatory',
    RIGHTS,
    'chp_IV__art_24',
    null,
    'Necessity and proportionality are missing from the article that everything else leans on.',
  ],
  [
    'data',
    'improvement',
    'define',
    CHINESE,
    'chp_V__art_40',
    null,
    '请明确“秩序”的含义。',
    { status: 'resolved', statusReason: 'Merged into concern 13.' },
  ],
  [
    'uncertainty',
    'improvement',
    null,
    NOBODY,
    'preamble',
    'networks join people across borders',
    'The preamble could name the open standards that make this true.',
  ],
];

/** Input for a report with twenty concerns in English, Arabic and Chinese; `more` replaces what it gives. */
export function sampleInput(more: Partial<ReportInput> = {}): ReportInput {
  return {
    review: {
      title: 'Joint review of the Convention against Cybercrime',
      slug: 'cybercrime',
      brief:
        'Civil-society organisations and companies read the adopted text together in February and March 2026. This report gathers what they ask of States before they ratify.',
    },
    treaty: {
      title: 'United Nations Convention against Cybercrime',
      versionLabel: 'adopted text, 2024',
      language: 'en',
      direction: 'ltr',
      unofficial: true,
      textSha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      characters: SAMPLE_CHARACTERS,
    },
    provisions: PROVISIONS.map(([eId, kind, number, citation, heading]) => ({ eId, kind, number, citation, heading })),
    concerns: ROWS.map(([category, severity, ask, author, eId, words, text, rest], at) =>
      sampleConcern(at + 1, {
        category,
        severity,
        ask,
        author,
        body: typeof text === 'string' ? bodyFromText(text) : text,
        placements: [eId === '' ? WHOLE_TREATY : sampleAt(eId, words)],
        ...rest,
      }),
    ),
    options: { order: 'provision', statuses: STATUSES, categories: CATEGORIES.map(({ id }) => id), replies: true },
    filedOn: '2026-03-14',
    publicUrl: 'https://proviso.example',
    words: reportEn,
    ...more,
  };
}
