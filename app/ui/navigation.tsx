import type { ReactNode } from 'react';

export interface Tab {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  current?: boolean;
}

/** Tabs are links to pages, not widgets: they work without scripts and can be opened in a new window. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface TrailStep {
  href?: string;
  label: ReactNode;
}

export function Trail({ label, steps }: { label: string; steps: readonly TrailStep[] }) {
  return (
    <nav className="trail" aria-label={label}>
      <ol>
        {steps.map((step, index) => (
          <li key={index}>{step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
