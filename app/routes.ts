import { index, route, type RouteConfig } from '@remix-run/route-config';

/** Every address of the product. `/healthz` and `/reviews/:review/live` are answered by the server itself (`app/http`). */
export default [
  index('routes/home.tsx'),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('welcome/:token', 'routes/account/join.tsx', { id: 'welcome' }),
  route('join/:token', 'routes/account/join.tsx'),
  route('account', 'routes/account/account.tsx'),
  route('treaties', 'routes/treaty/treaties.tsx'),
  route('treaties/import', 'routes/treaty/import.tsx'),
  route('treaties/import/:upload', 'routes/treaty/check-import.tsx'),
  route('treaties/:treaty/:version/:lang', 'routes/treaty/text.tsx'),
  route('reviews/new', 'routes/review/new.tsx'),
  route('reviews/:review', 'routes/review/overview.tsx'),
  route('reviews/:review/members', 'routes/review/members.tsx'),
  route('reviews/:review/me', 'routes/review/me.ts'),
  route('reviews/:review/changes', 'routes/review/changes.ts'),
  route('reviews/:review/cards/:version/:lang/:stretch', 'routes/review/cards.ts'),
  route('reviews/:review/read/:version?/:lang?', 'routes/review/read.tsx'),
  route('reviews/:review/read/:version/:lang/beside/:other', 'routes/review/read.tsx', { id: 'beside' }),
  route('reviews/:review/concerns', 'routes/concern/list.tsx'),
  route('reviews/:review/raise', 'routes/concern/raise.ts'),
  route('reviews/:review/concerns/:id', 'routes/concern/thread.tsx'),
  route('reviews/:review/concerns/:id/thread', 'routes/concern/thread-data.ts'),
  route('reviews/:review/concerns/:id/history', 'routes/concern/history.tsx'),
  route('reviews/:review/report', 'routes/report/builder.tsx'),
  ...['md', 'html', 'csv', 'jsonld', 'docx', 'pdf'].map((format) =>
    route(`reviews/:review/report.${format}`, 'routes/report/download.ts', { id: `report.${format}` }),
  ),
  route('*', 'routes/missing.tsx'),
] satisfies RouteConfig;
