import pg from 'pg';

import { HeardClient } from '../heard-client.js';

const CONNECT_TIMEOUT_MS = 10_000;

const NO_SUCH_DATABASE = '3D000';
/** Another process was faster; which of the two depends on how far it had come. */
const CREATED_MEANWHILE = ['42P04', '23505'];
const NOT_ALLOWED = '42501';

/**
 * A connection to the database of the address, which is created if the server does not have it.
 *
 * @throws Error that says the fix, when it is not there and this user may not create it
 */
export async function openDatabase(databaseUrl: string): Promise<pg.Client> {
  try {
    return await connect(databaseUrl);
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_DATABASE) throw error;
  }
  await createDatabase(databaseUrl);
  return connect(databaseUrl);
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const maintenance = new URL(databaseUrl);
  const name = pg.escapeIdentifier(decodeURIComponent(maintenance.pathname.slice(1)));
  maintenance.pathname = 'postgres';
  const administrator = await connect(maintenance.href);
  try {
    // template0, because somebody may be connected to template1; and it allows an encoding other than the server's.
    await administrator.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    const code = codeOf(error);
    if (code === NOT_ALLOWED) {
      throw new Error(
        `The database ${name} does not exist and the user "${maintenance.username}" may not create it. ` +
          `As an administrator run: CREATE DATABASE ${name} OWNER ${pg.escapeIdentifier(maintenance.username)};`,
        { cause: error },
      );
    }
    if (!CREATED_MEANWHILE.includes(code ?? '')) throw error;
  } finally {
    await administrator.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new HeardClient({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  return client;
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;
