import { Form, Link } from '@remix-run/react';
import type { Uncertain } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { Button } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Notice } from '#app/ui/feedback';

/** What the reading was not sure of, each to be accepted or looked at in the source. */
export function DecisionsPanel({ uncertain, correctable }: { uncertain: readonly Uncertain[]; correctable: boolean }) {
  if (uncertain.length === 0)
    return (
      <Notice tone="good" title={say('import.decisions-none')}>
        <p>{correctable ? say('import.decisions-none-text') : say('import.own-structure')}</p>
      </Notice>
    );
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{say('import.decisions')}</h2>
      <p className="quiet">{say('import.uncertain', { count: uncertain.length })}</p>
      <ol className="plain-list stack">
        {uncertain.map((one) => (
          <Card as="li" key={`${one.where} ${one.what}`} className="stack decision">
            <p dir="auto">{one.what}</p>
            {one.line && correctable ? (
              <div className="cluster">
                <Link to={`?line=${one.line}#source`} preventScrollReset className="button button-small">
                  {say('import.at-line', { line: one.line })}
                </Link>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="change" value="accept" />
                  <input type="hidden" name="line" value={one.line} />
                  <input type="hidden" name="what" value={one.what} />
                  <Button type="submit" size="small">
                    {say('import.accept')}
                  </Button>
                </Form>
              </div>
            ) : null}
          </Card>
        ))}
      </ol>
    </section>
  );
}
