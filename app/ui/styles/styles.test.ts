import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const tokens = read('tokens.css');
const categories = [...tokens.matchAll(/^\.c-([\w-]+) \{/gm)].map((match) => match[1] ?? '');

/** Custom properties with a hex colour, of the light theme and of the dark one over it. */
function palette(theme: 'light' | 'dark'): Map<string, string> {
  const dark = tokens.indexOf('(prefers-color-scheme: dark)');
  const contrast = tokens.indexOf('(prefers-contrast: more)');
  const blocks = theme === 'light' ? tokens.slice(0, dark) : tokens.slice(0, contrast);
  return new Map([...blocks.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** As color-mix in sRGB does it. */
function mix(front: string, share: number, ground: string): string {
  const channel = (at: number) => {
    const [a, b] = [front, ground].map((hex) => parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = palette(theme);
  const colour = (name: string) => colours.get(name) ?? 'missing';

  it('reads every category at 4.5:1 or better on paper, card and wash', () => {
    const weak = categories.flatMap((id) =>
      ['paper', 'card', 'wash']
        .map((ground) => ({ id, ground, ratio: contrast(colour(`c-${id}`), colour(ground)) }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    );
    expect(weak).toEqual([]);
  });

  it('reads every category on the tint of its own hue', () => {
    const weak = categories
      .map((id) => ({ id, ratio: contrast(colour(`c-${id}`), mix(colour(`c-${id}`), 0.09, colour('card'))) }))
      .filter(({ ratio }) => !(ratio >= 4.5));
    expect(weak).toEqual([]);
  });

  it('gives no two categories the same hue', () => {
    expect(new Set(categories.map((id) => colour(`c-${id}`))).size).toBe(16);
  });

  it.each([
    ['ink', 'sunken', 7],
    ['quiet', 'paper', 4.5],
    ['quiet', 'wash', 4.5],
    ['quiet', 'sunken', 4.5],
    ['accent', 'wash', 4.5],
    ['accent-ink', 'accent', 4.5],
    ['accent', 'accent-wash', 4.5],
    ['danger', 'danger-wash', 4.5],
    ['good', 'good-wash', 4.5],
    ['good', 'wash', 4.5],
    ['danger', 'wash', 4.5],
    ['warn', 'warn-wash', 4.5],
    ['bar-ink', 'bar', 4.5],
    ['focus', 'paper', 3],
    ['focus', 'wash', 3],
    ['line-strong', 'card', 3],
    ['line-strong', 'paper', 3],
  ])('shows %s on %s at %d:1 or better', (front, ground, least) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least);
  });
});

describe('the sheets', () => {
  it('paint a highlight for every category that has a class', () => {
    const painted = [...read('highlights.css').matchAll(/::highlight\(c-([\w-]+)\)/g)].map((match) => match[1]);
    expect(painted).toEqual(categories);
  });

  it('use no left or right, so that Arabic needs no sheet of its own', () => {
    const physical = sheets.flatMap((name) =>
      read(name)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => /(^|[\s-])(left|right)\b(?!\))/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(physical).toEqual([]);
  });

  it('fetch nothing from elsewhere', () => {
    expect(sheets.filter((name) => /https?:|url\(['"]?\/\//.test(read(name)))).toEqual([]);
  });
});

describe('weights of letters', () => {
  it('are within what the fonts that we serve have (scripts/fonts.mjs)', () => {
    const asked = sheets.flatMap((name) =>
      [...read(name).matchAll(/font-weight: (\d+);/g)].map(([, weight]) => ({ name, weight: Number(weight) })),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ weight }) => weight < 400 || weight > 700)).toEqual([]);
  });
});
