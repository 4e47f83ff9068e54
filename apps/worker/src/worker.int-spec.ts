import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  analysisOptionsSchema,
  isFinalStatus,
  reportSchema,
  type AnalysisOptionsInput,
  type FrameRecord,
  type JobPayload,
} from '@eyeline/contracts';
import { applyMigrations, createDatabase, newAnalysisId, type Database } from '@eyeline/database';
import { createQueue, type JobQueue } from '@eyeline/queue';
import { createStorage, objectKeys, type ObjectStorage } from '@eyeline/storage';
import {
  createTestDatabase,
  fixture,
  startRedis,
  startWorkerProcess,
  type RunningServer,
  type TestDatabase,
  type WorkerProcess,
} from '@eyeline/testing';

/** Longer than what the tests wait for: only a job that was handed back is taken up again before. */
const LONG_LOCK_MS = 60_000;
const SHORT_LOCK_MS = 2_000;

jest.setTimeout(60_000);

/** Real: PostgreSQL, Redis, storage folder, the built worker in processes of its own, ffmpeg, the networks. */
describe.each(['postgres', 'redis'] as const)('a worker with its queue on %s', (kind) => {
  let databases: TestDatabase[];
  let redis: RunningServer | null = null;
  let dataDir: string;
  let environment: NodeJS.ProcessEnv;
  let database: Database;
  let queue: JobQueue;
  let storage: ObjectStorage;
  let workers: WorkerProcess[] = [];

  beforeAll(async () => {
    databases = [await createTestDatabase(), await createTestDatabase()];
    redis = kind === 'redis' ? await startRedis() : null;
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-worker-'));
    environment = {
      DATABASE_URL: databases[0].url,
      ...(redis === null ? { QUEUE_DATABASE_URL: databases[1].url } : { REDIS_URL: redis.url }),
      EYELINE_DATA_DIR: dataDir,
      WORKER_CONCURRENCY: '1',
      JOB_LOCK_MS: String(LONG_LOCK_MS),
    };
    await applyMigrations(databases[0].url);
    database = createDatabase(databases[0].url);
    storage = createStorage({ kind: 'folder', root: join(dataDir, 'objects') });
    queue = await createQueue(
      { kind, url: redis?.url ?? databases[1].url },
      { lockMs: LONG_LOCK_MS, onError: (error) => console.error(error) },
    );
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    workers = [];
  });

  afterAll(async () => {
    await queue.close();
    await database.close();
    await redis?.stop();
    for (const one of databases) await one.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const startWorker = async (settings: NodeJS.ProcessEnv = {}): Promise<WorkerProcess> => {
    const worker = await startWorkerProcess({ ...environment, ...settings });
    workers.push(worker);
    return worker;
  };

  /** As the API does it: the object, then the row with its outbox entry. */
  const create = async (body: Readable | null, input: AnalysisOptionsInput): Promise<string> => {
    const id = newAnalysisId();
    const videoKey = objectKeys.video(id);
    const stored = body === null ? { sizeBytes: 1, sha256: '0' } : await storage.put(videoKey, body);
    await database.analyses.create({
      id,
      projectId: 'default',
      tag: null,
      metadata: {},
      options: analysisOptionsSchema.parse(input),
      videoKey,
      videoBytes: stored.sizeBytes,
      videoSha256: stored.sha256,
    });
    return id;
  };

  const submit = async (body: Readable | null, input: AnalysisOptionsInput = {}): Promise<string> => {
    const id = await create(body, input);
    await database.outbox.drain(({ jobName, payload }) =>
      queue.enqueue(jobName, payload as JobPayload<typeof jobName>),
    );
    return id;
  };

  const submitClip = (input: AnalysisOptionsInput = {}) =>
    submit(createReadStream(fixture('average-person.mp4')), input);

  /** Follows the analysis until `done`, and checks on the way that progress never goes back. */
  const follow = async (id: string, done: (row: { progress: number; ended: boolean }) => boolean) => {
    let before = 0;
    for (const untilMs = Date.now() + 45_000; Date.now() < untilMs; await sleep(50)) {
      const row = await database.analyses.findById(id);
      if (row === null) throw new Error('the analysis is gone');
      expect(row.progress).toBeGreaterThanOrEqual(before);
      before = row.progress;
      if (done({ progress: row.progress, ended: isFinalStatus(row.status) })) return row;
    }
    throw new Error('it took too long');
  };

  const finish = (id: string) => follow(id, ({ ended }) => ended);
  const untilHalfway = (id: string) => follow(id, ({ progress }) => progress > 0.15);

  /** Names of the objects that an analysis has, once they stay as they are. */
  const listObjects = async (id: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of storage.list(objectKeys.all(id)))
      keys.push(key.slice(objectKeys.all(id).length));
    return keys.sort();
  };
  const untilObjectsAre = async (id: string, expected: string[]): Promise<void> => {
    for (const untilMs = Date.now() + 5_000; Date.now() < untilMs; await sleep(50)) {
      if ((await listObjects(id)).join() === expected.join()) return;
    }
    expect(await listObjects(id)).toEqual(expected);
  };

  const readResults = async (id: string) => {
    const report = reportSchema.parse(await database.analyses.findReport('default', id));
    const lines = await text(await storage.get(objectKeys.frames(id, 1)));
    const frames = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as FrameRecord);
    return { report, frames };
  };

  /** Every frame of the clip once, in order, and a ledger that adds up. */
  const expectWhole = async (id: string): Promise<void> => {
    const { report, frames } = await readResults(id);
    const { sampling } = report;
    expect(sampling.frames_decoded).toBe(505);
    expect(sampling.frames_analyzed + sampling.frames_skipped + sampling.frames_failed).toBe(505);
    expect(frames).toHaveLength(sampling.frames_analyzed);
    expect(frames.every((frame, i) => i === 0 || frame.t_s > frames[i - 1].t_s)).toBe(true);
    await untilObjectsAre(id, ['1/frames.ndjson', 'video']);
  };

  const findFfmpegOf = async (folder: string): Promise<string[]> => {
    const lines = await Promise.all(
      (await readdir('/proc'))
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
    );
    return lines
      .filter((line) => line.startsWith('ffmpeg') || line.includes('/ffmpeg'))
      .filter((line) => line.includes(folder));
  };

  const untilNoFfmpeg = async (): Promise<void> => {
    for (const untilMs = Date.now() + 3_000; Date.now() < untilMs; await sleep(50)) {
      if ((await findFfmpegOf(dataDir)).length === 0) return;
    }
    expect(await findFfmpegOf(dataDir)).toEqual([]);
  };

  it('makes a report of a video and leaves nothing but the results and the video', async () => {
    await startWorker();
    const id = await submitClip();
    const row = await finish(id);
    expect(row).toMatchObject({ status: 'completed', stage: 'completed', progress: 1, error: null });
    expect(row.video).toMatchObject({ width: 640, height: 360, codec: 'h264', size_bytes: row.videoBytes });
    expect(row.expiresAt!.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 3600_000);
    const { report, frames } = await readResults(id);
    expect(report.analysis_id).toBe(id);
    expect(report.sampling.frames_decoded).toBe(101);
    expect(frames).toHaveLength(report.sampling.frames_analyzed);
    await untilObjectsAre(id, ['1/frames.ndjson', 'video']);
    await untilNoFfmpeg();

    const notKept = await submitClip({ retain_video_hours: 0, end_s: 1 });
    await finish(notKept);
    await untilObjectsAre(notKept, ['1/frames.ndjson']);
  });

  it('loses nothing when it is killed in the middle: another one takes the job up, once', async () => {
    const killed = await startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    const id = await submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    await killed.end('SIGKILL');
    await untilNoFfmpeg();
    const before = (await database.analyses.findById(id))!;
    expect(before.status).toBe('processing');

    await startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    expect((await finish(id)).status).toBe('completed');
    await expectWhole(id);
  });

  it('hands its job back on SIGTERM and ends with 0', async () => {
    const stopped = await startWorker();
    const id = await submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    const { exitCode, tookMs } = await stopped.end('SIGTERM');
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    await untilNoFfmpeg();

    // Its lock would last a minute: the next worker can only have got the job by its being handed back.
    await startWorker();
    expect((await finish(id)).status).toBe('completed');
    await expectWhole(id);
  });

  it('stops in order when its parent vanishes', async () => {
    const worker = await startWorker({ EYELINE_LIFELINE: 'stdin' });
    const startedAtMs = Date.now();
    // A parent that is killed reads no log any more either.
    for (const stream of worker.child.stdio) stream?.destroy();
    while (worker.child.exitCode === null && Date.now() - startedAtMs < 10_000) await sleep(20);
    expect(worker.child.exitCode).toBe(0);
  });

  it('ends with 0 on SIGINT, as after Ctrl-C', async () => {
    expect((await (await startWorker()).end('SIGINT')).exitCode).toBe(0);
  });

  it('ends what cannot be done as failed, with its code and no object but the upload', async () => {
    await startWorker();
    const nonsense = await submit(Readable.from([Buffer.alloc(50_000, 'no video ')]));
    const gone = await submit(null);
    const behindTheEnd = await submitClip({ start_s: 100 });
    // A job whose plan has got lost is tried again before it is given up.
    const halfDone = await create(Readable.from([Buffer.from('x')]), {});
    await database.attempts.start({ analysisId: halfDone, attempt: 1 });
    await queue.enqueue('assemble-report', { analysisId: halfDone, attempt: 1 });

    const errorOf = async (id: string) => {
      const { status, error } = await finish(id);
      expect(status).toBe('failed');
      return error;
    };
    expect(await errorOf(nonsense)).toMatchObject({ code: 'unsupported_media', request_id: null });
    expect(await errorOf(gone)).toMatchObject({ code: 'not_found' });
    expect(await errorOf(behindTheEnd)).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/start_s' }],
    });
    expect(await errorOf(halfDone)).toMatchObject({ code: 'internal' });
    for (const id of [nonsense, behindTheEnd, halfDone]) await untilObjectsAre(id, ['video']);
    await untilObjectsAre(gone, []);
  });

  it('stops decoding when the analysis is deleted, and leaves nothing of it', async () => {
    const worker = await startWorker();
    const id = await submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    await database.analyses.remove(id);
    const removedAtMs = Date.now();
    while (!worker.log.some(({ outcome }) => outcome === 'stale') && Date.now() - removedAtMs < 5000)
      await sleep(20);
    expect(Date.now() - removedAtMs).toBeLessThan(2000);
    await untilObjectsAre(id, []);
    await untilNoFfmpeg();
  });
});
