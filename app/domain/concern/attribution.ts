import type { Attribution } from '../review/roles';
import type { Constituency } from './taxonomy';
import type { AuthorView } from './thread';

export interface Author {
  readonly name: string;
  readonly attribution: Attribution;
  readonly organisation: { readonly name: string; readonly constituency: Constituency } | null;
}

/**
 * What anyone may see of an author, the one place that decides it. It does not depend on the viewer, so that one page serves
 * everybody and an export says what the screen says. A pseudonym is the name that the person gave; without one she is nobody.
 */
export function visibleAuthor(author: Author, pseudonym: string | null = null): AuthorView {
  const organisation = author.organisation?.name ?? null;
  const constituency = author.organisation?.constituency ?? null;
  switch (author.attribution) {
    case 'person-and-organisation':
      return { name: author.name, organisation, constituency };
    case 'organisation':
      return { name: null, organisation, constituency };
    case 'pseudonym':
      return { name: pseudonym, organisation: null, constituency: null };
    case 'withheld':
      return { name: null, organisation: null, constituency: null };
  }
}
