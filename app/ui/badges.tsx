import type { ReactNode } from 'react';

export interface ChipProps {
  /** The id of a category, which names its hue; without one the chip is grey. */
  hue?: string;
  tint?: boolean;
  href?: string;
  children: ReactNode;
}

export function Chip({ hue, tint, href, children }: ChipProps) {
  const className = `chip${tint ? ' chip-tint' : ''}${hue ? ` c-${hue}` : ''}`;
  return href === undefined ? (
    <span className={className}>{children}</span>
  ) : (
    <a className={className} href={href}>
      {children}
    </a>
  );
}

export type SeverityLevel = 'red-line' | 'serious' | 'improvement';
const FILLED: Record<SeverityLevel, number> = { 'red-line': 3, serious: 2, improvement: 1 };

/** Severity shows as a number of filled bars too, never by colour alone. */
export function SeverityBadge({ severity, children }: { severity: SeverityLevel; children: ReactNode }) {
  const filled = FILLED[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <rect x="0" y="8" width="3" height="4" rx="0.75" />
        <rect x="4.5" y="4.5" width="3" height="7.5" rx="0.75" className={filled < 2 ? 'is-off' : undefined} />
        <rect x="9" y="1" width="3" height="11" rx="0.75" className={filled < 3 ? 'is-off' : undefined} />
      </svg>
      {children}
    </span>
  );
}

export function Tag({ tone, children }: { tone?: 'good' | 'warn'; children: ReactNode }) {
  return <span className={tone ? `tag tag-${tone}` : 'tag'}>{children}</span>;
}

export interface AvatarProps {
  name: string;
  small?: boolean;
  /** What a screen reader says; leave it out where the name stands beside the avatar. */
  label?: string;
}

export function Avatar({ name, small, label }: AvatarProps) {
  const className = `avatar avatar-${avatarHue(name)}${small ? ' avatar-small' : ''}`;
  return label === undefined ? (
    <span className={className} aria-hidden="true">
      {initials(name)}
    </span>
  ) : (
    <span className={className} role="img" aria-label={label} title={label}>
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/u)
    .filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** The same name has the same hue on every page: 1 to 8. */
export function avatarHue(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return (hash % 8) + 1;
}
