import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One folder of prisma/migrations. */
export interface MigrationFile {
  /** The folder's name: a time and what it does. Sorting by it gives the order. */
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the script, lower-case hexadecimal: what Prisma records. */
  readonly checksum: string;
}

/** The project's `prisma` folder, above this file whether it runs from the source or from dist. */
export function findPrismaFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'prisma');
    if (existsSync(join(candidate, 'schema.prisma'))) return candidate;
  }
  throw new Error(`There is no prisma/schema.prisma in any folder above ${import.meta.dirname}.`);
}

/** Every migration, in the order in which they are applied. */
export async function readMigrationFiles(
  folder = join(findPrismaFolder(), 'migrations'),
): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}
