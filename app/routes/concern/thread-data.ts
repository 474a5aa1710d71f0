import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { jsonAnswer, refusal } from '#app/http/answer.server';
import { actOnThread } from '#app/http/concern-actions.server';
import { formFields } from '#app/http/form.server';
import { concernNumber } from '#app/http/query.server';
import { readThread } from '#app/operations/concern/read-thread.server';

/** One thread as JSON, and the answers to its forms: for pages that stay where they are. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const thread = await readThread(context.actor, context.app, params.review ?? '', concernNumber(params.id));
  return thread.ok ? Response.json(thread.value) : refusal(thread);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return jsonAnswer(form);
  return jsonAnswer(
    await actOnThread(context.actor, context.app, params.review ?? '', concernNumber(params.id), form.value),
  );
}
