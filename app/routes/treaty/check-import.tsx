import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation, type MetaFunction } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { FormFailure } from '#app/features/site/failure';
import { CorrectionsPanel } from '#app/features/treaty/corrections-panel';
import { DecisionsPanel } from '#app/features/treaty/decisions-panel';
import { PublishForm } from '#app/features/treaty/import-forms';
import { OutlinePanel } from '#app/features/treaty/outline-tree';
import { SourcePanel } from '#app/features/treaty/source-panel';
import { failed, valueOf } from '#app/http/answer.server';
import { formFields } from '#app/http/form.server';
import { correctImport } from '#app/operations/treaty/correct-import.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { seeImport } from '#app/operations/treaty/see-import.server';
import { PageHeader } from '#app/ui/cards';

export const meta: MetaFunction = () => [{ title: `${say('import.check')} · ${say('site.name')}` }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const line = Number(new URL(request.url).searchParams.get('line') ?? '');
  const wanted = Number.isInteger(line) && line > 0 ? line : null;
  return valueOf(await seeImport(context.actor, context.app, params.upload ?? '', wanted), request);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor, app } = context;
  const upload = params.upload ?? '';
  const form = await formFields(request);
  if (!form.ok) return failed(form);
  const { intent, ...fields } = form.value;
  if (intent === 'store') {
    const stored = await importText(actor, app, { upload }, fields);
    if (!stored.ok) return { ...failed(stored).data, values: fields };
    const { treaty, version, language } = stored.value;
    // Only a page from the server has the text's HTML.
    throw redirectDocument(`/treaties/${treaty}/${version}/${language}`);
  }
  const corrected = await correctImport(actor, app, upload, fields);
  if (!corrected.ok) return failed(corrected);
  throw redirect(fields.line ? `/treaties/import/${upload}?line=${encodeURIComponent(fields.line)}#source` : '.');
}

export default function CheckImport() {
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  const values = failure && 'values' in failure ? failure.values : null;
  return (
    <div className="stack">
      <PageHeader title={say('import.check')} lede={say('import.check-lede', { name: view.name })} />
      <FormFailure failure={failure} />
      <DecisionsPanel uncertain={view.outline.uncertain} correctable={view.correctable} />
      <div className="import-check">
        <OutlinePanel outline={view.outline} correctable={view.correctable} />
        <div className="import-side stack">
          <SourcePanel view={view} errors={failure?.fields} />
          <CorrectionsPanel corrections={view.corrections} />
        </div>
      </div>
      <PublishForm
        outline={view.outline}
        language={view.language}
        correctable={view.correctable}
        values={values}
        errors={failure?.fields}
        busy={busy}
      />
    </div>
  );
}
