import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { diffSchema } from './diff-schema.js';
import { findPrismaFolder, readMigrationFiles } from './migration-files.js';
import { MIGRATION_LOCK } from './schema-engine.js';

/**
 * Writes the migration from where prisma/migrations stands to schema.prisma.
 *
 * @param name what it does, in lower-case words joined by underscores
 * @param databaseUrl a PostgreSQL whose user may create a temporary database
 * @returns the new file's path; null when there is nothing to do
 */
export async function writeMigration(name: string, databaseUrl: string): Promise<string | null> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Error(`"${name}" is no name for a migration: lower-case words joined by underscores, please.`);
  }
  const prisma = findPrismaFolder();
  const migrations = join(prisma, 'migrations');
  await mkdir(migrations, { recursive: true });
  const schema = await readFile(join(prisma, 'schema.prisma'), 'utf8');
  const script = await diffSchema(schema, await readMigrationFiles(migrations), databaseUrl);
  if (script === null) return null;
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(migrations, `${time}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), script);
  await writeFile(join(migrations, 'migration_lock.toml'), MIGRATION_LOCK);
  return join(folder, 'migration.sql');
}
