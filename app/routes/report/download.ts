import type { LoaderFunctionArgs } from '@remix-run/node';
import { refusal } from '#app/http/answer.server';
import { reportChoice } from '#app/http/query.server';
import { exportReport } from '#app/operations/report/export-report.server';

/** The report as a file, which no browser renders in place. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const format = url.pathname.slice(url.pathname.lastIndexOf('.') + 1);
  const result = await exportReport(context.actor, context.app, params.review ?? '', format, reportChoice(url));
  if (!result.ok) return refusal(result);
  const { bytes, mediaType, name } = result.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(bytes.length),
    },
  });
}
