import { data, redirect, type HeadersFunction } from '@remix-run/node';
import type { Failure, Result } from '#app/domain/result';
import { STATUS } from './status';

/** For loaders: the value, or a thrown answer: the sign-in page when that could help, else the error page of that status. */
export function valueOf<T>(result: Result<T>, request: Request): T {
  if (result.ok) return result.value;
  if (result.code === 'sign-in-needed') {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/sign-in?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`);
  }
  throw refusal(result);
}

/** For actions: the failure as data for the form that was posted, with its HTTP status. */
export function failed(failure: Failure) {
  const headers: Record<string, string> = failure.retryAfter ? { 'Retry-After': String(failure.retryAfter) } : {};
  return data(failure, { status: STATUS[failure.code], headers });
}

/** For routes whose forms may be refused: the page that says so carries the refusal's headers too. */
export const refusalHeaders: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** An answer for the error page: it says the code and the sentence, nothing of the inside. */
export function refusal(failure: Failure): Response {
  return Response.json({ code: failure.code, detail: failure.detail ?? null }, { status: STATUS[failure.code] });
}

/** For scripts that post a form and stay: the result itself. */
export function jsonAnswer(result: Result<unknown>): Response {
  const headers: Record<string, string> =
    !result.ok && result.retryAfter ? { 'Retry-After': String(result.retryAfter) } : {};
  return Response.json(result, { status: result.ok ? 200 : STATUS[result.code], headers });
}
