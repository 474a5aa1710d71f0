import { useId } from 'react';
import { CATEGORIES, SEVERITIES } from '#app/domain/concern/taxonomy';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { Button } from '#app/ui/buttons';
import { Menu } from '#app/ui/menu';
import { NO_FILTER } from './spots';
import type { MarginFilter } from './spots';

export interface MarginFiltersProps {
  filter: MarginFilter;
  words: ReaderWords;
  onChange: (filter: MarginFilter) => void;
}

/** What the margin and the highlights show; nothing is fetched and nobody else sees it. */
export function MarginFilters({ filter, words, onChange }: MarginFiltersProps) {
  const id = useId();
  const { filter: say, taxonomy } = words;
  const narrowed = filter.category !== '' || filter.severity !== '';
  return (
    <div className="margin-filters">
      <div className="cluster" role="group" aria-label={say.show}>
        {[false, true].map((resolved) => (
          <button
            key={String(resolved)}
            type="button"
            className="filter-choice"
            aria-pressed={filter.resolved === resolved}
            onClick={() => onChange({ ...filter, resolved })}
          >
            {resolved ? say.all : say.open}
          </button>
        ))}
      </div>
      <Menu label={narrowed ? `${say.title} ✓` : say.title} align="end" bare>
        <div className="filter-panel">
          <label htmlFor={`${id}-category`}>{say.category}</label>
          <select
            id={`${id}-category`}
            className="input"
            value={filter.category}
            onChange={(event) => onChange({ ...filter, category: event.target.value as MarginFilter['category'] })}
          >
            <option value="">{say.everyCategory}</option>
            {CATEGORIES.map((category) => (
              <option key={category.id} value={category.id}>
                {taxonomy.categories[category.id]}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-severity`}>{say.severity}</label>
          <select
            id={`${id}-severity`}
            className="input"
            value={filter.severity}
            onChange={(event) => onChange({ ...filter, severity: event.target.value as MarginFilter['severity'] })}
          >
            <option value="">{say.everySeverity}</option>
            {SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {taxonomy.severities[severity]}
              </option>
            ))}
          </select>
          <Button tone="quiet" size="small" onClick={() => onChange({ ...NO_FILTER, resolved: filter.resolved })}>
            {say.clear}
          </Button>
        </div>
      </Menu>
    </div>
  );
}
