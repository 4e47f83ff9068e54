import { createTestDatabase } from '@eyeline/testing';
import pg from 'pg';

import { openTwoPools, type TwoPools } from './analysis.factory.js';
import { type Database } from './create-database.js';

// Real: PostgreSQL.

let pools: TwoPools;
let database: Database;
let url: string;

beforeAll(async () => {
  const server = await createTestDatabase();
  ({ url } = server);
  pools = await openTwoPools(server);
  ({ database } = pools);
});

afterAll(() => pools.close());

it('knows a key by itself alone, until it is revoked', async () => {
  const { keys } = database;
  expect(await keys.any()).toBe(false);
  const { key, row } = await keys.create({ name: 'ci', projectId: 'lab', scopes: ['analyses:read'] });
  expect(key).toMatch(/^ey_[\w-]{43}$/);
  expect(row).toMatchObject({ name: 'ci', projectId: 'lab', scopes: ['analyses:read'], lastUsedAt: null });
  expect(key.startsWith(row.prefix)).toBe(true);
  expect(await keys.findByKey(key)).toEqual(row);
  for (const wrong of [row.prefix, `${key}x`, key.toLowerCase() + '-', row.id, '', 'ey_\0']) {
    expect(await keys.findByKey(wrong)).toBeNull();
  }

  expect([await keys.findRevoked(key), await keys.findRevoked('ey_x')]).toEqual([null, null]);
  await keys.touch(row.id);
  expect((await keys.list())[0].lastUsedAt).toEqual(expect.any(Date));
  expect(await keys.revoke('nobody')).toEqual([]);
  expect(await keys.revoke(row.prefix)).toEqual([expect.objectContaining({ id: row.id })]);
  expect(await keys.revoke(row.id)).toEqual([]);
  expect(await keys.findByKey(key)).toBeNull();
  expect(await keys.findRevoked(key)).toMatchObject({ id: row.id, revokedAt: expect.any(Date) });
  expect(await keys.any()).toBe(true);
});

it('keeps nothing from which a key could be read', async () => {
  const { key } = await database.keys.create({ name: 'x', projectId: 'default', scopes: ['admin'] });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT * FROM api_keys');
  await client.end();
  expect(JSON.stringify(rows)).not.toContain(key.slice(12));
});
