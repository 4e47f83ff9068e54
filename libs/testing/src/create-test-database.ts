import { randomUUID } from 'node:crypto';

import pg from 'pg';

import { testPostgresUrl } from './server-addresses.js';

export interface TestDatabase {
  readonly url: string;
  /** Deletes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** A fresh, empty database on the shared PostgreSQL. One for each test file keeps the files apart. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runAsAdministrator(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(testPostgresUrl());
  url.pathname = name;
  return { url: url.href, drop: () => runAsAdministrator(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function runAsAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testPostgresUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
