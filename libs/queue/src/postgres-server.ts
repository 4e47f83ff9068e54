import { AppError } from '@eyeline/contracts';
import {
  createPostgresBackend,
  runMigrations,
  type PostgresConnectionOptions,
  type QueueBaseOptions,
} from 'bullmq';
import pg from 'pg';

import { withinDeadline } from './deadline.js';
import { HeardClient } from './heard-client.js';
import { type QueueServer } from './queue-server.js';

const DATABASE_ABSENT = '3D000';
/** Another process made it first: seen by CREATE DATABASE itself, or by the unique index below it. */
const DATABASE_THERE = ['42P04', '23505'];

/**
 * A server that is away refuses at once; one behind a dead network is given up after this by who has a client waiting,
 * shortly before the answer itself is (deadline.ts). A busy machine takes over a second to connect.
 */
const PRODUCER_TIMEOUT_MS = 2500;

/** Nobody waits for a start or for a worker: on a machine that is busy starting everything at once they may take longer. */
const PATIENT_TIMEOUT_MS = 10_000;

/**
 * A server that vanished without a word (its machine, or the network) is given up and looked for anew after so long
 * without an answer; TCP by itself takes a quarter of an hour. Nothing that is asked takes nearly as long.
 */
const SILENCE_MS = 10_000;

/** A row of BullMQ's table `metrics`; numbers of 64 bits come as text. */
interface MetricsRow {
  readonly count: string;
  readonly prev_ts: string | null;
  readonly prev_count: string;
  readonly data: readonly string[];
}

const NO_METRICS: MetricsRow = { count: '0', prev_ts: null, prev_count: '0', data: [] };

/**
 * Connects to PostgreSQL, creates the database when it is absent, and brings BullMQ's tables up to date. BullMQ
 * serialises its migrations by an advisory lock in their one transaction, so that processes may start together.
 *
 * @throws {AppError} queue_unavailable
 */
export async function openPostgres(settings: {
  url: string;
  prefix: string;
  onError: (error: Error) => void;
}): Promise<QueueServer> {
  const { url, prefix: schema, onError } = settings;
  try {
    await withinDeadline(createDatabase(url), 'PostgreSQL does not answer.', 30_000);
    await migrate(url, schema);
  } catch (error) {
    throw error instanceof AppError
      ? error
      : new AppError('queue_unavailable', {
          detail: `The queue's PostgreSQL database cannot be used: ${(error as Error).message}`,
          cause: error,
        });
  }
  const connect = { connectionString: url, query_timeout: SILENCE_MS, Client: HeardClient };
  const pool = new pg.Pool({ ...connect, connectionTimeoutMillis: PRODUCER_TIMEOUT_MS, max: 1 });
  pool.on('error', onError);
  return {
    factory: (name, options, extra) => {
      const backend = createPostgresBackend(
        name,
        options as QueueBaseOptions<PostgresConnectionOptions>,
        extra,
      );
      // The connection that listens for jobs is made by this module of BullMQ's, not by the pool's `Client`.
      return Object.assign(backend, {
        connection: Object.assign(backend.connection, { pgModule: { Client: HeardClient } }),
      });
    },
    // Each queue has a pool of its own, and each worker one connection more, to LISTEN: kept small, they add up.
    producer: { connection: { ...connect, schema, connectionTimeoutMillis: PRODUCER_TIMEOUT_MS, max: 2 } },
    worker: {
      connection: {
        ...connect,
        schema,
        connectionTimeoutMillis: PATIENT_TIMEOUT_MS,
        max: 3,
        keepAlive: true,
      },
    },
    ping: async () => void (await pool.query('SELECT 1')),
    // Each way into the queue notifies.
    announceHandBack: () => Promise.resolve(),
    // BullMQ 6.7 leaves out of its answer when it counted last: `PostgresQueueBackend.getMetrics`.
    readMetrics: async ({ name }, kind) => {
      const { rows } = await pool.query<MetricsRow>(
        `SELECT count, prev_ts, prev_count, data FROM ${pg.escapeIdentifier(schema)}.metrics
         WHERE queue = $1 AND kind = $2`,
        [name, kind],
      );
      const { count, prev_ts, prev_count, data } = rows[0] ?? NO_METRICS;
      return {
        meta: { count: Number(count), prevTS: Number(prev_ts ?? 0), prevCount: Number(prev_count) },
        data: data.map(Number),
        count: data.length,
      };
    },
    // BullMQ reads a scheduler before it writes it: two processes at once would both start its first job.
    alone: (name, action) =>
      withClient(url, async (client) => {
        await client.query('SELECT pg_advisory_lock(hashtext($1))', [`${schema}:${name}`]);
        await action();
      }),
    close: () => pool.end(),
  };
}

async function createDatabase(url: string): Promise<void> {
  try {
    await withClient(url, () => Promise.resolve());
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== DATABASE_ABSENT) throw error;
  }
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = '/postgres';
  await withClient(address.href, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } catch (error) {
      if (!DATABASE_THERE.includes((error as { code?: string }).code ?? '')) throw error;
    }
  });
}

const migrate = (url: string, schema: string): Promise<void> =>
  withClient(url, async (client) => void (await runMigrations(client, schema)));

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: PATIENT_TIMEOUT_MS });
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end();
  }
}
