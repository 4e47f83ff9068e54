import { type MigrationFile } from './migration-files.js';
import { NO_FILTERS, toMigrationList, useSchemaEngine } from './schema-engine.js';

/**
 * The SQL that leads from what the migrations make to what the schema wants; null when they agree.
 *
 * @param schema the text of schema.prisma
 * @param databaseUrl a PostgreSQL whose user may create a (temporary) database; the one named is only connected to
 */
export async function diffSchema(
  schema: string,
  migrations: readonly MigrationFile[],
  databaseUrl: string,
): Promise<string | null> {
  const difference = await useSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...toMigrationList(migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    }),
  );
  return difference.exitCode === 0 ? null : difference.stdout;
}
