import type { ReactNode } from 'react';
import type { ConcernWords } from '#app/domain/words/concern.en';
import type { TaxonomyWords } from '#app/domain/words/taxonomy.en';
import { LinkButton } from '#app/ui/buttons';
import { EmptyState } from '#app/ui/feedback';
import './concern.css';
import { ConcernRow, type ConcernRowView } from './concern-row';
import { filterQuery, isFiltered, type Filters } from './filter-query';
import { fill, plural } from './say';

export interface ConcernListProps {
  /** The concerns of this page, in the order in which they are shown. */
  readonly concerns: readonly ConcernRowView[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filters: Filters;
  /** The address of the list, without a query. */
  readonly action: string;
  /** The address of a concern's thread. */
  readonly threadUrl: (number: number) => string;
  readonly words: ConcernWords;
  readonly taxonomy: TaxonomyWords;
  /** What to do in a review that has no concern yet. */
  readonly emptyAction?: ReactNode;
}

export function ConcernList(props: ConcernListProps) {
  const { concerns, total, page, pages, filters, action, threadUrl, words, taxonomy, emptyAction } = props;
  const { list } = words;
  const filtered = isFiltered(filters);
  const address = (to: number) => {
    const query = filterQuery(filters, to);
    return query ? `${action}?${query}` : action;
  };
  if (total === 0)
    return filtered ? (
      <EmptyState
        title={list.nothingFound}
        text={list.nothingFoundHint}
        action={<LinkButton href={action}>{list.clear}</LinkButton>}
      />
    ) : (
      <EmptyState title={list.empty} text={list.emptyHint} action={emptyAction} />
    );
  return (
    <>
      <p className="quiet" role="status">
        {plural(filtered ? list.found : list.count, total, words.locale)}
      </p>
      <ul className="plain-list stack">
        {concerns.map((concern) => (
          <ConcernRow
            key={concern.number}
            concern={concern}
            href={threadUrl(concern.number)}
            {...{ words, taxonomy }}
          />
        ))}
      </ul>
      {pages > 1 ? (
        <nav className="split list-pages" aria-label={list.pages}>
          {page > 1 ? (
            <a href={address(page - 1)} rel="prev">
              {list.previous}
            </a>
          ) : (
            <span />
          )}
          <span className="quiet">{fill(list.page, { page, pages })}</span>
          {page < pages ? (
            <a href={address(page + 1)} rel="next">
              {list.next}
            </a>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </>
  );
}
