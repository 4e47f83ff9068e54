import pg from 'pg';

/**
 * The rows of one statement, over a connection of its own: for tests that look behind the API, also at a server that
 * comes and goes.
 *
 * @throws Error of the server or of the connection
 */
export async function queryDatabase<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  // A connection that breaks between two events would end the process; the call below fails anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}
