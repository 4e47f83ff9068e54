import pg from 'pg';

import { createTestDatabase } from './index.js';

describe('createTestDatabase', () => {
  it('gives a real, empty database that is gone after drop, though somebody is connected', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    const tables = await client.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`);
    expect(tables.rowCount).toBe(0);
    await database.drop();
    await lost;
    await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toMatchObject({
      code: '3D000',
    });
  });
});
