import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { analysisOptionsSchema, type AnalysisOptionsInput, isFinalStatus } from '@eyeline/contracts';
import {
  type AnalysisRow,
  applyMigrations,
  createDatabase,
  type Database,
  newAnalysisId,
} from '@eyeline/database';
import { findFreePort } from '@eyeline/embedded';
import { createQueue, type JobQueue } from '@eyeline/queue';
import { createStorage, objectKeys, type ObjectStorage } from '@eyeline/storage';

import { fixture } from './clips.js';
import { createTestDatabase } from './create-test-database.js';
import { startRedis } from './servers/start-redis.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

/** Everything that workers need around them, and a hand in the API's place. */
export interface WorkerRig {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly storage: ObjectStorage;
  readonly dataDir: string;
  /** A built worker in a process of its own, with settings beside those of the rig. */
  startWorker(settings?: NodeJS.ProcessEnv): Promise<WorkerProcess>;
  /** As the API does it: the object, then the row with its outbox entry. Without a body there is no object. */
  create(body: Readable | null, options?: AnalysisOptionsInput, projectId?: string): Promise<string>;
  /** Hands the outbox to the queue. */
  deliver(): Promise<void>;
  /** `create` and `deliver`, by default of a fixture. */
  submit(body: Readable | null, options?: AnalysisOptionsInput): Promise<string>;
  submitClip(options?: AnalysisOptionsInput): Promise<string>;
  /** Follows the analysis until `done`; progress must never go back on the way. */
  follow(id: string, done: (row: AnalysisRow) => boolean): Promise<AnalysisRow>;
  finish(id: string): Promise<AnalysisRow>;
  /** Names of the objects that an analysis has, without its prefix, sorted. */
  listObjects(id: string): Promise<string[]>;
  /** Waits until they are those. */
  untilObjectsAre(id: string, expected: readonly string[]): Promise<void>;
  /** Kills the workers that were started. */
  killWorkers(): Promise<void>;
  /** Redis alone: ends the server without saving and starts an empty one in its place. */
  wipeRedis(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 45_000;

/** A database, a queue on the given kind of server, and a storage folder, all empty. Workers need a build. */
export async function openWorkerRig(
  kind: 'postgres' | 'redis',
  lockMs: number,
  settings: NodeJS.ProcessEnv = {},
): Promise<WorkerRig> {
  const databases = [await createTestDatabase(), await createTestDatabase()];
  const port = await findFreePort();
  let redis = kind === 'redis' ? await startRedis({ port }) : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'eyeline-worker-'));
  await applyMigrations(databases[0].url);
  const database = createDatabase(databases[0].url);
  const storage = createStorage({ kind: 'folder', root: join(dataDir, 'objects') });
  const queue = await createQueue(
    { kind, url: redis?.url ?? databases[1].url },
    { lockMs, onError: () => undefined }, // a test ends the server on purpose
  );
  const environment = {
    DATABASE_URL: databases[0].url,
    ...(redis === null ? { QUEUE_DATABASE_URL: databases[1].url } : { REDIS_URL: redis.url }),
    EYELINE_DATA_DIR: dataDir,
    WORKER_CONCURRENCY: '1',
    JOB_LOCK_MS: String(lockMs),
    ...settings,
  };
  let workers: WorkerProcess[] = [];

  const killWorkers = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    workers = [];
  };
  const create: WorkerRig['create'] = async (body, options = {}, projectId = 'default') => {
    const id = newAnalysisId();
    const videoKey = objectKeys.video(id);
    const stored = body === null ? { sizeBytes: 1, sha256: '0' } : await storage.put(videoKey, body);
    await database.analyses.create({
      ...{ id, projectId, tag: null, metadata: {} },
      options: analysisOptionsSchema.parse(options),
      ...{ videoKey, videoBytes: stored.sizeBytes, videoSha256: stored.sha256 },
    });
    return id;
  };
  const deliver = async (): Promise<void> => {
    await database.outbox.drain(({ jobName, payload, ...options }) =>
      queue.enqueue(jobName, payload as never, options),
    );
  };
  const submit: WorkerRig['submit'] = async (body, options) => {
    const id = await create(body, options);
    await deliver();
    return id;
  };
  const follow: WorkerRig['follow'] = async (id, done) => {
    let before = 0;
    for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs; await sleep(50)) {
      const row = await database.analyses.findById(id);
      if (row === null) throw new Error('the analysis is gone');
      if (row.progress < before) throw new Error(`progress went back from ${before} to ${row.progress}`);
      before = row.progress;
      if (done(row)) return row;
    }
    throw new Error(`it took too long: ${JSON.stringify(await database.analyses.findById(id))}`);
  };
  const listObjects: WorkerRig['listObjects'] = async (id) => {
    const keys: string[] = [];
    for await (const { key } of storage.list(objectKeys.all(id)))
      keys.push(key.slice(objectKeys.all(id).length));
    return keys.sort();
  };

  return {
    ...{ database, queue, storage, dataDir, killWorkers, create, deliver, submit, follow, listObjects },
    startWorker: async (more = {}) => {
      const worker = await startWorkerProcess({ ...environment, ...more });
      workers.push(worker);
      return worker;
    },
    submitClip: (options) => submit(createReadStream(fixture('average-person.mp4')), options),
    finish: (id) => follow(id, ({ status }) => isFinalStatus(status)),
    untilObjectsAre: async (id, expected) => {
      let found = await listObjects(id);
      for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs; await sleep(50)) {
        found = await listObjects(id);
        if (found.join() === expected.join()) return;
      }
      throw new Error(`the objects are ${found.join(', ')}`);
    },
    wipeRedis: async () => {
      await redis?.stop();
      redis = await startRedis({ port });
    },
    close: async () => {
      await killWorkers();
      await queue.close();
      await database.close();
      await redis?.stop();
      for (const one of databases) await one.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
