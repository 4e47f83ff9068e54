import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { spawnProgram, testPostgresUrl } from '@eyeline/testing';
import pg from 'pg';

import { findPrismaFolder } from './migration-files.js';

// Real: PostgreSQL, Prisma's schema engine, schema.prisma and the migrations of this clone. The engine runs in a process
// of its own: its WebAssembly glue checks for classes that Jest has twice.

jest.setTimeout(60_000);

/** For each schema, the SQL that the migrations lack; null for none. */
async function diffFromMigrations(schemas: string[]): Promise<(string | null)[]> {
  const lib = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);
  const child = spawnProgram(`
    import { readMigrationFiles } from ${lib('migration-files.ts')};
    import { diffSchema } from ${lib('schema-engine.ts')};
    const migrations = await readMigrationFiles();
    const differences = [];
    for (const schema of ${JSON.stringify(schemas)}) {
      differences.push(await diffSchema(schema, migrations, ${JSON.stringify(testPostgresUrl())}));
    }
    console.log(JSON.stringify(differences));
  `);
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(printed) as (string | null)[];
}

describe('schema.prisma and the migrations', () => {
  let schema: string;

  beforeAll(async () => {
    schema = await readFile(join(findPrismaFolder(), 'schema.prisma'), 'utf8');
  });

  it('agree (else: npm run db:migration -- NAME)', async () => {
    expect(await diffFromMigrations([schema])).toEqual([null]);
  });

  it('are told apart by a column, an index or a default', async () => {
    const changed = [
      schema.replace(/( {2}tag +String\?)/, '$1\n  colour String?'),
      schema.replace(/( {2}@@map\("reports"\))/, '  @@index([attempt])\n$1'),
      schema.replace('@default("default")', '@default("other")'),
    ];
    for (const one of changed) expect(one).not.toBe(schema);
    const [column, index, byDefault] = await diffFromMigrations(changed);
    expect(column).toContain('ADD COLUMN     "colour" TEXT');
    expect(index).toContain('CREATE INDEX "reports_attempt_idx"');
    expect(byDefault).toContain(`SET DEFAULT 'other'`);
  });

  it('are compared in shadow databases that go away', async () => {
    const client = new pg.Client({ connectionString: testPostgresUrl() });
    await client.connect();
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname LIKE 'prisma_shadow_%'`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
