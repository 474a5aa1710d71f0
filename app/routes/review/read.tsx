import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useCallback, useContext, useMemo, useState } from 'react';
import { ATTRIBUTIONS } from '#app/domain/review/roles';
import { concernEn } from '#app/domain/words/concern.en';
import { readerEn } from '#app/domain/words/reader.en';
import { say } from '#app/domain/words/words';
import { DraftOffer } from '#app/features/concern/draft-offer';
import type { DraftPassage } from '#app/features/concern/draft';
import { NewConcernForm } from '#app/features/concern/new-concern-form';
import { TreatyHtml } from '#app/features/nonce';
import { Reader } from '#app/features/reader/reader';
import { ReaderFrame } from '#app/features/site/reader-frame';
import { valueOf } from '#app/http/answer.server';
import { readReview } from '#app/operations/review/read-review.server';
import { concernTools, submitTo } from '../concern/tools';
import { MarginThread } from './margin-thread';
import { useOpenConcern, useReaderPage, useSelf } from './use-reader';

/** One column of its own: no frame around it but its header. */
export const handle = { bare: true };
export const shouldRevalidate = () => false;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.review.title ?? ''} · ${say('reader.title')} · ${say('site.name')}` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const choice = params.version && params.lang ? { version: params.version, language: params.lang } : null;
  const { page, html } = valueOf(await readReview(context.actor, context.app, params.review ?? '', choice), request);
  context.treatyHtml = html;
  return { page };
}

export default function Read() {
  const loaded = useLoaderData<typeof loader>();
  const { slug } = loaded.page.review;
  const { self, setPresent } = useSelf(slug);
  const { page, changed, refresh } = useReaderPage(loaded.page, setPresent);
  const [openNumber, open] = useOpenConcern();
  const [resume, setResume] = useState<DraftPassage | null>(null);
  const base = `/reviews/${slug}`;
  const hrefs = useMemo(
    () => ({
      concern: (number: number) => `${base}/concerns/${number}`,
      provision: (eId: string) => `${base}/concerns?provision=${encodeURIComponent(eId)}`,
      all: `${base}/concerns`,
    }),
    [base],
  );
  const tools = useMemo(() => concernTools(slug), [slug]);
  const drafts = useMemo(() => self?.account && { accountId: self.account.id, review: slug }, [self, slug]);
  const shared = { ...tools, organisations: self?.organisations ?? [], attributions: ATTRIBUTIONS, drafts };
  const renderThread = useCallback(
    (number: number) => (
      <MarginThread
        key={number}
        {...shared}
        address={`${base}/concerns/${number}`}
        news={changed.get(number) ?? 0}
        onPosted={() => void refresh()}
        visitor={self !== null && self.account === null}
      />
    ),
    // `shared` is made of the three below.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the object is made of the three named
    [tools, self, drafts, base, changed, refresh],
  );
  return (
    <ReaderFrame page={page} account={self === null ? undefined : self.account}>
      <DraftOffer
        owner={drafts ?? null}
        words={concernEn}
        onContinue={(draft) => {
          const number = /:(\d+)/.exec(draft.slot);
          if (draft.passage) setResume(draft.passage);
          else if (number) open(Number(number[1]));
        }}
      />
      <Reader
        resume={resume}
        page={page}
        self={self}
        treatyHtml={useContext(TreatyHtml)}
        words={readerEn}
        hrefs={hrefs}
        openNumber={openNumber}
        onOpen={open}
        renderThread={renderThread}
        renderNewConcern={({ passage, narrow, onCancel, onPosted }) => (
          <>
            {narrow}
            <NewConcernForm
              {...shared}
              passage={{ ...passage, eId: passage.eId ?? '', textId: page.text.id }}
              actionUrl={`${base}/read`}
              submit={submitTo(`${base}/raise`)}
              autoFocus
              onCancel={onCancel}
              onPosted={(_intent, value) => {
                void refresh().then(() => onPosted((value as { number: number }).number));
              }}
            />
          </>
        )}
      />
    </ReaderFrame>
  );
}
