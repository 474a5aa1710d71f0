import type { LoaderFunctionArgs } from '@remix-run/node';
import { refusal } from '#app/http/answer.server';
import { seeCards } from '#app/operations/review/see-cards.server';

/** Cards of the reader's margin, a stretch of the text at a time; kept for everybody as the reader's page is. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { review = '', version = '', lang: language = '', stretch = '' } = params;
  const number = /^-?\d{1,9}$/.test(stretch) ? Number(stretch) : Number.NaN;
  const cards = await seeCards(context.actor, context.app, review, { version, language }, number);
  return cards.ok ? Response.json(cards.value) : refusal(cards);
}
