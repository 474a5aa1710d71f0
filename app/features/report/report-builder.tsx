import { useSubmit } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import { CATEGORIES, STATUSES } from '#app/domain/concern/taxonomy';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { say } from '#app/domain/words/words';
import { Button, LinkButton } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choices';

const FORMATS = ['pdf', 'docx', 'html', 'md', 'csv', 'jsonld'] as const;

export interface ReportBuilderProps {
  readonly slug: string;
  readonly choice: {
    readonly order: string;
    readonly status: readonly string[];
    readonly category: readonly string[];
    readonly replies: string;
  };
  readonly totals: { readonly concerns: number; readonly replies: number; readonly organisations: number };
}

/** What goes into the report, how much that is, and the ways to take it. All of the choice stands in the address. */
export function ReportBuilder({ slug, choice, totals }: ReportBuilderProps) {
  const submit = useSubmit();
  // The links follow the form at once: nobody downloads a choice that she has just changed.
  const [query, setQuery] = useState(queryOf(choice));
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    setQuery(
      new URLSearchParams(
        [...new FormData(event.currentTarget)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      ).toString(),
    );
    submit(event.currentTarget, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="with-aside">
      <form method="get" className="stack" onChange={onChange}>
        <p className="lede">{say('report.lede')}</p>
        <RadioGroup
          name="order"
          legend={say('report.order')}
          defaultValue={choice.order}
          options={[
            { value: 'provision', label: say('report.by-provision') },
            { value: 'category', label: say('report.by-category') },
          ]}
        />
        <CheckboxGroup
          name="status"
          legend={say('report.statuses')}
          hint={say('report.none-means-all')}
          defaultValues={choice.status}
          options={STATUSES.map((status) => ({ value: status, label: taxonomyEn.statuses[status] }))}
        />
        <CheckboxGroup
          name="category"
          legend={say('report.categories')}
          hint={say('report.none-means-all')}
          defaultValues={choice.category}
          columns
          options={CATEGORIES.map(({ id }) => ({ value: id, label: taxonomyEn.categories[id] }))}
        />
        <input type="hidden" name="replies" value="0" />
        <Checkbox name="replies" value="1" label={say('report.replies')} defaultChecked={choice.replies === '1'} />
        <div className="form-actions">
          <Button type="submit">{say('report.preview')}</Button>
        </div>
      </form>
      <Card as="section" className="stack">
        <h2>{say('report.download')}</h2>
        <p aria-live="polite">{say('report.holds', totals)}</p>
        <noscript>
          <p>{say('report.update-first')}</p>
        </noscript>
        <ul className="plain-list stack">
          {FORMATS.map((format, i) => (
            <li key={format}>
              <LinkButton
                href={`/reviews/${slug}/report.${format}?${query}`}
                tone={i < 2 ? 'primary' : 'plain'}
                download
              >
                {say(`format.${format}`)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function queryOf(choice: ReportBuilderProps['choice']): string {
  const query = new URLSearchParams({ order: choice.order });
  if (choice.status.length < STATUSES.length) for (const status of choice.status) query.append('status', status);
  if (choice.category.length < CATEGORIES.length)
    for (const category of choice.category) query.append('category', category);
  query.set('replies', choice.replies);
  return query.toString();
}
