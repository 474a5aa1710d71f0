import { FORMATS } from './formats';

/** What an address is made of: a review, a text, one concern of the review. */
export interface Place {
  readonly slug: string;
  /** `treaty/version/lang` */
  readonly text: string;
  readonly version: string;
  readonly concern: number;
  /** An upload of somebody's, by its hash; one that is not there when absent. */
  readonly upload?: string;
}

/** A hash of the right shape that no upload has. */
export const NO_UPLOAD = 'f'.repeat(64);

/** Every route of `app/routes.ts` as addresses that a person could ask for. The leak matrix fails on a route without a row. */
export const ADDRESSES: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  '/': () => ['/'],
  'sign-in': ({ slug }) => ['/sign-in', `/sign-in?next=/reviews/${slug}`],
  'sign-out': () => ['/sign-out'],
  'welcome/:token': () => ['/welcome/none'],
  'join/:token': () => ['/join/none'],
  account: () => ['/account'],
  treaties: () => ['/treaties'],
  'treaties/import': () => ['/treaties/import'],
  'treaties/import/:upload': ({ upload = NO_UPLOAD }) => [
    `/treaties/import/${upload}`,
    `/treaties/import/${upload}?line=3`,
  ],
  'treaties/:treaty/:version/:lang': ({ text }) => [`/treaties/${text}`],
  'reviews/new': () => ['/reviews/new'],
  'reviews/:review': ({ slug }) => [`/reviews/${slug}`],
  'reviews/:review/members': ({ slug }) => [`/reviews/${slug}/members`],
  'reviews/:review/me': ({ slug }) => [`/reviews/${slug}/me`],
  'reviews/:review/changes': ({ slug }) => [`/reviews/${slug}/changes`, `/reviews/${slug}/changes?after=0`],
  'reviews/:review/cards/:version/:lang/:stretch': ({ slug, version }) =>
    ['-1', '0', '1', '99', 'x'].map((stretch) => `/reviews/${slug}/cards/${version}/en/${stretch}`),
  'reviews/:review/read/:version?/:lang?': ({ slug, version }) => [
    `/reviews/${slug}/read`,
    `/reviews/${slug}/read?concern=1`,
    `/reviews/${slug}/read/${version}/en`,
    `/reviews/${slug}/read/none/en`,
  ],
  'reviews/:review/read/:version/:lang/beside/:other': ({ slug, version }) => [
    `/reviews/${slug}/read/${version}/en/beside/fr`,
    `/reviews/${slug}/read/${version}/en/beside/en`,
  ],
  'reviews/:review/concerns': ({ slug }) => [
    `/reviews/${slug}/concerns`,
    `/reviews/${slug}/concerns?status=open&category=data&page=2`,
    ...['zqcanary', 'zqgone', 'zqhidden'].map((word) => `/reviews/${slug}/concerns?q=${word}`),
  ],
  'reviews/:review/raise': ({ slug }) => [`/reviews/${slug}/raise`],
  'reviews/:review/concerns/:id': ({ slug, concern }) =>
    [concern, 9999, 'abc', '1.5'].map((id) => `/reviews/${slug}/concerns/${id}`),
  'reviews/:review/concerns/:id/thread': ({ slug, concern }) => [`/reviews/${slug}/concerns/${concern}/thread`],
  'reviews/:review/concerns/:id/history': ({ slug, concern }) => [
    `/reviews/${slug}/concerns/${concern}/history`,
    `/reviews/${slug}/concerns/${concern}/history?reply=none`,
  ],
  'reviews/:review/report': ({ slug }) => [
    `/reviews/${slug}/report`,
    `/reviews/${slug}/report?order=category&replies=0`,
  ],
  ...Object.fromEntries(
    FORMATS.map((format) => [
      `reviews/:review/report.${format}`,
      ({ slug }: Place) => [`/reviews/${slug}/report.${format}${format === 'md' ? '?order=category' : ''}`],
    ]),
  ),
  '*': ({ slug }) => [`/reviews/${slug}/none/none`, '/none'],
};

/** What the server answers without a route. */
export const BESIDE_ROUTES = ({ slug }: Place): readonly string[] => [
  '/healthz',
  '/robots.txt',
  '/icon.svg',
  `/__manifest?version=none&p=${encodeURIComponent(`/reviews/${slug}/read`)}`,
  `/reviews/${slug}.data?_routes=routes%2Freview%2Foverview`,
  `/reviews/${slug}/read.data?_routes=routes%2Freview%2Fread`,
  `/reviews/${slug}/concerns/1.data?_routes=routes%2Fconcern%2Fthread`,
];

/** The same address as a script asks for it. */
export const dataForm = (address: string): string => {
  const [path = '/', query] = address.split('?');
  return `${path === '/' ? '/_root' : path}.data${query ? `?${query}` : ''}`;
};

/** Every address of a place, as pages and as data; a download is the same bytes as data, so one of them is enough. */
export const everyAddress = (place: Place): string[] => {
  const pages = Object.values(ADDRESSES).flatMap((make) => [...make(place)]);
  const asData = pages.filter((page) => !/\/report\.(?!md)/.test(page));
  return [...pages, ...asData.map(dataForm), ...BESIDE_ROUTES(place)];
};
