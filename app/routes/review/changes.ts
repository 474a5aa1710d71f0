import type { LoaderFunctionArgs } from '@remix-run/node';
import { refusal } from '#app/http/answer.server';
import { seeChanges } from '#app/operations/review/see-changes.server';

/** What changed in a review since a sequence: for a reader's margin that a live event has woken. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const after = Number(query.get('after') ?? '0');
  const text = query.get('text')?.slice(0, 80);
  const changes = await seeChanges(context.actor, context.app, params.review ?? '', after, text);
  return changes.ok ? Response.json(changes.value) : refusal(changes);
}
