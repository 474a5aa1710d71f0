import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { concernEn } from '#app/domain/words/concern.en';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { say } from '#app/domain/words/words';
import { ConcernFilters } from '#app/features/concern/concern-filters';
import { ConcernList } from '#app/features/concern/concern-list';
import { ReviewHead } from '#app/features/review/review-head';
import { valueOf } from '#app/http/answer.server';
import { concernFilter } from '#app/http/query.server';
import { listConcerns } from '#app/operations/concern/list-concerns.server';
import { LinkButton } from '#app/ui/buttons';

export const meta: MetaFunction = () => [{ title: `${say('concerns.title')} · ${say('site.name')}` }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const filter = concernFilter(new URL(request.url));
  const list = valueOf(await listConcerns(context.actor, context.app, params.review ?? '', filter), request);
  return { list, filter };
}

export default function List() {
  const { list, filter } = useLoaderData<typeof loader>();
  const base = `/reviews/${list.review.slug}`;
  const shared = { action: `${base}/concerns`, words: concernEn, taxonomy: taxonomyEn };
  return (
    <div className="stack">
      <ReviewHead review={list.review} tab="concerns" />
      <ConcernFilters
        {...shared}
        values={filter}
        options={{ organisations: list.organisations.map((name) => ({ id: name, name })), provisions: list.provisions }}
      />
      <ConcernList
        {...shared}
        concerns={list.items.map((item) => ({ ...item, excerpt: item.excerpt ?? undefined }))}
        total={list.found}
        page={list.page}
        pages={list.pages}
        filters={filter}
        threadUrl={(number) => `${base}/concerns/${number}`}
        emptyAction={<LinkButton href={`${base}/read`}>{say('review.read-treaty')}</LinkButton>}
      />
    </div>
  );
}
