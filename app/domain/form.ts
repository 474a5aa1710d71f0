import type { z } from 'zod';
import { fail, ok, type Result } from './result';

/** Checks a form's fields against its schema; `fields` of the failure says what is wrong where, one sentence a field. */
export function readForm<S extends z.ZodType>(schema: S, fields: Record<string, string>): Result<z.output<S>> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return ok(parsed.data);
  const wrong: Record<string, string> = {};
  for (const issue of parsed.error.issues) wrong[String(issue.path[0] ?? '')] ??= issue.message;
  return fail('invalid', { fields: wrong });
}
