/** SQL of a Prisma schema from nothing. */
export function schemaSql(path?: string): Promise<string>;
