import { Form } from '@remix-run/react';
import type { Correction } from '#app/domain/treaty/corrections';
import { say } from '#app/domain/words/words';
import { Button } from '#app/ui/buttons';

function nameOf(one: Correction): string {
  const { line } = one;
  if ('as' in one) return say('import.corrected-as', { line, reading: say(`reading.${one.as}`) });
  if ('joins' in one) return say('import.corrected-as', { line, reading: say('reading.joins') });
  if ('splits' in one) return say('import.corrected-split', { line, column: one.splits });
  return say('import.corrected-accepted', { line, what: one.accepts });
}

/** What a person has corrected so far, each to be taken back. */
export function CorrectionsPanel({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <details open={corrections.length < 8}>
      <summary>{say('import.corrections', { count: corrections.length })}</summary>
      <ul className="plain-list stack">
        {corrections.map((one, i) => (
          <li key={i} className="cluster">
            <span dir="auto">{nameOf(one)}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="change" value="undo" />
              <input type="hidden" name="index" value={i} />
              <Button type="submit" size="small">
                {say('import.undo')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
