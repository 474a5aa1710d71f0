import { memo, useId, useMemo, useState } from 'react';
import type { ContentsRow } from '#app/domain/review/reader';
import type { Category } from '#app/domain/concern/taxonomy';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { HeatStrip } from '#app/ui/charts';
import { plural } from './say';
import { useMedia } from './use-treaty-view';

export interface ContentsProps {
  rows: readonly ContentsRow[];
  /** Of the text, whose headings these are. */
  language: string;
  /** eId of the row that the reader is at. */
  current: string | null;
  /** Scripts are there: the field that needs them may show. */
  ready: boolean;
  words: ReaderWords;
}

/** Chapters and articles with what was said on each: a link, a name and a strip. */
export const Contents = memo(function Contents({ rows, language, current, ready, words }: ContentsProps) {
  const id = useId();
  // Where it does not fold it is open in earnest, for browsers and tools that do not know that the style unfolds it.
  const wide = useMedia('(min-width: 1181px)');
  const [sought, setSought] = useState('');
  const max = useMemo(() => Math.max(1, ...rows.filter(isArticle).map(total)), [rows]);
  const found = useMemo(() => matching(rows, sought), [rows, sought]);
  return (
    <nav className="reader-contents" aria-label={words.contents}>
      <details className="contents-fold" open={wide}>
        <summary>{words.contents}</summary>
        <div>
          {ready && rows.length > 12 ? (
            <div className="contents-find">
              <label className="visually-hidden" htmlFor={id}>
                {words.findInContents}
              </label>
              <input
                id={id}
                type="search"
                className="input"
                placeholder={words.findInContents}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            </div>
          ) : null}
          <ol>
            {found.map((row) => (
              <li key={row.eId}>
                <Row row={row} language={language} max={max} current={row.eId === current} words={words} />
              </li>
            ))}
          </ol>
          <p className="margin-empty" role="status">
            {found.length === 0 ? words.nothingFound : ''}
          </p>
        </div>
      </details>
    </nav>
  );
});

const isArticle = (row: ContentsRow): boolean => !['part', 'title', 'chapter', 'section'].includes(row.kind);
const total = (row: ContentsRow): number => row.heat.reduce((sum, one) => sum + one.count, 0);

interface RowProps {
  row: ContentsRow;
  language: string;
  max: number;
  current: boolean;
  words: ReaderWords;
}

const Row = memo(function Row({ row, language, max, current, words }: RowProps) {
  const href = `#${encodeURIComponent(row.eId)}`;
  const here = current ? ('location' as const) : undefined;
  if (!isArticle(row)) {
    return (
      <a className="toc-chapter" href={href} aria-current={here}>
        <bdi lang={language}>{[row.label.replace(/[\s.:–—-]+$/u, ''), row.heading].filter(Boolean).join(' · ')}</bdi>
      </a>
    );
  }
  const number = numberOf(row.label);
  const count = total(row);
  return (
    <a className="toc-link" href={href} aria-current={here} data-toc={row.eId}>
      <span className="toc-number" lang={language}>
        {row.label !== number ? <span className="visually-hidden">{row.label.replace(number, '')}</span> : null}
        {number}
      </span>
      <span lang={language} dir="auto">
        {row.heading || (number === '' ? row.label : '')}
      </span>
      {count > 0 ? (
        <>
          <HeatStrip
            max={max}
            segments={row.heat.map(({ category, count: value }) => ({
              className: `c-${category}`,
              value,
              label: words.taxonomy.categories[category as Category],
            }))}
          />
          <span className="visually-hidden">, {plural(words.concernCount, count, words.locale)}</span>
        </>
      ) : null}
    </a>
  );
});

/** "Article 28" is told by the heading above; in the column stands 28. */
function numberOf(label: string): string {
  return label.match(/[\p{N}]+[\p{L}]?$/u)?.[0] ?? (label.length <= 4 ? label : '');
}

/** Rows with these words or this number, and the levels above them. */
function matching(rows: readonly ContentsRow[], sought: string): readonly ContentsRow[] {
  const wanted = sought.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  const kept = new Set<ContentsRow>();
  const above: ContentsRow[] = [];
  for (const row of rows) {
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= row.depth) above.pop();
    if (`${row.label} ${row.heading}`.toLocaleLowerCase().includes(wanted))
      [...above, row].forEach((one) => kept.add(one));
    above.push(row);
  }
  return rows.filter((row) => kept.has(row));
}
