import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';

export type WordKey = keyof typeof en;
type Values = Readonly<Record<string, string | number | Date>>;

const formats = new Map<WordKey, IntlMessageFormat>();

/** The words of the interface under `key`, in ICU MessageFormat: plurals, numbers and dates come out as the language has them. */
export function say(key: WordKey, values?: Values): string {
  const pattern = en[key];
  if (!values && !pattern.includes('{') && !pattern.includes("'")) return pattern;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(pattern, 'en');
    formats.set(key, format);
  }
  return String(format.format(values));
}

/** A day as people write it: "24 November 2026", always in UTC, so that server and browser agree. */
export const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  );
