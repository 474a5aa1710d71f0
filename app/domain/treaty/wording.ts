/** Words by which the parts of an instrument that carry no number are known, by language. One place to add a language. */

/** Heading of a preamble. The rest of the line may be its first words, even without a space between. */
export const PREAMBLE =
  /^[\s\u200e\u200f]*(preamble|préambule|preámbulo|преамбула|الديباجة|ديباجة|序言|前言|preambule|präambel|preâmbulo|preambolo)(?=$|[\s:.：—–-]|\p{Lu})[\s:.：—–-]*/iu;

/** The first words of a preamble without a heading: those who agree. */
export const PARTIES =
  /^(the (european (parliament|commission|union|council)|states? part|high contracting|contracting|member states|parties|signator|governments?|peoples|general assembly|council)|les (états|hautes parties|parties|gouvernements|peuples)|los (estados|gobiernos|pueblos)|las (partes|altas)|государства|высокие договаривающиеся|договаривающиеся|إن الدول|إن الأطراف|الدول الأطراف|本公[约約]|各?[缔締][约約]|de (lidstaten|staten|partijen)|we,? the peoples)/iu;

/** A paragraph that gives a reason. */
export const RECITAL =
  /^(whereas|considering|recalling|recognizing|recognising|convinced|concerned|noting|bearing in mind|acknowledging|believing|conscious|desir|determined|reaffirming|mindful|welcoming|having regard|considérant|rappelant|vu |reconociendo|considerando|recordando|принимая во внимание|учитывая|напоминая|إذ |ولما كان|鉴于|鑒於|考虑到|回顾)/iu;

/** Where a preamble passes over to what was agreed. */
export const AGREED =
  /(have|has|hereby) (agreed|adopted (this|the following))|ont (adopté|arrêté) |han adoptado |haben folgende|agreed? as follows|sont convenu|han convenido|convienen|согласились|договорились|اتفقت|قد اتفق|[兹茲]?[协協議议定同意]{2,4}如下|zijn overeengekomen|sind wie folgt/iu;

/** The testimonium, with which the closing words begin. */
export const TESTIMONIUM =
  /^[\s\u200e\u200f]*(in (witness|faith|testimony) whereof|this (regulation|directive|decision) (shall be binding in its entirety|is addressed to)|done (at|in|this|on)\s|en foi de quoi|fait (à|en|le)\s|en (fe|testimonio) de lo cual|hech[oa] en\s|в удостоверение чего|совершено\s|(و?إثباتا|و?إشهادا|و?شاهدا|تصديقا) (لذلك|على)|حرر(ت)? في|以昭信守|[兹茲]由|下列署名|ten blijke waarvan|gedaan te\s|zu urkund|geschehen zu\s)/iu;

/** Heading of a contents page. */
export const CONTENTS =
  /^[\s*_#]*(table of contents|contents|arrangement of (sections|articles)|table des matières|sommaire|índice|contenido|содержание|оглавление|المحتويات|الفهرس|目\s*录|目\s*錄|inhoudsopgave|inhalt(sverzeichnis)?)[\s:：*_]*$/iu;

/** What an instrument is called, for choosing its title among the lines in front. */
export const INSTRUMENT =
  /(convention|treaty|protocol|agreement|covenant|charter|declaration|declaraci[oó]n|statute|pact|act\b|bill\b|traité|accord|pacte|charte|statut|convenio|convención|tratado|protocolo|acuerdo|pacto|carta|конвенция|договор|протокол|соглашение|пакт|устав|декларация|اتفاقية|معاهدة|بروتوكول|عهد|ميثاق|إعلان|公[约約]|[条條][约約]|[议議]定[书書]|[协協]定|宣言|宪章|verdrag|overeenkomst|übereinkommen|vertrag)/iu;

/** A line that ends like this runs on into a number or label: "... in paragraph", "... of articles", "... 5 and". */
export const RUNS_ON =
  /(?:^|[\s(])(?:(?:sub-?)?paragraphs?|articles?|art\.|sections?|chapters?|parts?|annex|points?|items?|nos?\.|paragraphes?|alinéas?|chapitres?|párrafos?|apartados?|artículos?|incisos?|capítulos?|пункт[а-я]*|подпункт[а-я]*|стать[а-я]+|част[а-я]+|المادة|المادتين|المواد|الفقرة|الفقرتين|الفقرات|[\p{Nd})][,]? (?:and|or|to|et|ou|à|y|o|a|и|или|و|أو|إلى))\s*$/iu;

/** A line that ends in a reference may go on with the label of a point: "... under paragraph 1", "... article 5 (b)". */
export const ENDS_IN_REFERENCE =
  /(?:paragraphs?|articles?|sections?|paragraphes?|párrafos?|artículos?|пункт[а-я]*|стать[а-я]+|المادة|الفقرة)\s+\p{Nd}{1,3}(?:\s?\(\p{L}{1,4}\))*$/iu;

/** The end of a clause: what follows may be something new. */
export const CLAUSE_END =
  /(?:[.;:!?,…。；：，、؛؟،][”"’»)\]]*|[;,،؛]\s*(?:and|or|et|ou|y|o|u|e|и|или|و|أو|и\/или|and\/or)|[;；][及或和]|(?:\band|\bor|\bet|\bou|\sy|\sи|\sили|\sأو))\s*$/iu;

/** A line that ends in "and" without a stop before it: its sentence goes on, unless a label follows. */
export const ENDS_OPEN = /[\p{L}\p{Nd})]\s(?:and|or|et|ou|y|o|u|и|или|و|أو)\s*$/iu;

/** The end of a sentence. */
export const SENTENCE_END = /[.!?…。؟!][”"’»)\]」』]*\s*$/u;

/** The end of a lead-in to a list. */
export const LEAD_IN = /[:：][”"’»]?\s*(?:[-–—]\s*)?$/u;

/** A definition without a label: a term in quotation marks and the word that says what it means. */
export const DEFINITION =
  /^[“”"«„‘'「『]\s?\p{L}[^”“"»’」』]{0,150}[”“"»’'」』].{0,80}?(?:\b(?:means?|includes?|refers? to|has the (?:same )?meaning|shall (?:mean|include|have)|désigne(?:nt)?|signifie(?:nt)?|s[’']entend(?:ent)?|significan?|se entender[áa]|designan?|beteken(?:t|en)|wordt verstaan|bezeichnet|bedeutet)|означа[ею]т|понима[ею]тся|يعني|تعني|يقصد|يُقصد|指)/iu;

/** The end of a lead-in to definitions: a colon or a dash. */
export const TERMS_LEAD_IN = /[:：–—-]\s*$/u;
