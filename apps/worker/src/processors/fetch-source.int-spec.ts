import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { analysisOptionsSchema, type AnalysisOptionsInput } from '@eyeline/contracts';
import { newAnalysisId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import {
  fixture,
  openWorkerRig,
  sendFile,
  type SourceServer,
  startSourceServer,
  type WorkerProcess,
  type WorkerRig,
} from '@eyeline/testing';

jest.setTimeout(90_000);

const LOCK_MS = 2_000;
const SECRET = 'signature=do-not-tell';

/** Real: PostgreSQL, Redis, storage folder, a web server on loopback, built workers in processes of their own. */
describe.each(['postgres', 'redis'] as const)('videos from addresses, queue on %s', (kind) => {
  let rig: WorkerRig;
  let server: SourceServer;
  let clip: Buffer;

  beforeAll(async () => {
    clip = await readFile(fixture('average-person.mp4'));
    server = await startSourceServer();
    rig = await openWorkerRig(kind, LOCK_MS, {
      SOURCE_ALLOWED_RANGES: '127.0.0.0/8',
      RECONCILE_INTERVAL_S: '1',
      SWEEP_INTERVAL_S: '1',
    });
  });
  afterEach(async () => {
    await rig.killWorkers();
    await rig.database.outbox.drain(() => Promise.resolve());
  });
  afterAll(async () => {
    await rig?.close();
    await server?.close();
  });

  /** As the API does it. */
  const create = async (options: AnalysisOptionsInput = {}): Promise<string> => {
    const id = newAnalysisId();
    await rig.database.analyses.create({
      ...{ id, projectId: 'default', tag: null, metadata: {}, options: analysisOptionsSchema.parse(options) },
      ...{ sourceUrl: server.addressOf(`/${id}?${SECRET}`), videoKey: objectKeys.video(id) },
      ...{ videoBytes: null, videoSha256: null },
    });
    return id;
  };
  const submit = async (options?: AnalysisOptionsInput): Promise<string> => {
    const id = await create(options);
    await rig.deliver();
    return id;
  };
  const requestsOf = (id: string) => server.requests.filter(({ path }) => path.includes(id));
  const untilAsked = async (id: string, times = 1): Promise<void> => {
    while (requestsOf(id).length < times) await sleep(20);
  };
  const untilStale = async (worker: WorkerProcess): Promise<void> => {
    while (!worker.log.some(({ outcome }) => outcome === 'stale')) await sleep(20);
  };
  const nextDay = () => new Date(Date.now() + 24 * 3600_000);

  it('are fetched, analysed, and leave what an upload leaves', async () => {
    server.answer((request, response) =>
      sendFile(request, response, clip, request.headers.range === undefined ? { cutAfter: 200_000 } : {}),
    );
    const worker = await rig.startWorker({ LOG_LEVEL: 'trace' });
    const id = await submit({ end_s: 1 });
    const stages = new Set<string>();
    const row = await rig.follow(id, ({ status, stage }) => {
      stages.add(stage);
      return status === 'completed' || status === 'failed';
    });
    const videoSha256 = createHash('sha256').update(clip).digest('hex');
    expect(row).toMatchObject({ status: 'completed', videoBytes: clip.length, videoSha256, sourceUrl: null });
    expect(row.video).toMatchObject({ size_bytes: clip.length, sha256: videoSha256 });
    await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
    expect(requestsOf(id)).toHaveLength(2);
    expect(worker.log.some(({ msg }) => msg === 'video fetched')).toBe(true);
    expect(JSON.stringify(worker.log)).not.toMatch(/do-not-tell|signature/);
  });

  it('that are not there fail at once, those of a server in trouble are tried again', async () => {
    const worker = await rig.startWorker();
    server.answer((_request, response) => response.writeHead(404).end());
    const gone = await submit();
    expect(await rig.finish(gone)).toMatchObject({
      status: 'failed',
      error: { code: 'source_unreachable', detail: 'The server answered 404.' },
      ...{ videoBytes: null, video: null },
    });
    expect(requestsOf(gone)).toHaveLength(1);

    server.answer((request, response) => {
      if (server.requests.filter(({ path }) => path === request.url).length === 1)
        response.writeHead(503, { 'Retry-After': '1' }).end();
      else sendFile(request, response, clip);
    });
    const troubled = await submit({ end_s: 1 });
    expect(await rig.finish(troubled)).toMatchObject({ status: 'completed' });
    expect(requestsOf(troubled)).toHaveLength(2);

    server.answer((_request, response) =>
      response.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
    );
    const forbidden = await submit();
    expect(await rig.finish(forbidden)).toMatchObject({ error: { code: 'source_forbidden' } });
    for (const id of [gone, forbidden]) expect(await rig.listObjects(id)).toEqual([]);
    expect(JSON.stringify(worker.log)).not.toMatch(/do-not-tell|signature/);
  });

  it('are fetched again by a retry, although the first copy is gone', async () => {
    await rig.startWorker();
    server.answer((request, response) => sendFile(request, response, Buffer.from('no video')));
    const id = await submit({ end_s: 1, retain_video_hours: 0 });
    expect(await rig.finish(id)).toMatchObject({ status: 'failed', error: { code: 'unsupported_media' } });
    await rig.untilObjectsAre(id, []); // by the sweep
    expect(await rig.database.analyses.findById(id)).toMatchObject({ videoDeletedAt: expect.any(Date) });

    server.answer((request, response) => sendFile(request, response, clip));
    expect(await rig.database.analyses.retry('default', id)).toMatchObject({
      ...{ status: 'queued', stage: 'queued', attempt: 2, videoBytes: null, videoDeletedAt: null },
    });
    await rig.deliver();
    expect(await rig.finish(id)).toMatchObject({ status: 'completed', videoBytes: clip.length });
    await rig.untilObjectsAre(id, ['2/frames.ndjson']);
  });

  it.each(['canceled', 'deleted'])('are let go within two seconds when they are %s', async (how) => {
    server.answer((_request, response) => {
      response.writeHead(200, { 'Content-Length': clip.length }).write(clip.subarray(0, 100_000));
    });
    const worker = await rig.startWorker();
    const id = await submit();
    await rig.follow(id, ({ stage, progress }) => stage === 'fetching' && progress > 0);
    const endedAtMs = performance.now();
    if (how === 'canceled') await rig.database.analyses.cancel('default', id, nextDay());
    else await rig.database.analyses.remove(id);
    await untilStale(worker);
    expect(performance.now() - endedAtMs).toBeLessThan(2000);
    while ((await server.connections()) > 0) await sleep(20);
    expect(await rig.listObjects(id)).toEqual([]);
    expect(await rig.storage.removeUnfinished(nextDay())).toBe(0);
    const row = await rig.database.analyses.findById(id);
    expect(row).toEqual(
      how === 'deleted' ? null : expect.objectContaining({ status: 'canceled', sourceUrl: null }),
    );
  });

  it('are fetched by another worker when the first one dies in the middle', async () => {
    server.answer((request, response) => {
      if (requestsOf((request.url ?? '').slice(1, 24)).length > 1) sendFile(request, response, clip);
      else response.writeHead(200, { 'Content-Length': clip.length }).write(clip.subarray(0, 100_000));
    });
    const killed = await rig.startWorker();
    const id = await submit({ end_s: 1 });
    await untilAsked(id);
    await rig.follow(id, ({ progress }) => progress > 0);
    await killed.end('SIGKILL');
    await rig.startWorker();
    expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
    await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
    expect(await rig.storage.removeUnfinished(nextDay())).toBe(0);
  });

  it('are fetched although the queue was never told, or knew it was done before its row did', async () => {
    server.answer((request, response) => sendFile(request, response, clip));
    const untold = await create({ end_s: 1 });
    // Fetched, but the worker died before the next job reached the queue.
    const fetched = await create({ end_s: 1 });
    await rig.storage.put(objectKeys.video(fetched), clip);
    const attempt = { analysisId: fetched, attempt: 1 };
    await rig.database.attempts.start(attempt, 'fetching');
    const stored = { sizeBytes: clip.length, sha256: createHash('sha256').update(clip).digest('hex') };
    expect(await rig.database.attempts.setFetched(attempt, stored)).toBe(true);
    expect(await rig.database.attempts.setFetched(attempt, stored)).toBe(false);
    await rig.startWorker();
    for (const id of [untold, fetched]) expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
    expect(requestsOf(untold)).toHaveLength(1);
    expect(requestsOf(fetched)).toHaveLength(0);
  });

  if (kind === 'redis') {
    it('are fetched although the queue has lost everything', async () => {
      let isHeld = true;
      server.answer((request, response) => {
        if (isHeld) response.writeHead(503, { 'Retry-After': '600' }).end();
        else sendFile(request, response, clip);
      });
      const first = await rig.startWorker();
      const id = await submit({ end_s: 1 });
      await untilAsked(id);
      await first.end('SIGKILL');
      await rig.wipeRedis();
      isHeld = false;
      await rig.startWorker();
      expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
    });
  }
});
