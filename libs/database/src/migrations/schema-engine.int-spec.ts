import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { createTestDatabase, spawnProgram, testPostgresUrl } from '@eyeline/testing';
import pg from 'pg';

import { applyMigrations } from './apply-migrations.js';
import { findPrismaFolder, readMigrationFiles } from './migration-files.js';

// Real: PostgreSQL, Prisma's schema engine, schema.prisma and the migrations of this clone. The engine runs in a process
// of its own: its WebAssembly glue checks for classes that Jest has twice.

jest.setTimeout(60_000);

/** What a piece of code of ours, which may use the engine, gives as `result`. */
async function evaluate(code: string): Promise<unknown> {
  const from = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);
  const child = spawnProgram(`
    import { diffSchema } from ${from('diff-schema.ts')};
    import { readMigrationFiles } from ${from('migration-files.ts')};
    import { NO_FILTERS, toMigrationList, useSchemaEngine } from ${from('schema-engine.ts')};
    const migrations = await readMigrationFiles();
    ${code}
    console.log(JSON.stringify(result));
  `);
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(printed) as unknown;
}

describe('schema.prisma and the migrations', () => {
  /** What the migrations lack, for the schema as it is and with a new column, index or default; null for nothing. */
  let asItIs: string | null, column: string | null, index: string | null, byDefault: string | null;

  beforeAll(async () => {
    const schema = await readFile(join(findPrismaFolder(), 'schema.prisma'), 'utf8');
    const changed = [
      schema.replace(/( {2}tag +String\?)/, '$1\n  colour String?'),
      schema.replace(/( {2}@@map\("reports"\))/, '  @@index([attempt])\n$1'),
      schema.replace('@default("default")', '@default("other")'),
    ];
    for (const one of changed) expect(one).not.toBe(schema);
    [asItIs, column, index, byDefault] = (await evaluate(`
      const result = [];
      for (const schema of ${JSON.stringify([schema, ...changed])}) {
        result.push(await diffSchema(schema, migrations, ${JSON.stringify(testPostgresUrl())}));
      }
    `)) as (string | null)[];
  });

  it('agree (else: npm run db:migration -- NAME)', () => {
    expect(asItIs).toBeNull();
  });

  it('are told apart by a column, an index or a default', () => {
    expect(column).toContain('ADD COLUMN     "colour" TEXT');
    expect(index).toContain('CREATE INDEX "reports_attempt_idx"');
    expect(byDefault).toContain(`SET DEFAULT 'other'`);
  });

  it('were compared in shadow databases that went away', async () => {
    const client = new pg.Client({ connectionString: testPostgresUrl() });
    await client.connect();
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname LIKE 'prisma_shadow_%'`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});

describe('prisma migrate', () => {
  it('takes over from us, and we from it: whoever comes second finds nothing to do', async () => {
    const [ours, theirs] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const names = (await readMigrationFiles()).map(({ name }) => name);
    await applyMigrations(ours.url);
    const applied = await evaluate(`
      const migrationsList = toMigrationList(migrations);
      const result = [];
      for (const url of ${JSON.stringify([ours.url, theirs.url])}) {
        result.push(await useSchemaEngine(url, async (engine) => ({
          ...(await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })),
          ...(await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: true, filters: NO_FILTERS })),
        })));
      }
    `);
    const nothingWrong = {
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    };
    expect(applied).toEqual([
      { appliedMigrationNames: [], ...nothingWrong },
      { appliedMigrationNames: names, ...nothingWrong },
    ]);
    expect(await applyMigrations(theirs.url)).toEqual({ applied: [] });
    await Promise.all([ours.drop(), theirs.drop()]);
  });
});
