import { CODES, type Failure } from '#app/domain/result';

/** No answer, or one that is not ours: a network failure, a proxy's error page, a crash. */
export interface Unreachable {
  readonly ok: false;
  readonly code: 'unreachable';
  readonly detail?: undefined;
  readonly fields?: undefined;
  readonly theirs?: undefined;
}
export type Refusal = Failure | Unreachable;
export type Answer = { readonly ok: true; readonly value: unknown } | Refusal;

/** Sends a form and gives the server's answer. It may reject: that counts as unreachable. */
export type Submit = (actionUrl: string, form: FormData) => Promise<unknown>;

export const UNREACHABLE: Unreachable = { ok: false, code: 'unreachable' };

/** What came back, as an answer; whatever is not exactly that counts as no answer, so that nothing is taken for posted. */
export function readAnswer(value: unknown): Answer {
  if (typeof value !== 'object' || value === null) return UNREACHABLE;
  const answer = value as { ok?: unknown; code?: unknown };
  if (answer.ok === true) return value as Answer;
  const known = answer.ok === false && (CODES as readonly unknown[]).includes(answer.code);
  return known ? (value as Failure) : UNREACHABLE;
}

const PATIENCE = 30_000;

/** Posts as a form without scripts would, and asks for JSON. Any status will do, as long as the body is an answer. */
export const postForm: Submit = async (actionUrl, form) => {
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value);
  const response = await fetch(actionUrl, {
    method: 'POST',
    body: fields,
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    // A redirect would end at a page: whoever follows it cannot tell whether the words were stored.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return (await response.json()) as unknown;
};
