// Makes the fonts that browsers get: the packages' own files, with the weights and features that our styles use and no others.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { ROOT } from './steps.mjs';

const FOLDER = join(ROOT, 'app/ui/styles/generated');
const FAMILIES = ['inter', 'source-serif-4'];
const SHEETS = ['wght.css', 'wght-italic.css'];
/** The range of `font-weight` in our sheets; `styles.test.ts` holds them to it. */
const WEIGHTS = { min: 400, max: 700 };
/** What browsers do by themselves, and the figures that our sheets ask for; the fonts' alternate letterforms go. */
const FEATURES = 'calt ccmp clig kern liga locl mark mkmk rlig lnum pnum tnum'.split(' ');

/** "U+0000-00FF,U+0131" as the characters themselves. */
function charactersOf(range) {
  return range
    .split(',')
    .map((part) => {
      const [from, to = from] = part
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return Array.from({ length: to - from + 1 }, (_, i) => from + i)
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code))
        .join('');
    })
    .join('');
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const faces = [];
for (const family of FAMILIES)
  for (const sheet of SHEETS) {
    const source = join(ROOT, 'node_modules/@fontsource-variable', family);
    const css = readFileSync(join(source, sheet), 'utf8');
    for (const [face, file, range] of css.matchAll(
      /@font-face \{[^}]*\.\/files\/([\w-]+\.woff2)[^}]*unicode-range: ([^;]+);[^}]*\}/g,
    )) {
      const font = await subsetFont(readFileSync(join(source, 'files', file)), charactersOf(range), {
        targetFormat: 'woff2',
        variationAxes: { wght: { ...WEIGHTS, default: WEIGHTS.min } },
        keepFeatures: FEATURES,
      });
      writeFileSync(join(FOLDER, file), font);
      faces.push(
        face.replace('./files/', './').replace(/font-weight: [\d ]+;/, `font-weight: ${WEIGHTS.min} ${WEIGHTS.max};`),
      );
    }
  }
if (faces.length === 0) throw new Error('The font packages hold no faces that this script knows.');
writeFileSync(join(FOLDER, 'fonts.css'), `${faces.join('\n\n')}\n`);
