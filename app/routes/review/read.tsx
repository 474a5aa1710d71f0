import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lazy, Suspense, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { provisionHref } from '#app/domain/concern/address';
import { sentPage, type SentPage } from '#app/domain/review/sent-page';
import { readerEn } from '#app/domain/words/reader.en';
import { word } from '#app/domain/words/plain';
import type { DraftPassage } from '#app/features/concern/draft';
import { TreatyHtml } from '#app/features/nonce';
import { Reader } from '#app/features/reader/reader';
import { ReaderFrame } from '#app/features/site/reader-frame';
import { valueOf } from '#app/http/answer.server';
import { readReview } from '#app/operations/review/read-review.server';
import { useOpenConcern, useReaderPage, useSelf } from './use-reader';

// Threads and forms come when somebody opens one: reading needs none of them.
const writing = () => import('./writing');
const MarginThread = lazy(() => writing().then((parts) => ({ default: parts.MarginThread })));
const RaiseForm = lazy(() => writing().then((parts) => ({ default: parts.RaiseForm })));
const KeptDrafts = lazy(() => writing().then((parts) => ({ default: parts.KeptDrafts })));

/** One column of its own: no frame around it but its header. */
export const handle = { bare: true };
export const shouldRevalidate = () => false;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · ${word('reader.title')} · ${word('site.name')}` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { version, lang: language, other } = params;
  const choice = version && language ? { version, language, ...(other ? { beside: other } : {}) } : null;
  const { page, html } = valueOf(await readReview(context.actor, context.app, params.review ?? '', choice), request);
  context.treatyHtml = html;
  // As one string: the framework's own encoding of a thousand concerns is half as long again, and slow to read in the browser.
  return { title: page.review.title, page: JSON.stringify(sentPage(page)) };
}

export default function Read() {
  const data = useLoaderData<typeof loader>();
  const loaded = useMemo(() => JSON.parse(data.page) as SentPage, [data.page]);
  const { slug } = loaded.review;
  const { self: known, setPresent } = useSelf(slug);
  // On another text than the review's own one only reads.
  const self = useMemo(
    () => (known && !loaded.text.own ? { ...known, can: { ...known.can, raise: false } } : known),
    [known, loaded.text.own],
  );
  const { page, cardOn, onNear, changed, refresh } = useReaderPage(loaded, setPresent);
  const [openNumber, open] = useOpenConcern();
  const [resume, setResume] = useState<DraftPassage | null>(null);
  const base = `/reviews/${slug}`;
  const hrefs = useMemo(
    () => ({
      concern: (number: number) => `${base}/concerns/${number}`,
      provision: (eId: string) => provisionHref(slug, eId),
      all: `${base}/concerns`,
    }),
    [base, slug],
  );
  // Whoever may write will: her first form should open at once.
  const writes = self?.can.raise ?? false;
  useEffect(() => {
    if (writes) void writing();
  }, [writes]);
  const renderThread = useCallback(
    (number: number) => (
      <Suspense fallback={<p className="quiet">{word('reader.loading')}</p>}>
        <MarginThread
          key={number}
          slug={slug}
          number={number}
          self={self}
          news={changed.get(number) ?? 0}
          onPosted={() => void refresh()}
        />
      </Suspense>
    ),
    [slug, self, changed, refresh],
  );
  return (
    <ReaderFrame page={page} account={self === null ? undefined : self.account}>
      {/* No boundary on the server's page: news that come before it is taken over would throw it away (React's error 421). */}
      {self?.account ? (
        <Suspense>
          <KeptDrafts slug={slug} self={self} onPassage={setResume} onConcern={open} />
        </Suspense>
      ) : null}
      <Reader
        resume={resume}
        page={page}
        cardOn={cardOn}
        onNear={onNear}
        self={self}
        treatyHtml={useContext(TreatyHtml)}
        words={readerEn}
        hrefs={hrefs}
        openNumber={openNumber}
        onOpen={open}
        renderThread={renderThread}
        renderNewConcern={({ form, passage, narrow, onCancel, onPosted }) => (
          <Suspense fallback={<p className="quiet">{word('reader.loading')}</p>}>
            {narrow}
            <RaiseForm
              key={form}
              slug={slug}
              self={self}
              passage={{ ...passage, eId: passage.eId ?? '', textId: page.text.id }}
              onCancel={onCancel}
              onPosted={(number) => void refresh().then(() => onPosted(number))}
            />
          </Suspense>
        )}
      />
    </ReaderFrame>
  );
}
