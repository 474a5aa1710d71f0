/**
 * How a passage is remembered, after the W3C Web Annotation model. Offsets are UTF-16 units of the text's canonical
 * characters, half-open; they become Unicode code points only at a W3C border (`code-points.ts`).
 */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** eIds of the innermost provisions that the passage touches, in reading order. */
  readonly eIds: readonly string[];
}
