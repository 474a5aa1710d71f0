import type { ReactNode } from 'react';

export interface MatrixColumn {
  key: string;
  label: ReactNode;
  /** Carries the hue, such as `c-data`. */
  className?: string;
}

export interface MatrixCell {
  value: number;
  href?: string;
  /** What a screen reader says instead of the bare number. */
  label?: string;
}

export interface MatrixRow {
  key: string;
  label: ReactNode;
  href?: string;
  /** One for each column, in the same order. */
  cells: readonly MatrixCell[];
}

export interface MatrixProps {
  caption: ReactNode;
  captionHidden?: boolean;
  /** Heads the column of row names. */
  corner: ReactNode;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  formatNumber?: (value: number) => string;
}

/** A table whose cells deepen with their number; the number is always there too. */
export function Matrix({ caption, captionHidden, corner, columns, rows, formatNumber = String }: MatrixProps) {
  const max = Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.value)));
  return (
    <div className="table-scroll">
      <table className="matrix">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.className}>
                <span className="matrix-column">{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}</th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.key ?? index} className={columns[index]?.className}>
                  <Cell cell={cell} step={matrixStep(cell.value, max)} text={formatNumber(cell.value)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, step, text }: { cell: MatrixCell; step: number; text: string }) {
  const className = `matrix-cell step-${step}`;
  return cell.href !== undefined && cell.value > 0 ? (
    <a className={className} href={cell.href} aria-label={cell.label} title={cell.label}>
      {text}
    </a>
  ) : (
    <span className={className} title={cell.label}>
      {cell.value > 0 ? text : <span className="visually-hidden">{text}</span>}
    </span>
  );
}

/** 0 for nothing, else 1 to 5 in equal shares of the greatest value. */
export function matrixStep(value: number, max: number): number {
  return value <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((value / max) * 5)));
}
