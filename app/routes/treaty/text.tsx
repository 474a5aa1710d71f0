import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useContext } from 'react';
import { say } from '#app/domain/words/words';
import { TextPage } from '#app/features/treaty/text-page';
import { valueOf } from '#app/http/answer.server';
import { readText } from '#app/operations/treaty/read-text.server';
import { TreatyHtml } from '#app/features/nonce';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.text.title ?? ''} · ${say('site.name')}` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { treaty = '', version = '', lang = '' } = params;
  const text = valueOf(await readText(context.actor, context.app, { treaty, version, language: lang }), request);
  const { html, ...rest } = text;
  context.treatyHtml = html;
  return { text: rest, signedIn: context.actor.kind === 'person' };
}

export default function Text() {
  const { text, signedIn } = useLoaderData<typeof loader>();
  return <TextPage text={text} html={useContext(TreatyHtml)} signedIn={signedIn} />;
}
