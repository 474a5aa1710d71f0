import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';
interface Look {
  tone?: ButtonTone;
  size?: ButtonSize;
}

/** The classes of a button, for links of a router that are not plain anchors. */
export function buttonClass({ tone = 'plain', size = 'medium' }: Look = {}, extra?: string): string {
  const names = ['button'];
  if (tone !== 'plain') names.push(`button-${tone}`);
  if (size === 'small') names.push('button-small');
  if (extra) names.push(extra);
  return names.join(' ');
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean };

/** A busy button stays focusable, so that a keyboard user does not lose her place while a form is on its way. */
export function Button({ tone, size, busy, className, type = 'button', onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ tone, size }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}

export type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look & { href: string };

export function LinkButton({ tone, size, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ tone, size }, className)}>
      {children}
    </a>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children'> & { label: string; icon: ReactNode };

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      className={className ? `button-icon ${className}` : 'button-icon'}
      aria-label={label}
      title={label}
    >
      <span aria-hidden="true">{icon}</span>
    </Button>
  );
}
