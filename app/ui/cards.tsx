import type { ElementType, HTMLAttributes, ReactNode } from 'react';

export type CardProps = HTMLAttributes<HTMLElement> & {
  as?: ElementType;
  /** The id of a category: draws its hue along the leading edge. */
  hue?: string;
};

export function Card({ as: Element = 'div', hue, className, children, ...rest }: CardProps) {
  const names = ['card', hue ? `c-${hue}` : '', className ?? ''].filter(Boolean).join(' ');
  return (
    <Element {...rest} className={names}>
      {children}
    </Element>
  );
}

export interface PageHeaderProps {
  title: ReactNode;
  eyebrow?: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  /** A line of chips, dates or names under the title. */
  meta?: ReactNode;
}

export function PageHeader({ title, eyebrow, lede, actions, meta }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        <h1>{title}</h1>
        {lede ? <p className="lede">{lede}</p> : null}
        {meta ? <div className="page-header-meta cluster">{meta}</div> : null}
      </div>
      {actions ? <div className="cluster">{actions}</div> : null}
    </header>
  );
}
