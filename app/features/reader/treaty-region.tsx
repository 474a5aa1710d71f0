import { forwardRef, memo } from 'react';

export interface TreatyRegionProps {
  html: string;
  label: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Another language stands beside each provision. */
  beside: boolean;
}

/**
 * The treaty's own HTML, made once by the server. In the browser `html` is empty and React keeps what the server sent:
 * hydration never patches inner HTML, and the comparison below keeps every later render out.
 */
export const TreatyRegion = memo(
  forwardRef<HTMLElement, TreatyRegionProps>(function TreatyRegion({ html, label, language, direction, beside }, ref) {
    return (
      <section
        ref={ref}
        className={beside ? 'treaty is-beside' : 'treaty'}
        aria-label={label}
        lang={language}
        dir={direction}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
    );
  }),
  () => true,
);
