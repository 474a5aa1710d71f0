import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useNavigation } from '@remix-run/react';
import { fail } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { FormFailure } from '#app/features/site/failure';
import { ConfirmForm, UploadForm } from '#app/features/treaty/import-forms';
import { failed, valueOf } from '#app/http/answer.server';
import { formWithFile } from '#app/http/form.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { previewImport, uploadedFile } from '#app/operations/treaty/preview-import.server';
import { PageHeader } from '#app/ui/cards';

export const meta: MetaFunction = () => [{ title: `${say('import.title')} · ${say('site.name')}` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.actor.kind !== 'person') valueOf(fail('sign-in-needed'), request);
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, app } = context;
  const form = await formWithFile(request, 'file');
  if (!form.ok) return failed(form);
  const { fields, file } = form.value;
  if (fields.upload) {
    const bytes = await uploadedFile(actor, app, fields.upload);
    if (!bytes) return failed(fail('gone', { detail: say('import.expired') }));
    const name = fields.name ?? '';
    const stored = await importText(actor, app, { name, bytes }, fields);
    if (stored.ok) {
      const { treaty, version, language } = stored.value;
      // Only a page from the server has the text's HTML.
      throw redirectDocument(`/treaties/${treaty}/${version}/${language}`);
    }
    const again = await previewImport(actor, app, { name, bytes }, fields.language);
    return again.ok ? { preview: { ...again.value, name }, failure: stored, values: fields } : failed(stored);
  }
  if (!file) return failed(fail('invalid', { fields: { file: say('import.choose') } }));
  const preview = await previewImport(actor, app, file);
  return preview.ok ? { preview: { ...preview.value, name: file.name }, failure: null, values: null } : failed(preview);
}

export default function Import() {
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  const failure = answer && 'preview' in answer ? answer.failure : answer;
  return (
    <div className="stack">
      <PageHeader title={say('import.title')} lede={say('import.lede')} />
      <FormFailure failure={failure} />
      {answer && 'preview' in answer ? (
        <ConfirmForm {...answer.preview} values={answer.values} errors={answer.failure?.fields} busy={busy} />
      ) : (
        <UploadForm busy={busy} error={answer?.fields?.file} />
      )}
    </div>
  );
}
