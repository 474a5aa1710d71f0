import type { Failure } from '#app/domain/result';
import { word } from '#app/domain/words/plain';
import { ErrorSummary, Notice } from '#app/ui/feedback';

/** What a refused form says at its top: a sentence, or the fields to look at. */
export function FormFailure({ failure }: { failure: Failure | null | undefined }) {
  if (!failure) return null;
  const errors = Object.entries(failure.fields ?? {}).map(([field, message]) => ({ field, message }));
  if (errors.length > 0) return <ErrorSummary title={failure.detail ?? word('form.check')} errors={errors} />;
  return (
    <Notice tone="danger" live="alert">
      <p>{failure.detail ?? word('error.title')}</p>
    </Notice>
  );
}
