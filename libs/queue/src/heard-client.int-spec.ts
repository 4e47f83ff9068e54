import { testPostgresUrl } from '@eyeline/testing';

import { openSwallowingProxy } from '../fixtures/swallowing-proxy.js';
import { HeardClient } from './heard-client.js';

/** Real: PostgreSQL, behind a line that goes dead. */
describe('HeardClient', () => {
  it('ends when a question is left without an answer, instead of asking again for ever', async () => {
    const line = await openSwallowingProxy(testPostgresUrl());
    const client = new HeardClient({ connectionString: line.url, query_timeout: 300 });
    await client.connect();
    await client.query('SELECT 1');
    line.swallow();
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await expect(client.query('LISTEN jobs')).rejects.toThrow('Query read timeout');
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
    await line.close();
  });

  it('stays when the answer is an error', async () => {
    const client = new HeardClient({ connectionString: testPostgresUrl(), query_timeout: 5000 });
    await client.connect();
    await expect(client.query('SELECT nothing')).rejects.toThrow('nothing');
    expect((await client.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });
});
