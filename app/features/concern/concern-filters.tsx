import type { ElementType } from 'react';
import { CATEGORIES, CONSTITUENCIES, SEVERITIES, STATUSES } from '#app/domain/concern/taxonomy';
import type { ConcernWords } from '#app/domain/words/concern.en';
import type { TaxonomyWords } from '#app/domain/words/taxonomy.en';
import { Button } from '#app/ui/buttons';
import { CheckboxGroup } from '#app/ui/choices';
import { Select, TextInput } from '#app/ui/fields';
import { filterQuery, isFiltered, type Filters } from './filter-query';

export interface ConcernFiltersProps {
  readonly values: Filters;
  readonly options: {
    readonly organisations: readonly { readonly id: string; readonly name: string }[];
    /** In reading order. */
    readonly provisions: readonly { readonly eId: string; readonly citation: string }[];
  };
  /** The address of the list. */
  readonly action: string;
  readonly words: ConcernWords;
  readonly taxonomy: TaxonomyWords;
  /** A router's form, to stay on the page; a plain one otherwise. */
  readonly as?: ElementType;
}

/** Search and filters of the list: a GET form, so that every selection has an address. */
export function ConcernFilters({ values, options, action, words, taxonomy, as: Form = 'form' }: ConcernFiltersProps) {
  const { list } = words;
  const chosen = values.category.length + values.severity.length + values.status.length + values.constituency.length;
  const groups = [
    { name: 'status', legend: list.status, ids: STATUSES, names: taxonomy.statuses },
    { name: 'severity', legend: list.severity, ids: SEVERITIES, names: taxonomy.severities },
    { name: 'constituency', legend: list.constituency, ids: CONSTITUENCIES, names: taxonomy.constituencies },
    { name: 'category', legend: list.category, ids: CATEGORIES.map((row) => row.id), names: taxonomy.categories },
  ] as const;
  return (
    // Another address, another form: fields that the browser holds would show the old selection.
    <Form key={filterQuery(values)} method="get" action={action} aria-label={list.filters} role="search">
      <div className="filters">
        <TextInput
          type="search"
          name="q"
          id="filter-q"
          label={list.search}
          placeholder={list.searchHint}
          defaultValue={values.q}
          dir="auto"
          fieldClassName="filter-search"
        />
        <Select
          name="provision"
          id="filter-provision"
          label={list.provision}
          emptyLabel={list.everyProvision}
          options={options.provisions.map(({ eId, citation }) => ({ value: eId, label: citation }))}
          defaultValue={values.provision}
        />
        <Select
          name="organisation"
          id="filter-organisation"
          label={list.organisation}
          emptyLabel={list.everyOrganisation}
          options={options.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={values.organisation}
        />
        <Button type="submit" tone="primary">
          {list.apply}
        </Button>
        {isFiltered(values) ? (
          <a className="button button-quiet" href={action}>
            {list.clear}
          </a>
        ) : null}
        <details className="filter-more" open={chosen > 0}>
          <summary>{list.more}</summary>
          {groups.map(({ name, legend, ids, names }) => (
            <CheckboxGroup
              key={name}
              name={name}
              id={`filter-${name}`}
              legend={legend}
              options={ids.map((id) => ({ value: id, label: (names as Readonly<Record<string, string>>)[id] }))}
              defaultValues={values[name]}
              columns
            />
          ))}
        </details>
      </div>
    </Form>
  );
}
