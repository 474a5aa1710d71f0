// Prints the SQL of prisma/schema.prisma from nothing, without any native engine: what the migrations together must amount to
// (tests/store/migrations.test.ts compares). A new migration is written by hand beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

export async function schemaSql(path = join(import.meta.dirname, '../prisma/schema.prisma')) {
  const folder = join(import.meta.dirname, '../node_modules/@prisma/schema-engine-wasm');
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  const content = readFileSync(path, 'utf8');
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }));
  const engine = await glue.SchemaEngine.new({ datamodels: [[path, content]] }, () => {}, adapter);
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

if (process.argv[1] === import.meta.filename) process.stdout.write(await schemaSql());
