import type { ReactNode } from 'react';

export type Tone = 'info' | 'good' | 'warn' | 'danger';

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  /** Announced when it appears: alert at once, status when the reader pauses. A notice that was there at load needs none. */
  live?: 'status' | 'alert';
  children?: ReactNode;
}

export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  return (
    <div className={tone === 'info' ? 'notice' : `notice notice-${tone}`} role={live}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

export interface ErrorSummaryProps {
  title: ReactNode;
  errors: readonly { field: string; message: ReactNode }[];
}

/** Focusable, so that a script can send the keyboard here after a refused form. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-danger error-summary" role="alert" tabIndex={-1}>
      <p className="notice-title">{title}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function EmptyState({ title, text, action }: { title: ReactNode; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {text ? <p className="empty-text">{text}</p> : null}
      {action}
    </div>
  );
}

/** Without a value the bar only says that work goes on. */
export function Progress({ label, value, max = 1 }: { label: string; value?: number; max?: number }) {
  return <progress className="progress" aria-label={label} value={value} max={max} />;
}
