import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { say } from '#app/domain/words/words';
import { TreatyCards } from '#app/features/treaty/treaty-cards';
import { valueOf } from '#app/http/answer.server';
import { listTreaties } from '#app/operations/treaty/list-treaties.server';
import { LinkButton } from '#app/ui/buttons';
import { PageHeader } from '#app/ui/cards';
import { EmptyState } from '#app/ui/feedback';

export const meta: MetaFunction = () => [{ title: `${say('treaties.title')} · ${say('site.name')}` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const treaties = valueOf(await listTreaties(context.actor, context.app), request);
  return { treaties, signedIn: context.actor.kind === 'person' };
}

export default function Treaties() {
  const { treaties, signedIn } = useLoaderData<typeof loader>();
  const add = signedIn ? (
    <LinkButton href="/treaties/import" tone="primary">
      {say('treaties.import')}
    </LinkButton>
  ) : null;
  return (
    <div className="stack">
      <PageHeader title={say('treaties.title')} lede={say('treaties.lede')} actions={add} />
      {treaties.length > 0 ? (
        <TreatyCards treaties={treaties} signedIn={signedIn} />
      ) : (
        <EmptyState title={say('treaties.empty')} text={say('treaties.empty-text')} action={add} />
      )}
    </div>
  );
}
