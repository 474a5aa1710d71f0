import { seeded } from './measure.mjs';

const WORDS =
  'each State Party shall adopt such legislative and other measures as may be necessary to establish under its domestic law the powers and procedures of this provision authority court order data access service provider person without judicial independent oversight notice proportionate safeguard crime offence conduct intent harm definition request cooperation dual criminality refuse ground human rights privacy expression remedy record limit require before after where when'.split(
    ' ',
  );

export function sentence(random) {
  const words = Array.from(
    { length: 10 + Math.floor(random() * 40) },
    () => WORDS[Math.floor(random() * WORDS.length)],
  );
  const joined = words.join(' ');
  return `${joined[0].toUpperCase()}${joined.slice(1)}.`;
}

/** A treaty of a real convention's size: 70 articles in 9 chapters, about 26,000 words, as plain text. */
export function treaty() {
  const random = seeded(7);
  const lines = ['Convention of the bench', ''];
  for (let article = 1; article <= 70; article++) {
    if (article % 8 === 1)
      lines.push(
        `Chapter ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][(article - 1) / 8]}`,
        `Matters of group ${(article + 7) / 8}`,
        '',
      );
    lines.push(`Article ${article}`, `Measure ${article}`, '');
    for (let n = 1; n <= 6; n++) lines.push(`${n}. ${sentence(random)} ${sentence(random)}`, '');
  }
  return lines.join('\n');
}

/** Passages of whole words as people choose them: half of them under 107 characters, one in twenty over 513. */
export function passages(characters, count) {
  const random = seeded(count + 1);
  return Array.from({ length: count }, () => {
    const u = random();
    const length = Math.round(
      u < 0.25
        ? 12 + 156 * u
        : u < 0.5
          ? 51 + 224 * (u - 0.25)
          : u < 0.75
            ? 107 + 448 * (u - 0.5)
            : 219 + 1470 * (u - 0.75),
    );
    let start = Math.floor(random() * (characters.length - length - 100));
    while (/\s/.test(characters[start]) || (start > 0 && !/\s/.test(characters[start - 1]))) start += 1;
    let end = start + length;
    while (end < characters.length && !/\s/.test(characters[end])) end += 1;
    while (/\s/.test(characters[end - 1])) end -= 1;
    return { start, end };
  });
}
