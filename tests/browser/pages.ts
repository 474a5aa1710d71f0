import routes from '../../app/routes';
import type { Person } from '../person';
import { SHORT_TREATY } from '../command-line';
import { expect, SAMPLE, type Stage } from './stage';

/** An address to open, as whom; `status` where the page is there to say that something is not. */
export interface Visit {
  readonly as: Person;
  readonly path: string;
  readonly status?: number;
}

/** Addresses that answer with a redirect, data or a file. */
const NO_PAGES = [
  'sign-out',
  'reviews/:review/me',
  'reviews/:review/changes',
  'reviews/:review/cards/:version/:lang/:stretch',
  'reviews/:review/raise',
  'reviews/:review/concerns/:id/thread',
  ...['md', 'html', 'csv', 'jsonld', 'docx', 'pdf'].map((format) => `reviews/:review/report.${format}`),
];

/** Every page of the product, by its route, each as everybody for whom it looks another way. */
export async function pagesOf(stage: Stage): Promise<ReadonlyMap<string, readonly Visit[]>> {
  const { rosa, lin, visitor } = stage;
  const empty = await stage.review('Bridges', 'public');
  const short = await stage.review('Bridges', 'public');
  await stage.raiseOn(rosa, short, 'in good faith', 'Good faith is not defined.');
  const edit = { intent: 'edit', revision: '1', category: 'data', severity: 'serious', bodyText: 'Said better.' };
  const number = await stage.raiseOn(rosa, SAMPLE, 'enter the whole or any part', 'Said first.');
  expect((await rosa.post(`/reviews/${SAMPLE}/concerns/${number}`, edit)).status).toBe(302);
  const invitation = new URL(await rosa.invite(SAMPLE, 'observer')).pathname;
  const first = new URL(stage.server.firstVisit!).pathname;
  const all = (path: string): Visit[] => [rosa, visitor].map((as) => ({ as, path }));
  return new Map<string, Visit[]>([
    ['', all('/')],
    ['sign-in', [{ as: visitor, path: '/sign-in' }]],
    ['welcome/:token', [{ as: visitor, path: first, status: 410 }]],
    ['join/:token', [lin, visitor].map((as) => ({ as, path: invitation }))],
    ['account', [{ as: rosa, path: '/account' }]],
    ['treaties', all('/treaties')],
    ['treaties/import', [{ as: rosa, path: '/treaties/import' }]],
    ['treaties/import/:upload', [{ as: rosa, path: await uploaded(rosa) }]],
    ['treaties/:treaty/:version/:lang', all('/treaties/bridges/draft/en')],
    ['reviews/new', [{ as: rosa, path: '/reviews/new' }]],
    ['reviews/:review', [...all(`/reviews/${SAMPLE}`), { as: rosa, path: `/reviews/${empty}` }]],
    ['reviews/:review/members', [rosa, lin].map((as) => ({ as, path: `/reviews/${SAMPLE}/members` }))],
    [
      'reviews/:review/read/:version?/:lang?',
      [
        { as: visitor, path: `/reviews/${short}/read` },
        { as: rosa, path: `/reviews/${empty}/read` },
      ],
    ],
    ['reviews/:review/read/:version/:lang/beside/:other', [{ as: rosa, path: await inTwoLanguages(rosa) }]],
    [
      'reviews/:review/concerns',
      [
        ...all(`/reviews/${SAMPLE}/concerns`),
        { as: visitor, path: `/reviews/${SAMPLE}/concerns?q=nothingofthesort` },
        { as: rosa, path: `/reviews/${empty}/concerns` },
      ],
    ],
    [
      'reviews/:review/concerns/:id',
      [...all(`/reviews/${SAMPLE}/concerns/11`), { as: rosa, path: `/reviews/${SAMPLE}/concerns/${number}` }],
    ],
    ['reviews/:review/concerns/:id/history', all(`/reviews/${SAMPLE}/concerns/${number}/history`)],
    ['reviews/:review/report', [...all(`/reviews/${SAMPLE}/report`), { as: rosa, path: `/reviews/${empty}/report` }]],
    ['*', [{ as: visitor, path: '/nothing/of/the/sort', status: 404 }]],
  ]);
}

/** Fails when a route is neither visited nor named as none. */
export function expectEveryRoute(pages: ReadonlyMap<string, unknown>): void {
  const paths = (routes as { path?: string }[]).map((route) => route.path ?? '');
  expect([...pages.keys(), ...NO_PAGES].sort()).toEqual(paths.sort());
}

/** Uploads the short treaty as the form does; gives the address of the page where it is checked. */
async function uploaded(person: Person, words = SHORT_TREATY): Promise<string> {
  const form = new FormData();
  form.set('file', new File([words], UPLOAD.name, { type: UPLOAD.mimeType }));
  const answer = await fetch(`${person.server.url}/treaties/import`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: person.cookie, Origin: person.server.url },
    body: form,
  });
  expect(answer.status).toBe(302);
  return answer.headers.get('Location')!;
}

/** A review's text with another language beside it. */
async function inTwoLanguages(person: Person): Promise<string> {
  const store = {
    intent: 'store',
    treaty: 'quays',
    title: 'Convention on Quays',
    version: 'Draft',
    visibility: 'public',
  };
  for (const [language, words] of [
    ['en', SHORT_TREATY],
    ['ar', ARABIC],
  ] as const)
    expect((await person.post(await uploaded(person, words), { ...store, language })).status).toBe(302);
  const options = (await (await person.get('/reviews/new')).text()).matchAll(/<option value="([^"]+)"[^>]*>([^<]+)/g);
  const [, text] = [...options].find(([, , name]) => name?.startsWith('Convention on Quays') && name.endsWith('en'))!;
  const made = await person.post('/reviews/new', { title: 'On quays', brief: '', text: text!, visibility: 'public' });
  return `${made.headers.get('Location')!}/read/draft/en/beside/ar`;
}

/** The visits one person after the other, so that each needs one page. */
export function byPerson(pages: ReadonlyMap<string, readonly Visit[]>): ReadonlyMap<Person, readonly Visit[]> {
  const found = new Map<Person, Visit[]>();
  for (const visit of [...pages.values()].flat()) found.set(visit.as, [...(found.get(visit.as) ?? []), visit]);
  return found;
}

/** A file as a person uploads it. */
export const UPLOAD = { name: 'bridges.md', mimeType: 'text/markdown', buffer: Buffer.from(SHORT_TREATY) };

/** Ours, and right to left: two articles on keeping bridges. */
export const ARABIC = `اتفاقية بشأن صيانة الجسور

المادة 1
الغرض

1 - الغرض من هذه الاتفاقية هو إبقاء الجسور مفتوحة للجميع.

2 - ليس في هذه الاتفاقية ما يغلق جسرا.

المادة 2
الفحص

1 - تفحص كل دولة طرف جسورها مرة كل خمس سنوات.

2 - لا يعاقب من يبلغ عن عيب بحسن نية لأنه بحث عنه.
`;
