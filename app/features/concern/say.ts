import type { AuthorView } from '#app/domain/concern/thread';
import type { ConcernWords } from '#app/domain/words/concern.en';
import type { Plural } from '#app/domain/words/reader.en';

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function plural(forms: Plural, n: number, locale: string): string {
  const form = forms[new Intl.PluralRules(locale).select(n)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(locale).format(n) });
}

/** The day in UTC, so that the server and every reader say the same. */
export function day(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

/** Day, time and the words "UTC", for the one who hovers. */
export function moment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** The one name to call an author by in a sentence. */
export function authorName(author: AuthorView, words: ConcernWords): string {
  return author.name ?? author.organisation ?? words.contributor;
}
