/** One row a role. A coordinator runs the review, a reviewer writes in it, an observer reads a private one. */
export const ROLES = ['coordinator', 'reviewer', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const VISIBILITIES = ['private', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const ATTRIBUTIONS = ['person-and-organisation', 'organisation', 'pseudonym', 'withheld'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
