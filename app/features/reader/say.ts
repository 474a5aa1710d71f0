import type { Plural } from '#app/domain/words/reader.en';

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Languages of the interface whose small numbers are plain digits: the first number format costs a page ten milliseconds. */
const PLAIN = /^(en|es|fr|ru|zh)\b/;

export function formatNumber(n: number, locale: string): string {
  if (n < 1000 && PLAIN.test(locale)) return String(n);
  let format = numbers.get(locale);
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(n);
}

export function plural(forms: Plural, n: number, locale: string): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  return fill(forms[rule.select(n)] ?? forms.other, { n: formatNumber(n, locale) });
}
