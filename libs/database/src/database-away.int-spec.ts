import { AppError } from '@eyeline/contracts';
import { createTestDatabase, findFreePort, type TestDatabase } from '@eyeline/testing';
import pg from 'pg';

import { input, openTwoPools, report, type TwoPools } from './analysis.factory.js';
import { createDatabase, type Database } from './create-database.js';

// Real: PostgreSQL. Two pools stand for two processes.

let pools: TwoPools;
let server: TestDatabase;
let database: Database;
let other: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  pools = await openTwoPools(server);
  ({ database, other } = pools);
});

afterAll(() => pools.close());

async function cutAllConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await client.end();
}

const problem = new AppError('corrupt_video').toProblem(null);

describe('a database that does not answer', () => {
  it('is told as database_unavailable by every method, and by ping', async () => {
    const url = new URL(server.url);
    url.port = String(await findFreePort());
    const unreachable = createDatabase(url.href);
    const { analyses, attempts, outbox, upkeep, keys } = unreachable;
    const attempt = { analysisId: 'an_x', attempt: 1 };
    const calls = [
      unreachable.ping(),
      analyses.create(input()),
      analyses.find('default', 'an_x'),
      analyses.list('default', { limit: 1 }),
      analyses.cancel('default', 'an_x', new Date()),
      analyses.retry('default', 'an_x'),
      attempts.start(attempt),
      attempts.advance(attempt),
      attempts.complete(attempt, report('an_x'), new Date()),
      attempts.fail(attempt, problem, new Date()),
      upkeep.runAlone('sweep', () => Promise.resolve()),
      upkeep.listSilent(new Date(), 1),
      keys.findByKey('ey_x'),
      analyses.findReport('default', 'an_x'),
      analyses.countByStatus(),
      outbox.drain(() => Promise.resolve()),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'database_unavailable' } });
    }
    await unreachable.close();
  });

  it('is used again once it is back', async () => {
    const { id } = await database.analyses.create(input());
    await cutAllConnections();
    await database
      .ping()
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'database_unavailable' }));
    expect(await database.analyses.findById(id)).not.toBeNull();
    await other
      .ping()
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'database_unavailable' }));
  });

  it('is told so too when the connection breaks in the middle of a transaction', async () => {
    const breaking = database.upkeep.runAlone('sweep', cutAllConnections);
    await expect(breaking).rejects.toMatchObject({ code: 'database_unavailable' });
  });
});
