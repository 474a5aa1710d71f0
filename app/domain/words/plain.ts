import { siteEn } from './site.en';

/** Keys whose words hold nothing to fill in. */
export type PlainKey = {
  [K in keyof typeof siteEn]: (typeof siteEn)[K] extends `${string}{${string}` ? never : K;
}[keyof typeof siteEn];

/** Words of the interface that need no formatting: apart from `say`, so that the reader's page does not load a formatter. */
export const word = (key: PlainKey): string => siteEn[key];

/** What a language is called in the language of the interface: "French". */
export const languageName = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
