/** The address of the list of what lies on a provision itself: what its count counts. */
export const provisionHref = (slug: string, eId: string): string =>
  `/reviews/${slug}/concerns?provision=${encodeURIComponent(eId)}&within=own`;
