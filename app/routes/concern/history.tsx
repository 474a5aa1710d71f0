import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { day, say } from '#app/domain/words/words';
import { valueOf } from '#app/http/answer.server';
import { concernNumber } from '#app/http/query.server';
import { readHistory } from '#app/operations/concern/read-history.server';
import { BodyView } from '#app/ui/body';
import { Card, PageHeader } from '#app/ui/cards';
import { EmptyState } from '#app/ui/feedback';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { review = '', id = '' } = params;
  const reply = new URL(request.url).searchParams.get('reply');
  const revisions = valueOf(await readHistory(context.actor, context.app, review, concernNumber(id), reply), request);
  return { revisions, number: id, reply: reply !== null, back: `/reviews/${review}/concerns/${id}` };
}

export default function History() {
  const { revisions, number, reply, back } = useLoaderData<typeof loader>();
  const title = reply ? say('history.of-reply', { number }) : say('history.title', { number });
  return (
    <div className="stack is-narrow">
      <PageHeader title={title} eyebrow={<a href={back}>{say('thread.title', { number })}</a>} />
      {revisions.length === 0 ? <EmptyState title={say('history.none')} /> : null}
      {[...revisions].reverse().map((revision) => (
        <Card as="section" key={revision.ordinal} className="stack">
          <h2>{say('history.revision', { ordinal: revision.ordinal, day: day(revision.at) })}</h2>
          <BodyView body={revision.body} />
        </Card>
      ))}
    </div>
  );
}
