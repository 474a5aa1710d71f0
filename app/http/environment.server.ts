import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PROVISO_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must start with file:')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PROVISO_SAMPLE: z.enum(['0', '1']).default('1'),
  /** 1 behind a reverse proxy that sets X-Forwarded-For: the client is then the last address in it. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
});

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly databaseFile: string;
  /** Without a slash at the end; with port 0 it is known only once the server listens. */
  readonly publicUrl: string | null;
  readonly sample: boolean;
  readonly trustProxy: boolean;
}

/** The settings of docs/operating.md. Throws one sentence that names the variable. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`The environment variable ${String(issue.path[0])} is not right: ${issue.message}.`);
  }
  const env = parsed.data;
  const data = resolve(env.PROVISO_DATA);
  return {
    port: env.PORT,
    host: env.HOST,
    data,
    databaseFile: env.DATABASE_URL ? resolve(env.DATABASE_URL.slice('file:'.length)) : resolve(data, 'proviso.db'),
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).href.replace(/\/$/, '') : null,
    sample: env.PROVISO_SAMPLE === '1',
    trustProxy: env.TRUST_PROXY === '1',
  };
}
