import { testQueueUrl } from '@eyeline/testing';
import { type PostgresQueueBackend } from 'bullmq';
import pg from 'pg';

import { pause, prepareQueues, refuseDeath, until } from '../fixtures/backends.js';
import { openPostgres } from './postgres-server.js';

const video = (n: number) => ({ analysisId: `an_${n}`, attempt: 1 });
const unavailable = { code: 'queue_unavailable' };

describe('a new queue database', () => {
  it('is made once by processes that start together', async () => {
    const url = new URL(testQueueUrl('postgres'));
    url.pathname = `/queue_${process.pid}_${Date.now().toString(36)}`;
    const queues = prepareQueues();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => queues.open({ kind: 'postgres', url: url.href })),
    );
    await opened[0].enqueue('prepare-video', video(0));
    expect((await opened[3].depths())['prepare-video'].waiting).toBe(1);
    await queues.close();
  });
});

describe('a connection that is lost', () => {
  it.each(['worker', 'producer'] as const)('ends no process, whoever uses it: %s', async (role) => {
    const server = await openPostgres({
      url: testQueueUrl('postgres'),
      prefix: 'lost',
      onError: () => undefined,
    });
    const backend = server.factory('jobs', server[role], {
      withBlockingConnection: role === 'worker',
    }) as PostgresQueueBackend;
    await backend.waitUntilReady();
    const pooled = (await backend.connection.pool.connect()) as pg.PoolClient;
    const listening = (await backend.connection.getListenClient()) as pg.Client;
    for (const client of [pooled, listening]) {
      client.removeAllListeners('error');
      expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
    }
    pooled.release();
    await backend.close();
    await server.close();
  });
});

describe('a PostgreSQL that restarts', () => {
  it('is found again by workers, their announcements and producers, and no job is lost', async () => {
    const name = `queue_restart_${process.pid}_${Date.now().toString(36)}`;
    const url = new URL(testQueueUrl('postgres'));
    url.pathname = `/${name}`;
    const queues = prepareQueues();
    const queue = await queues.open({ kind: 'postgres', url: url.href }, { lockMs: 15_000 });
    url.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    /** What a restart does to those who are connected to this one of the server's databases. */
    const stop = async (): Promise<void> => {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);
    };
    const start = () => admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);

    const done: string[] = [];
    let letGo = (): void => undefined;
    await queue.work(
      'prepare-video',
      async ({ jobId }) => {
        done.push(jobId);
        if (done.length === 1) await new Promise<void>((resolve) => (letGo = resolve));
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    const segments: number[] = [];
    await queue.work(
      'analyse-segment',
      ({ payload: { segment } }) => Promise.resolve(void segments.push(segment)),
      { concurrency: 1, onDead: refuseDeath },
    );
    await queue.schedule('sweep-expired', 60_000);
    await queue.enqueue('prepare-video', video(0));
    await queue.enqueue('prepare-video', video(1));
    await until(() => expect(done).toHaveLength(1));
    for (let restarts = 1; restarts <= 3; restarts++) {
      await stop();
      await expect(queue.enqueueSegments({ ...video(restarts), segments: 1 })).rejects.toMatchObject(
        unavailable,
      );
      await pause(500);
      if (restarts === 3) letGo();
      await start();
      await until(() => queue.enqueueSegments({ ...video(restarts), segments: 1 }));
      await until(() => expect(segments).toHaveLength(restarts), 10_000);
    }
    await until(() => expect(done).toHaveLength(2), 10_000);
    await until(async () => expect((await queue.depths())['prepare-video'].active).toBe(0));
    expect(done).toEqual(['an_0.1.prepare-video', 'an_1.1.prepare-video']);
    expect(await queue.isScheduled('sweep-expired')).toBe(true);
    expect(queues.errors.length).toBeGreaterThan(0);
    expect(queues.errors.length).toBeLessThan(60);
    for (const error of queues.errors) expect(error).not.toHaveProperty('client'); // they go to the log
    await queues.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }, 60_000);
});
