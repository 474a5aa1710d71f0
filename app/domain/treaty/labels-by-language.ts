/** A level as a source names it; several levels can make provisions of one kind. The order is the usual nesting. */
export const LEVELS = [
  'annex',
  'part',
  'book',
  'title',
  'chapter',
  'subchapter',
  'section',
  'subsection',
  'article',
] as const;
export type Level = (typeof LEVELS)[number];

interface Labels {
  /** The words for levels, in lower case, several between bars. */
  readonly levels: Partial<Record<Level, string>>;
  /** Where the number stands: before the word with 第 in front of it ("第五条"), else after it ("Article 5"). */
  readonly framed?: true;
  /** Words for one, two, three, ... ("premier", "first"), several between bars, numbers between semicolons. */
  readonly ordinals?: string;
  /** The orders in which lists count letters, beside the Latin one. */
  readonly letters?: Readonly<Partial<Record<'abjad' | 'hijai' | 'cyrillic' | 'cyrillic-full', string>>>;
}

/**
 * Level words and labels by language (BCP 47): the one place to add a language. A word may stand in several rows; a
 * text is read with all of them, whatever its language, since instruments quote one another.
 */
export const LABELS: Readonly<Record<string, Labels>> = {
  en: {
    levels: {
      annex: 'annex|appendix|schedule',
      part: 'part',
      book: 'book',
      title: 'title',
      chapter: 'chapter',
      subchapter: 'sub-chapter|subchapter',
      section: 'section',
      subsection: 'sub-section|subsection',
      article: 'article|art.',
    },
    ordinals:
      'one|first;two|second;three|third;four|fourth;five|fifth;six|sixth;seven|seventh;eight|eighth;nine|ninth;ten|tenth;eleven|eleventh;twelve|twelfth;thirteen|thirteenth;fourteen|fourteenth;fifteen|fifteenth;sixteen|sixteenth;seventeen|seventeenth;eighteen|eighteenth;nineteen|nineteenth;twenty|twentieth',
  },
  fr: {
    levels: {
      annex: 'annexe',
      part: 'partie',
      book: 'livre',
      title: 'titre',
      chapter: 'chapitre',
      subchapter: 'sous-chapitre',
      section: 'section',
      subsection: 'sous-section',
      article: 'article|art.',
    },
    ordinals:
      'un|premier|première;deux|deuxième|seconde;trois|troisième;quatre|quatrième;cinq|cinquième;six|sixième;sept|septième;huit|huitième;neuf|neuvième;dix|dixième;onze|onzième;douze|douzième;treize|treizième;quatorze|quatorzième;quinze|quinzième;seize|seizième;dix-sept;dix-huit;dix-neuf;vingt|vingtième',
  },
  es: {
    levels: {
      annex: 'anexo',
      part: 'parte',
      book: 'libro',
      title: 'título|titulo',
      chapter: 'capítulo|capitulo',
      section: 'sección|seccion',
      subsection: 'subsección|subseccion',
      article: 'artículo|articulo|art.',
    },
    ordinals:
      'uno|una|primero|primera|único|única;dos|segundo|segunda;tres|tercero|tercera;cuatro|cuarto|cuarta;cinco|quinto|quinta;seis|sexto|sexta;siete|séptimo|séptima;ocho|octavo|octava;nueve|noveno|novena;diez|décimo|décima;once|undécimo|undécima;doce|duodécimo|duodécima',
  },
  ru: {
    levels: {
      annex: 'приложение',
      part: 'часть',
      book: 'книга',
      chapter: 'глава',
      section: 'раздел',
      subsection: 'подраздел',
      article: 'статья|ст.',
    },
    ordinals:
      'первая|первый|первое;вторая|второй|второе;третья|третий|третье;четвертая|четвёртая|четвертый;пятая|пятый;шестая|шестой;седьмая|седьмой;восьмая|восьмой;девятая|девятый;десятая|десятый;одиннадцатая;двенадцатая;тринадцатая;четырнадцатая;пятнадцатая',
    letters: { cyrillic: 'абвгдежзиклмнопрстуфхцчшщэюя', 'cyrillic-full': 'абвгдежзийклмнопрстуфхцчшщъыьэюя' },
  },
  ar: {
    levels: {
      annex: 'المرفق|الملحق',
      part: 'الجزء',
      book: 'الكتاب',
      title: 'الباب',
      chapter: 'الفصل',
      section: 'القسم|الفرع',
      article: 'المادة|مادة',
    },
    ordinals:
      'الأول|الأولى;الثاني|الثانية;الثالث|الثالثة;الرابع|الرابعة;الخامس|الخامسة;السادس|السادسة;السابع|السابعة;الثامن|الثامنة;التاسع|التاسعة;العاشر|العاشرة;الحادي عشر|الحادية عشرة;الثاني عشر|الثانية عشرة;الثالث عشر|الثالثة عشرة;الرابع عشر|الرابعة عشرة;الخامس عشر|الخامسة عشرة;السادس عشر|السادسة عشرة;السابع عشر|السابعة عشرة;الثامن عشر|الثامنة عشرة;التاسع عشر|التاسعة عشرة;العشرون|العشرين',
    letters: { abjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ', hijai: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي' },
  },
  zh: {
    levels: { annex: '附件|附錄|附录', part: '部分|编|編|篇', chapter: '章', section: '节|節', article: '条|條' },
    framed: true,
  },
  nl: {
    levels: {
      annex: 'bijlage',
      part: 'deel',
      book: 'boek',
      title: 'titel',
      chapter: 'hoofdstuk',
      section: 'afdeling',
      subsection: 'paragraaf',
      article: 'artikel|art.',
    },
    ordinals:
      'een|eerste;twee|tweede;drie|derde;vier|vierde;vijf|vijfde;zes|zesde;zeven|zevende;acht|achtste;negen|negende;tien|tiende;elf|elfde;twaalf|twaalfde',
  },
  de: {
    levels: {
      annex: 'anhang|anlage',
      part: 'teil',
      book: 'buch',
      title: 'titel',
      chapter: 'kapitel',
      section: 'abschnitt',
      subsection: 'unterabschnitt',
      article: 'artikel|art.',
    },
    ordinals:
      'erste|erster|ersten;zweite|zweiter;dritte|dritter;vierte|vierter;fünfte|fünfter;sechste|sechster;siebte|siebter;achte|achter;neunte|neunter;zehnte|zehnter',
  },
  pt: {
    levels: {
      annex: 'anexo',
      part: 'parte',
      book: 'livro',
      title: 'título|titulo',
      chapter: 'capítulo|capitulo',
      section: 'secção|seção',
      article: 'artigo|art.',
    },
    ordinals:
      'um|primeiro|primeira;segundo|segunda;terceiro|terceira;quarto|quarta;quinto|quinta;sexto|sexta;sétimo|sétima;oitavo|oitava;nono|nona;décimo|décima',
  },
  it: {
    levels: {
      annex: 'allegato',
      part: 'parte',
      book: 'libro',
      title: 'titolo',
      chapter: 'capo|capitolo',
      section: 'sezione',
      article: 'articolo|art.',
    },
    ordinals: 'primo|prima;secondo|seconda;terzo|terza;quarto|quarta;quinto|quinta;sesto|sesta',
  },
};

const rowsOfTable = Object.entries(LABELS).map(([tag, labels]) => [tag, labels] as const);
const wordsOf = (labels: Labels): (readonly [Level, string])[] =>
  LEVELS.flatMap((level) =>
    (labels.levels[level] ?? '')
      .normalize('NFC')
      .split('|')
      .filter(Boolean)
      .map((word) => [level, word] as const),
  );

/** The level that a word names, by the word in lower case: words with the number after them. */
export const LEVEL_WORDS: ReadonlyMap<string, Level> = new Map(
  rowsOfTable
    .filter(([, labels]) => !labels.framed)
    .flatMap(([, labels]) => wordsOf(labels).map(([level, word]) => [word, level] as const)),
);

/** The same for words with the number before them. */
export const FRAMED_LEVEL_WORDS: ReadonlyMap<string, Level> = new Map(
  rowsOfTable
    .filter(([, labels]) => labels.framed)
    .flatMap(([, labels]) => wordsOf(labels).map(([level, word]) => [word, level] as const)),
);

const LANGUAGES_OF_WORD = new Map<string, Set<string>>();
for (const [tag, labels] of rowsOfTable) {
  for (const [, word] of wordsOf(labels)) {
    LANGUAGES_OF_WORD.set(word, (LANGUAGES_OF_WORD.get(word) ?? new Set()).add(tag));
  }
}

/** The languages (BCP 47) in which a word in lower case names a level; none when it names none. */
export const languagesOfWord = (word: string): ReadonlySet<string> => LANGUAGES_OF_WORD.get(word) ?? new Set();

/** What a word for a number ("premier", "вторая", "الحادية عشرة") counts, by the word in lower case. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  rowsOfTable.flatMap(([, { ordinals = '' }]) =>
    ordinals
      .normalize('NFC')
      .split(';')
      .flatMap((words, i) => words.split('|').flatMap((word) => (word === '' ? [] : [[word, i + 1] as const]))),
  ),
);

/** The orders of letters that are not Latin. */
export const LETTERS = {
  abjad: LABELS.ar?.letters?.abjad ?? '',
  hijai: LABELS.ar?.letters?.hijai ?? '',
  cyrillic: LABELS.ru?.letters?.cyrillic ?? '',
  'cyrillic-full': LABELS.ru?.letters?.['cyrillic-full'] ?? '',
} as const;
