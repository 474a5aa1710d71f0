import type { ActionFunctionArgs } from '@remix-run/node';
import { fail } from '#app/domain/result';
import { jsonAnswer, refusal } from '#app/http/answer.server';
import { formFields } from '#app/http/form.server';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';

export const loader = () => refusal(fail('not-found'));

/** The answer to the form "New concern", as JSON: the reader stays where it is. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await formFields(request);
  if (!form.ok) return jsonAnswer(form);
  return jsonAnswer(await raiseConcern(context.actor, context.app, params.review ?? '', form.value));
}
