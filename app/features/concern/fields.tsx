import { useState } from 'react';
import { ASKS, CATEGORIES, SEVERITIES, type Category } from '#app/domain/concern/taxonomy';
import { Select } from '#app/ui/fields';
import type { FieldsProps } from './post-form';
import { useTools } from './tools';

/** Category and severity, and the category's meaning beside it. */
export function KindFields({ idPrefix, values, errors }: FieldsProps) {
  const { words, taxonomy } = useTools();
  const [category, setCategory] = useState(values.category ?? '');
  const hint = CATEGORIES.some((row) => row.id === category) ? words.categoryHints[category as Category] : null;
  return (
    <>
      <Select
        name="category"
        id={`${idPrefix}-category`}
        label={words.form.category}
        error={errors.category}
        emptyLabel={values.category ? undefined : words.form.chooseCategory}
        options={CATEGORIES.map((row) => ({ value: row.id, label: taxonomy.categories[row.id] }))}
        hint={hint}
        defaultValue={values.category ?? ''}
        onChange={(event) => setCategory(event.currentTarget.value)}
        required
      />
      <details className="category-meanings">
        <summary>{words.form.categoriesMean}</summary>
        <dl>
          {CATEGORIES.map((row) => (
            <div key={row.id} className={`c-${row.id}`}>
              <dt className="chip">{taxonomy.categories[row.id]}</dt>
              <dd>{words.categoryHints[row.id]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Select
        name="severity"
        id={`${idPrefix}-severity`}
        label={words.form.severity}
        error={errors.severity}
        hint={words.form.severityHint}
        emptyLabel={values.severity ? undefined : words.form.chooseSeverity}
        options={SEVERITIES.map((severity) => ({ value: severity, label: taxonomy.severities[severity] }))}
        defaultValue={values.severity ?? ''}
        required
      />
    </>
  );
}

export function AskField({ idPrefix, values, errors }: FieldsProps) {
  const { words, taxonomy } = useTools();
  return (
    <Select
      name="ask"
      id={`${idPrefix}-ask`}
      label={words.form.ask}
      optional={words.form.optional}
      error={errors.ask}
      emptyLabel={words.form.noAsk}
      options={ASKS.map((ask) => ({ value: ask, label: taxonomy.asks[ask] }))}
      defaultValue={values.ask ?? ''}
    />
  );
}

/** For whom one speaks and under which name. Nothing at all where there is nothing to choose. */
export function NamingFields({ idPrefix, values, errors }: FieldsProps) {
  const { words, organisations, attributions = [], attribution } = useTools();
  const ways = attributions.filter((way) => organisations.length > 0 || way !== 'organisation');
  if (organisations.length === 0 && ways.length === 0) return null;
  const nameOf = (way: (typeof ways)[number]) =>
    way === 'person-and-organisation' && organisations.length === 0 ? words.attributionName : words.attributions[way];
  return (
    <details className="more-fields" open={organisations.length > 0 || Boolean(errors.attribution) || undefined}>
      <summary>{words.form.more}</summary>
      {organisations.length > 0 ? (
        <Select
          name="organisation"
          id={`${idPrefix}-organisation`}
          label={words.form.organisation}
          error={errors.organisation}
          emptyLabel={words.form.myself}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={values.organisation ?? organisations[0]?.id ?? ''}
        />
      ) : null}
      {ways.length > 0 ? (
        <Select
          name="attribution"
          id={`${idPrefix}-attribution`}
          label={words.form.attribution}
          hint={words.form.attributionHint}
          error={errors.attribution}
          options={ways.map((way) => ({ value: way, label: nameOf(way) }))}
          defaultValue={values.attribution ?? attribution ?? ways[0]}
        />
      ) : null}
    </details>
  );
}
