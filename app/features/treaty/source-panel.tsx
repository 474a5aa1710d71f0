import { Form, Link } from '@remix-run/react';
import { READ_AS, type Furniture, type ProvisionKind } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';
import { Button } from '#app/ui/buttons';
import { Select, TextInput } from '#app/ui/fields';

export interface SourceLineView {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly page: number | null;
  readonly read: { readonly kind: ProvisionKind; readonly eId: string } | Furniture['what'] | null;
}
export interface SourceView {
  readonly lines: readonly SourceLineView[];
  readonly line: number;
  readonly lastLine: number;
  readonly correctable: boolean;
}
type Errors = Readonly<Record<string, string>> | undefined;

const readingOf = ({ read }: SourceLineView) =>
  read === null ? say('reading.goes-on') : say(`reading.${typeof read === 'string' ? read : read.kind}`);
const STEP = 30;

/** A stretch of the source, line by line, with what each line was read as; the chosen one can be read otherwise. */
export function SourcePanel({ view, errors }: { view: SourceView; errors: Errors }) {
  if (!view.correctable) return null;
  const { lines, line, lastLine } = view;
  const chosen = lines.filter((one) => one.line === line);
  return (
    <section id="source" className="card stack" aria-labelledby="source-title">
      <h2 id="source-title">{say('import.source')}</h2>
      <p className="quiet">{say('import.source-lede')}</p>
      <div className="cluster">
        <Link to={`?line=${Math.max(1, line - STEP)}#source`} preventScrollReset>
          {say('import.earlier')}
        </Link>
        <Link to={`?line=${Math.min(lastLine, line + STEP)}#source`} preventScrollReset>
          {say('import.later')}
        </Link>
        <Form method="get" action="#source" className="cluster" preventScrollReset>
          <TextInput
            name="line"
            type="number"
            min={1}
            max={lastLine}
            label={say('import.go-to')}
            className="is-short"
          />
          <Button type="submit" size="small">
            {say('import.go')}
          </Button>
        </Form>
      </div>
      <ol className="source-lines">
        {lines.map((one) => (
          <li
            key={`${one.line}:${one.column}`}
            className={one.line === line ? 'is-chosen' : typeof one.read === 'string' ? 'is-out' : undefined}
          >
            <Link
              to={`?line=${one.line}#source`}
              preventScrollReset
              className="source-number"
              aria-label={say('import.choose-line', { line: one.line })}
              aria-current={one.line === line ? 'true' : undefined}
            >
              {one.line}
            </Link>
            <span className="source-text" dir="auto">
              {one.text}
            </span>
            <Tag>{readingOf(one)}</Tag>
            {one.line === line ? <Corrector line={one} errors={errors} /> : null}
          </li>
        ))}
      </ol>
      {chosen.length === 0 ? null : (
        <p className="quiet">
          {chosen[0]?.page ? say('import.at-page', { page: chosen[0].page, line }) : say('import.at-line', { line })}
        </p>
      )}
    </section>
  );
}

function Corrector({ line, errors }: { line: SourceLineView; errors: Errors }) {
  const id = `${line.line}-${line.column}`;
  const place = (
    <>
      <input type="hidden" name="line" value={line.line} />
      <input type="hidden" name="column" value={line.column} />
    </>
  );
  return (
    <div className="corrector stack">
      <Form method="post" preventScrollReset className="cluster">
        <input type="hidden" name="change" value="read-as" />
        {place}
        <Select
          name="as"
          id={`as-${id}`}
          label={say('import.correct', { line: line.line })}
          defaultValue={line.read === null ? 'joins' : typeof line.read === 'string' ? 'furniture' : line.read.kind}
          options={[...READ_AS, 'joins' as const].map((one) => ({ value: one, label: say(`reading.${one}`) }))}
          error={errors?.as}
        />
        <Button type="submit" size="small" tone="primary">
          {say('import.correct-submit')}
        </Button>
      </Form>
      <Form method="post" preventScrollReset className="cluster">
        <input type="hidden" name="change" value="split" />
        {place}
        <TextInput
          name="words"
          id={`words-${id}`}
          label={say('import.split')}
          hint={say('import.split-hint')}
          dir="auto"
          error={errors?.words}
        />
        <Button type="submit" size="small">
          {say('import.split-submit')}
        </Button>
      </Form>
    </div>
  );
}
