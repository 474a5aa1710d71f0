import type { ReactNode } from 'react';

export interface Segment {
  /** Carries the hue, such as `c-data`. */
  className: string;
  value: number;
  label: string;
}

export interface BarColumn {
  key?: string;
  /** What stands under the column, such as an article's number. */
  label: string;
  /** What a screen reader says, such as "Article 28, Search and seizure: 7 concerns". */
  title: string;
  href?: string;
  segments: readonly Segment[];
  /** A wider gap before it, as where a chapter begins. */
  startsGroup?: boolean;
}

export interface BarsProps {
  label: string;
  columns: readonly BarColumn[];
  /** Height of the drawing in CSS pixels. */
  height?: number;
  /** Names every column, or every fifth and the like; counted from the first. */
  labelEvery?: number;
  formatNumber?: (value: number) => string;
  /** A picture without links, for a narrow place. */
  compact?: boolean;
  legend?: ReactNode;
}

/** The map of concerns along the treaty: a stacked column for each provision, in reading order. */
export function Bars(props: BarsProps) {
  const { label, columns, compact, height = compact ? 44 : 128, labelEvery = 1, formatNumber = String, legend } = props;
  const max = Math.max(1, ...columns.map((column) => total(column.segments)));
  const list = columns.map((column, index) => {
    const sum = total(column.segments);
    const inside = (
      <>
        {!compact && sum > 0 ? (
          <span className="bars-value" aria-hidden="true">
            {formatNumber(sum)}
          </span>
        ) : null}
        <Column segments={column.segments} max={max} height={height} titled={!compact} />
        {compact ? null : (
          <span className="bars-label" aria-hidden="true">
            {index % labelEvery === 0 ? column.label : ''}
          </span>
        )}
      </>
    );
    return (
      <li key={column.key ?? column.label} className={column.startsGroup ? 'is-group-start' : undefined}>
        {column.href === undefined || compact ? (
          <span className="bars-column">
            {compact ? null : <span className="visually-hidden">{column.title}</span>}
            {inside}
          </span>
        ) : (
          <a className="bars-column" href={column.href} aria-label={column.title} title={column.title}>
            {inside}
          </a>
        )}
      </li>
    );
  });
  if (compact) {
    return (
      <div className="bars bars-compact" role="img" aria-label={label}>
        <ol className="bars-columns">{list}</ol>
      </div>
    );
  }
  return (
    <figure className="bars" aria-label={label}>
      <div className="bars-scroll">
        <ol className="bars-columns">{list}</ol>
      </div>
      {legend ? <figcaption className="bars-legend">{legend}</figcaption> : null}
    </figure>
  );
}

interface DrawnColumn {
  segments: readonly Segment[];
  max: number;
  height: number;
  titled: boolean;
}

function Column({ segments, max, height, titled }: DrawnColumn) {
  const scale = height / max;
  let top = total(segments) * scale;
  const drawn = Math.max(1, top);
  return (
    <svg
      viewBox={`0 0 10 ${round(drawn)}`}
      height={round(drawn)}
      width="10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {segments
        .filter((segment) => segment.value > 0)
        .map((segment) => {
          top -= segment.value * scale;
          // A hairline of paper keeps neighbours apart for eyes that confuse their hues.
          const size = Math.max(1, segment.value * scale - (segment.value * scale > 4 ? 1 : 0));
          return (
            <rect
              key={segment.label}
              className={`bar-part ${segment.className}`}
              x="0"
              y={round(top)}
              width="10"
              height={round(size)}
            >
              {titled ? <title>{segment.label}</title> : null}
            </rect>
          );
        })}
    </svg>
  );
}

export interface HeatStripProps {
  segments: readonly Segment[];
  /** The total that fills the whole strip; without it every strip is full. */
  max?: number;
  width?: number;
  /** Leave it out where the words beside the strip say the same. */
  label?: string;
}

export function HeatStrip({ segments, max, width = 54, label }: HeatStripProps) {
  const sum = total(segments);
  const length = sum === 0 ? 0 : Math.max(5, (width * sum) / Math.max(max ?? sum, sum));
  let start = 0;
  return (
    <svg
      className="heat"
      viewBox={`0 0 ${width} 9`}
      width={width}
      height="9"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {segments
        .filter((segment) => segment.value > 0)
        .map((segment) => {
          const x = start;
          const share = (length * segment.value) / sum;
          start += share;
          return (
            <rect
              key={segment.label}
              className={`heat-part ${segment.className}`}
              x={round(x)}
              y="0"
              width={round(Math.max(1, share - 1))}
              height="9"
              rx="1"
            />
          );
        })}
    </svg>
  );
}

function total(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
