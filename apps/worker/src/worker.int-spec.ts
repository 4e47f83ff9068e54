import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { reportSchema, type FrameRecord } from '@eyeline/contracts';
import { probeVideo } from '@eyeline/media';
import { objectKeys } from '@eyeline/storage';
import {
  ClipMaker,
  COLD,
  layColorReader,
  layEmotionNetwork,
  makeBrightnessClassifier,
  makeRefusingFfmpeg,
  makeTintedClip,
  openWorkerRig,
  readDistances,
  tintDistances,
  WARM,
  type WorkerRig,
} from '@eyeline/testing';

/** Longer than what the tests wait for: only a job that was handed back is taken up again before. */
const LONG_LOCK_MS = 60_000;
const SHORT_LOCK_MS = 2_000;

jest.setTimeout(60_000);

/** Real: PostgreSQL, Redis, storage folder, the built worker in processes of its own, ffmpeg, the networks. */
describe.each(['postgres', 'redis'] as const)('a worker with its queue on %s', (kind) => {
  let rig: WorkerRig;

  beforeAll(async () => {
    rig = await openWorkerRig(kind, LONG_LOCK_MS);
  });
  afterEach(() => rig.killWorkers());
  afterAll(() => rig.close());

  const untilHalfway = (id: string) => rig.follow(id, ({ progress }) => progress > 0.15);

  const readResults = async (id: string) => {
    const report = reportSchema.parse(await rig.database.analyses.findReport('default', id));
    const lines = await text(await rig.storage.get(objectKeys.frames(id, 1)));
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
    await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
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
    for (const untilMs = Date.now() + 20_000; Date.now() < untilMs; await sleep(50)) {
      if ((await findFfmpegOf(rig.dataDir)).length === 0) return;
    }
    expect(await findFfmpegOf(rig.dataDir)).toEqual([]);
  };

  it('tells that it lives, what it has in work, and that it goes', async () => {
    const { workers } = rig.database;
    const worker = await rig.startWorker({ WORKER_CONCURRENCY: '1' });
    const look = () => workers.list(new Date(Date.now() - 20_000));
    const findOne = async () => (await look()).find(({ pid }) => pid === worker.child.pid);
    for (const untilMs = Date.now() + 10_000; (await findOne()) === undefined && Date.now() < untilMs;) {
      await sleep(50);
    }
    expect(await findOne()).toMatchObject({
      ...{ id: expect.stringMatching(/^wk_/), host: expect.any(String), lanes: 1 },
      ...{ version: expect.stringMatching(/^\d/), models: expect.arrayContaining([expect.any(String)]) },
    });
    const id = await rig.submitClip();
    const isShown = async () =>
      (await findOne())?.currentJobs.some(({ analysisId }) => analysisId === id) === true;
    for (const untilMs = Date.now() + 15_000; !(await isShown()) && Date.now() < untilMs;) await sleep(50);
    expect(await isShown()).toBe(true);
    // A stop in the middle of it may be cut short on a busy machine, and is another test's matter.
    await rig.finish(id);
    expect((await worker.end('SIGTERM')).exitCode).toBe(0);
    expect(await findOne()).toBeUndefined();
  });

  it('makes a report of a video and leaves nothing but the results and the video', async () => {
    // A graphics card that is not there must not matter.
    await rig.startWorker({ HOME: rig.dataDir, DECODE_HWACCEL: 'cuda', EXECUTION_PROVIDER: 'cuda' });
    const id = await rig.submitClip();
    const row = await rig.finish(id);
    expect(row).toMatchObject({ status: 'completed', stage: 'completed', progress: 1, error: null });
    expect(row.video).toMatchObject({ width: 640, height: 360, codec: 'h264', size_bytes: row.videoBytes });
    expect(row.expiresAt!.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 3600_000);
    const { report, frames } = await readResults(id);
    expect(report.analysis_id).toBe(id);
    expect(report.sampling.frames_decoded).toBe(101);
    expect(frames).toHaveLength(report.sampling.frames_analyzed);
    await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
    await untilNoFfmpeg();
    // onnxruntime would keep an id there by which it reports to its maker.
    expect(await readdir(rig.dataDir)).not.toContain('.cache');

    const notKept = await rig.submitClip({ retain_video_hours: 0, end_s: 1 });
    await rig.finish(notKept);
    await rig.untilObjectsAre(notKept, ['1/frames.ndjson']);
  });

  it('reads emotions by the network that the analysis names, and does not start without one that is offered', async () => {
    const models = join(rig.dataDir, 'networks');
    layBrightnessClassifier(models, 'bright');
    await rig.startWorker({ MODELS_DIR: models, EMOTION_MODELS: 'bright' });
    const id = await rig.submitClip({ emotion_model: 'bright', end_s: 1 });
    expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
    const { report } = await readResults(id);
    expect(report.models.find(({ role }) => role === 'emotion')).toMatchObject({ name: 'bright' });
    const other = await rig.submitClip({ end_s: 1 });
    await rig.finish(other);
    const { report: usual } = await readResults(other);
    expect(usual.models.find(({ role }) => role === 'emotion')?.name).not.toBe('bright');
    await expect(rig.startWorker({ MODELS_DIR: models, EMOTION_MODELS: 'bright,gone' })).rejects.toThrow(
      'no network "gone" for emotion',
    );
  });

  it('fails what names a network that no worker has, and says which there are', async () => {
    const models = join(rig.dataDir, 'networks-to-come');
    const worker = await rig.startWorker({ MODELS_DIR: models });
    const id = await rig.submitClip({ emotion_model: 'gone', end_s: 1 });
    const { status, error } = await rig.finish(id);
    expect([status, error]).toMatchObject([
      'failed',
      {
        ...{ code: 'model_unavailable', status: 503 },
        detail: expect.stringMatching(/no network "gone" for emotion. There are: .*emotion-s4-int8/),
      },
    ]);
    const tries = worker.log.filter(({ code }) => code === 'model_unavailable');
    expect(tries.filter(({ outcome }) => outcome === 'failed').map((line) => line.try)).toEqual([1, 2, 3]);
    await rig.untilObjectsAre(id, ['video']);

    // another worker, or this one, may have it by the next try
    const other = await rig.submitClip({ compare: true, compare_model: 'late', end_s: 1 });
    const hasFailed = (): boolean =>
      worker.log.filter(({ outcome, code }) => outcome === 'failed' && code === 'model_unavailable').length >
      3;
    for (const untilMs = Date.now() + 15_000; !hasFailed() && Date.now() < untilMs;) await sleep(20);
    layBrightnessClassifier(models, 'late');
    expect(await rig.finish(other)).toMatchObject({ status: 'completed' });
    expect((await readResults(other)).report.comparison).toMatchObject({ model: { name: 'late' } });
  });

  it('asks a second network about the same faces, in however many pieces, and names it', async () => {
    const models = join(rig.dataDir, 'networks');
    layBrightnessClassifier(models, 'bright');
    await rig.startWorker({ MODELS_DIR: models, EMOTION_COMPARE_MODEL: 'bright', SEGMENT_S: '2' });
    const id = await rig.submitClip({ compare: true, compare_model: 'bright', end_s: 6 });
    expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
    const { report } = await readResults(id);
    expect(report.sampling.segments).toBeGreaterThan(1);
    expect(report.models.find(({ role }) => role === 'emotion')?.name).not.toBe('bright');
    const { model, observations, uncertain, agreement, disagreements, disagreements_total } =
      report.comparison!;
    expect(model).toMatchObject({ role: 'emotion', name: 'bright' });
    expect(observations + uncertain).toBe(report.faces[0].frames);
    // it takes every bright face for a happy one; the person is calm for 2.4 s, then happy
    expect(agreement).toBeGreaterThan(0.3);
    expect(agreement).toBeLessThan(0.7);
    expect(disagreements).toHaveLength(disagreements_total);
    expect(disagreements[0]).toMatchObject({
      ...{ face_id: 1, start_s: 0, emotion: 'neutral', compared_emotion: 'happy' },
    });
    expect(disagreements[0].end_s).toBeGreaterThan(2.2);
    const other = await rig.submitClip({ end_s: 1 });
    await rig.finish(other);
    const { report: usual } = await readResults(other);
    expect(usual).not.toHaveProperty('comparison');
    await expect(rig.startWorker({ MODELS_DIR: models, EMOTION_COMPARE_MODEL: 'gone' })).rejects.toThrow(
      'no network "gone" for emotion',
    );
  });

  it('shows networks the colours that they read, as each video says that its colours are to be read', async () => {
    const models = join(rig.dataDir, 'networks');
    layColorReader(models, { name: 'colors-rgb', channels: 'rgb', layout: 'NCHW' });
    layColorReader(models, { name: 'colors-bgr', channels: 'bgr', layout: 'NHWC' });
    const named = { EMOTION_MODEL: 'colors-rgb', EMOTION_MODELS: 'colors-bgr' };
    await rig.startWorker({ MODELS_DIR: models, ...named });
    const clips = new ClipMaker();
    const colored = [
      [null, { ...WARM, matrix: 'bt601' }],
      ['colors-bgr', { ...COLD, matrix: 'bt709' }],
    ] as const;
    for (const [emotion_model, tint] of colored) {
      const path = makeTintedClip(clips, `${tint.matrix}.mp4`, tint);
      const id = await rig.submit(createReadStream(path), { emotion_model, smoothing: { alpha: 1 } });
      expect(await rig.finish(id)).toMatchObject({ status: 'completed' });
      const { frames } = await readResults(id);
      expect(frames).toHaveLength(7);
      const expected = tintDistances(tint);
      for (const { faces } of frames) {
        const seen = readDistances(faces[0].emotions);
        expect(Math.abs(seen.redLessGreen - expected.redLessGreen)).toBeLessThan(2.5);
        expect(Math.abs(seen.blueLessGreen - expected.blueLessGreen)).toBeLessThan(2.5);
      }
    }
    clips.remove();
  });

  it('keeps a picture of each person and an annotated video for whom asks for them', async () => {
    await rig.startWorker();
    const wishes = { thumbnails: true, annotated_video: true, end_s: 4 };
    const id = await rig.submitClip({ ...wishes, retain_video_hours: 0 });
    expect(await rig.finish(id)).toMatchObject({ status: 'completed', progress: 1 });
    await rig.untilObjectsAre(id, ['1/annotated.mp4', '1/face-1.jpg', '1/frames.ndjson']);
    const { report } = await readResults(id);
    expect(report.warnings).toEqual([]);
    expect(report.faces.map(({ thumbnail }) => thumbnail)).toEqual([
      `/v1/analyses/${id}/artifacts/faces/1.jpg`,
    ]);
    const picture = await buffer(await rig.storage.get(objectKeys.thumbnail(id, 1, 1)));
    expect(picture.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    const file = await rig.storage.checkOut(objectKeys.annotatedVideo(id, 1));
    const annotated = await probeVideo(file.path, { limits: { maxDurationS: 60, maxPixels: 1e7 } });
    expect(annotated).toMatchObject({ codec: 'h264', width: 640, height: 360 });
    expect(annotated.durationS).toBeCloseTo(4, 1);
    await untilNoFfmpeg();
  });

  it('draws on where a killed worker was drawing, and completes without a video that cannot be drawn', async () => {
    const killed = await rig.startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    const id = await rig.submitClip({ annotated_video: true });
    await rig.follow(id, ({ stage }) => stage === 'annotating');
    await killed.end('SIGKILL');
    expect((await rig.database.analyses.findById(id))?.status).toBe('processing');
    await rig.startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    expect((await rig.finish(id)).status).toBe('completed');
    await rig.untilObjectsAre(id, ['1/annotated.mp4', '1/frames.ndjson', 'video']);
    await rig.killWorkers();

    const ffmpeg = makeRefusingFfmpeg('libx264');
    await rig.startWorker({ PATH: ffmpeg.path });
    const without = await rig.submitClip({ annotated_video: true, end_s: 2 });
    expect((await rig.finish(without)).status).toBe('completed');
    const { report } = await readResults(without);
    expect(report.warnings.map(({ code }) => code)).toEqual(['no_annotated_video']);
    expect(report.total_frames_analyzed).toBe(10);
    await rig.untilObjectsAre(without, ['1/frames.ndjson', 'video']);
    ffmpeg.remove();
  });

  it('loses nothing when it is killed in the middle: another one takes the job up, once', async () => {
    const killed = await rig.startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    const id = await rig.submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    await killed.end('SIGKILL');
    await untilNoFfmpeg();
    const before = (await rig.database.analyses.findById(id))!;
    expect(before.status).toBe('processing');

    await rig.startWorker({ JOB_LOCK_MS: String(SHORT_LOCK_MS) });
    expect((await rig.finish(id)).status).toBe('completed');
    await expectWhole(id);
  });

  it('hands its job back on SIGTERM and ends with 0', async () => {
    const stopped = await rig.startWorker();
    const id = await rig.submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    const { exitCode, tookMs } = await stopped.end('SIGTERM');
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    await untilNoFfmpeg();

    // Its lock would last a minute: the next worker can only have got the job by its being handed back.
    await rig.startWorker();
    expect((await rig.finish(id)).status).toBe('completed');
    await expectWhole(id);
  });

  it('stops in order when its parent vanishes', async () => {
    const worker = await rig.startWorker({ EYELINE_LIFELINE: 'stdin' });
    const startedAtMs = Date.now();
    // A parent that is killed reads no log any more either.
    for (const stream of worker.child.stdio) stream?.destroy();
    while (worker.child.exitCode === null && Date.now() - startedAtMs < 30_000) await sleep(20);
    expect(worker.child.exitCode).toBe(0);
  });

  it('ends with 0 on SIGINT, as after Ctrl-C', async () => {
    expect((await (await rig.startWorker()).end('SIGINT')).exitCode).toBe(0);
  });

  it('ends what cannot be done as failed, with its code and no object but the upload', async () => {
    await rig.startWorker();
    // Its first look at an empty queue takes up every row, also one that is only half made: what it schedules comes last.
    while (!(await rig.queue.isScheduled('sweep-expired'))) await sleep(20);
    const nonsense = await rig.submit(Readable.from([Buffer.alloc(50_000, 'no video ')]));
    const gone = await rig.submit(null);
    const behindTheEnd = await rig.submitClip({ start_s: 100 });
    // A job whose plan has got lost is tried again before it is given up.
    const halfDone = await rig.create(Readable.from([Buffer.from('x')]), {});
    await rig.database.outbox.drain(() => Promise.resolve());
    await rig.database.attempts.start({ analysisId: halfDone, attempt: 1 });
    await rig.queue.enqueue('assemble-report', { analysisId: halfDone, attempt: 1 });

    const errorOf = async (id: string) => {
      const { status, error } = await rig.finish(id);
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
    for (const id of [nonsense, behindTheEnd, halfDone]) await rig.untilObjectsAre(id, ['video']);
    await rig.untilObjectsAre(gone, []);
  });

  it('stops decoding when the analysis is deleted, and leaves nothing of it', async () => {
    const worker = await rig.startWorker();
    const id = await rig.submitClip({ sampling_fps: 0 });
    await untilHalfway(id);
    await rig.database.analyses.remove(id);
    const removedAtMs = Date.now();
    while (!worker.log.some(({ outcome }) => outcome === 'stale') && Date.now() - removedAtMs < 5000)
      await sleep(20);
    expect(Date.now() - removedAtMs).toBeLessThan(2000);
    await rig.untilObjectsAre(id, []);
    await untilNoFfmpeg();
  });
});

/** A network that finds bright faces happy and dark ones sad. */
function layBrightnessClassifier(models: string, name: string): void {
  const bytes = makeBrightnessClassifier({
    ...{ layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false },
    ...{ weights: [[1], [-1]], bias: [-20, 20] },
  });
  const input = { layout: 'NCHW', channels: 'gray', mean: [0], std: [1] };
  layEmotionNetwork(models, { name, bytes, input, labels: ['happy', 'sad'] });
}
