import { describe, expect, it } from 'vitest';
import { filterQuery, isFiltered, NO_FILTERS } from './filter-query';

describe('the query of the list', () => {
  it('is empty without filters, and white space is no search', () => {
    expect(filterQuery(NO_FILTERS)).toBe('');
    expect(isFiltered({ ...NO_FILTERS, q: '  ' })).toBe(false);
  });

  it('keeps every filter on the next page', () => {
    const query = new URLSearchParams(
      filterQuery({ ...NO_FILTERS, q: 'cloud & keys', category: ['data', 'scope'], provision: 'art_28' }, 3),
    );
    expect(query.get('q')).toBe('cloud & keys');
    expect(query.getAll('category')).toEqual(['data', 'scope']);
    expect(query.get('provision')).toBe('art_28');
    expect(query.get('page')).toBe('3');
  });
});
