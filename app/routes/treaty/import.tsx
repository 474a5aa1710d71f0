import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useNavigation } from '@remix-run/react';
import { fail } from '#app/domain/result';
import { say } from '#app/domain/words/words';
import { FormFailure } from '#app/features/site/failure';
import { UploadForm } from '#app/features/treaty/import-forms';
import { failed, valueOf } from '#app/http/answer.server';
import { formWithFile } from '#app/http/form.server';
import { previewImport } from '#app/operations/treaty/preview-import.server';
import { PageHeader } from '#app/ui/cards';

export const meta: MetaFunction = () => [{ title: `${say('import.title')} · ${say('site.name')}` }];

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.actor.kind !== 'person') valueOf(fail('sign-in-needed'), request);
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await formWithFile(request, 'file');
  if (!form.ok) return failed(form);
  const { file } = form.value;
  if (!file) return failed(fail('invalid', { fields: { file: say('import.choose') } }));
  const preview = await previewImport(context.actor, context.app, file);
  if (!preview.ok) return failed(preview);
  throw redirect(`/treaties/import/${preview.value.upload}`);
}

export default function Import() {
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <div className="stack is-narrow">
      <PageHeader title={say('import.title')} lede={say('import.lede')} />
      <FormFailure failure={failure} />
      <UploadForm busy={busy} error={failure?.fields?.file} />
    </div>
  );
}
