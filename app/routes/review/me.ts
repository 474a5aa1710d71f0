import type { LoaderFunctionArgs } from '@remix-run/node';
import { refusal } from '#app/http/answer.server';
import { seeSelf } from '#app/operations/review/see-self.server';

/** The one personal answer behind the shared page of the reader. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const self = await seeSelf(context.actor, context.app, params.review ?? '');
  return self.ok ? Response.json(self.value) : refusal(self);
}
