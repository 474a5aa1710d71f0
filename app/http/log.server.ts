/**
 * What may be written down of an error: its kind, its code and where it happened. Never its message, which can hold what a
 * person wrote (Prisma prints the values of a query that it refuses).
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...frames].join('\n');
}
