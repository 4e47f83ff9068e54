import { spawn, type ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { analysisOptionsSchema, isFinalStatus, type Report } from '@eyeline/contracts';
import { applyMigrations, createDatabase, newAnalysisId, type Database } from '@eyeline/database';
import { removeOutsideCluster, startPostgres } from '@eyeline/embedded';
import { createQueue, type JobQueue } from '@eyeline/queue';
import { createStorage, objectKeys, type ObjectStorage } from '@eyeline/storage';

import { loopClip } from './loop-clip.js';

export interface ScalingSettings {
  readonly clip: string;
  readonly minutes: number;
  /** Numbers of worker processes, with one lane and (on Linux) one core each. */
  readonly workers: readonly number[];
  /** Values of SEGMENT_S. */
  readonly segmentsS: readonly number[];
  readonly onRun: (text: string) => void;
}

export interface ScalingResult {
  readonly workers: number;
  readonly segmentS: number;
  readonly segments: number;
  /** From the moment the queue is told to the report. */
  readonly seconds: number;
  readonly timesRealTime: number;
  /** Against the first row. */
  readonly speedUp: number;
  /** Whether the report is that of the first row, but for its id and the number of segments. */
  readonly sameReport: boolean;
}

const WORKER = new URL('../apps/worker/src/main.js', import.meta.url).pathname;

/** One video on several worker processes: the real queue (on PostgreSQL), database and storage folder. */
export async function measureScaling(settings: ScalingSettings): Promise<ScalingResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  await chmod(folder, 0o755); // PostgreSQL's system user has to pass through
  try {
    const postgres = await startPostgres({ dataDir: folder, isDurable: false });
    try {
      const databaseUrl = `${postgres.url}/eyeline`;
      await applyMigrations(databaseUrl);
      const installation = await openInstallation(databaseUrl, `${postgres.url}/eyeline_queue`, folder);
      try {
        return await runAll(installation, settings);
      } finally {
        await installation.queue.close();
        await installation.database.close();
      }
    } finally {
      await postgres.stop();
      await removeOutsideCluster(folder);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Installation {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly storage: ObjectStorage;
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
}

async function openInstallation(
  databaseUrl: string,
  queueUrl: string,
  folder: string,
): Promise<Installation> {
  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    QUEUE_DATABASE_URL: queueUrl,
    EYELINE_DATA_DIR: folder,
    WORKER_CONCURRENCY: '1',
  };
  return {
    database: createDatabase(databaseUrl),
    queue: await createQueue({ kind: 'postgres', url: queueUrl }, { lockMs: 30_000, onError: fail }),
    storage: createStorage({ kind: 'folder', root: join(folder, 'objects') }),
    environment,
    folder,
  };
}

async function runAll(installation: Installation, settings: ScalingSettings): Promise<ScalingResult[]> {
  const { clip, minutes, workers, segmentsS, onRun } = settings;
  const looped = join(installation.folder, 'looped.mp4');
  await loopClip(clip, looped, minutes);
  const results: ScalingResult[] = [];
  let first: { seconds: number; report: Report } | null = null;
  for (const segmentS of segmentsS) {
    for (const count of workers) {
      const { seconds, report } = await runOnce(installation, looped, count, segmentS);
      first ??= { seconds, report };
      const result = {
        ...{ workers: count, segmentS, seconds },
        segments: report.sampling.segments,
        timesRealTime: (minutes * 60) / seconds,
        speedUp: first.seconds / seconds,
        sameReport: isDeepStrictEqual(withoutNames(report), withoutNames(first.report)),
      };
      onRun(`${count} workers, ${result.segments} segments: ${seconds.toFixed(1)} s`);
      results.push(result);
    }
  }
  return results;
}

async function runOnce(
  { database, queue, storage, environment }: Installation,
  video: string,
  count: number,
  segmentS: number,
): Promise<{ seconds: number; report: Report }> {
  const settings = { ...environment, SEGMENT_S: String(segmentS) };
  const workers = await Promise.all(Array.from({ length: count }, (_, i) => startWorker(settings, i)));
  try {
    const id = newAnalysisId();
    const videoKey = objectKeys.video(id);
    const stored = await storage.put(videoKey, createReadStream(video));
    await database.analyses.create({
      ...{ id, projectId: 'bench', tag: null, metadata: {}, videoKey },
      ...{ videoBytes: stored.sizeBytes, videoSha256: stored.sha256 },
      options: analysisOptionsSchema.parse({ retain_video_hours: 0 }),
    });
    const startedAtMs = performance.now();
    await database.outbox.drain(({ jobName, payload, ...options }) =>
      queue.enqueue(jobName, payload as never, options),
    );
    for (;;) {
      await sleep(50);
      const row = await database.analyses.findById(id);
      if (row === null || !isFinalStatus(row.status)) continue;
      const seconds = (performance.now() - startedAtMs) / 1000;
      const report = await database.analyses.findReport('bench', id);
      if (report === null) throw new Error(`The analysis ended ${row.status}: ${JSON.stringify(row.error)}`);
      return { seconds, report };
    }
  } finally {
    await Promise.all(workers.map(stopWorker));
  }
}

/**
 * Every worker and its ffmpeg get one core, in turn, as if each ran on a machine of its own: left alone, one worker
 * already takes two cores, one to decode and one to infer, and a small machine has nothing left for a second one.
 */
async function startWorker(environment: NodeJS.ProcessEnv, index: number): Promise<ChildProcess> {
  const command = [process.execPath, WORKER];
  if (process.platform === 'linux') command.unshift('taskset', '-c', String(index % availableParallelism()));
  const child = spawn(command[0], command.slice(1), {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('worker ready')) ready();
    });
    child.once('exit', (code) => failed(new Error(`A worker ended with ${code}.`)));
  });
  return child;
}

async function stopWorker(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const withoutNames = (report: Report): unknown => ({
  ...report,
  analysis_id: null,
  sampling: { ...report.sampling, segments: null },
});

const fail = (error: Error): never => {
  throw error;
};
