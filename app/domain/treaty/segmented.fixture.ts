import { expect } from 'vitest';
import { conserved } from './conserved';
import type { Outline, Provision, SourceLine } from './outline';
import { segment } from './segment';

/** A text as lines with their margins, as the plain-text reader hands them over. */
export const lines = (text: string): SourceLine[] =>
  text
    .split('\n')
    .map((line, i) => ({ text: line, line: i + 1, hints: { indent: line.length - line.trimStart().length } }));

/** A text's outline; that no word went astray is checked each time. */
export const read = (text: string, language?: string): Outline => {
  const outline = segment(lines(text), language === undefined ? {} : { language });
  expect(conserved(text, outline)).toEqual({ ok: true });
  return outline;
};

export const flat = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((p) => [p, ...flat(p.children)]);
export const eIds = (outline: Outline): string[] => flat(outline.provisions).map((p) => p.eId);
export const at = (outline: Outline, eId: string): Provision => {
  const found = flat(outline.provisions).find((p) => p.eId === eId);
  if (!found) throw new Error(`no ${eId} among ${eIds(outline).join(' ')}`);
  return found;
};

/** What was taken out of one kind, in order. */
export const taken = (outline: Outline, what: Outline['furniture'][number]['what']): string[] =>
  outline.furniture.filter((one) => one.what === what).map((one) => one.text);

/** Text of one article with a body, so that a case needs only what it is about. */
export const article = (body: string, n = 1): string => `Article ${n}\nScope\n\n${body}`;
