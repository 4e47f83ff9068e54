import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { analysisOptionsSchema } from '@eyeline/contracts';
import { analysisIdOf, newUploadId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import { fixture, openWorkerRig, type WorkerRig } from '@eyeline/testing';

jest.setTimeout(90_000);

const LOCK_MS = 60_000;

const openClip = () => createReadStream(fixture('average-person.mp4'));

/** Real: PostgreSQL, Redis, storage folder, built workers in processes of their own. */
describe.each(['postgres', 'redis'] as const)('workers that look after things, queue on %s', (kind) => {
  let rig: WorkerRig;

  beforeAll(async () => {
    rig = await openWorkerRig(kind, LOCK_MS, {
      RECONCILE_INTERVAL_S: '1',
      SWEEP_INTERVAL_S: '1',
      STALE_AFTER_S: '2',
      SEGMENT_S: '5',
    });
  });
  afterEach(() => rig.killWorkers());
  afterAll(() => rig.close());

  it('take up what was never told to the queue, on two of them, in segments', async () => {
    const id = await rig.create(openClip(), { sampling_fps: 20 });
    const workers = await Promise.all([rig.startWorker(), rig.startWorker()]);
    expect(await rig.finish(id)).toMatchObject({ status: 'completed', segments: 5 });
    const report = await rig.database.analyses.findReport('default', id);
    expect(report?.sampling).toMatchObject({ segments: 5, frames_decoded: 404, gaps: [] });
    await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
    const analysed = workers.map(({ log }) => log.filter(({ msg }) => msg === 'segment analysed').length);
    expect(analysed[0] + analysed[1]).toBe(5);
    expect(Math.min(...analysed)).toBeGreaterThan(0);
  });

  it('take the first video of one project before the many of another', async () => {
    const many: string[] = [];
    for (let i = 0; i < 4; i++) many.push(await rig.create(openClip(), { end_s: 12 }, 'many'));
    const single = await rig.create(openClip(), { end_s: 3 }, 'single');
    await rig.deliver();
    await rig.startWorker();
    await rig.finish(single);
    const ended = await Promise.all(
      many.map(async (id) => (await rig.database.analyses.findById(id))?.status === 'completed'),
    );
    expect(ended.filter(Boolean).length).toBeLessThan(2);
    for (const id of many) expect((await rig.finish(id)).status).toBe('completed');
  });

  it('stop decoding within two seconds of a cancel, and leave the upload alone', async () => {
    const worker = await rig.startWorker();
    const id = await rig.submitClip({ sampling_fps: 0 });
    await rig.follow(id, ({ progress }) => progress > 0.1);
    const canceledAtMs = Date.now();
    await rig.database.analyses.cancel('default', id, new Date(Date.now() + 3600_000));
    while (!worker.log.some(({ outcome }) => outcome === 'stale')) {
      expect(Date.now() - canceledAtMs).toBeLessThan(2000);
      await sleep(20);
    }
    await rig.untilObjectsAre(id, ['video']);
    expect(await findFfmpegOf(rig.dataDir)).toEqual([]);
  });

  it('remove what has passed its time, and what nobody owns', async () => {
    await rig.startWorker();
    const orphan = objectKeys.video('an_00000000000000000000');
    await rig.storage.put(orphan, Buffer.from('x'));
    const kept = await rig.submitClip({ end_s: 1 });
    const unkept = await rig.submitClip({ end_s: 1, retain_video_hours: 1e-6 });
    await rig.finish(unkept);
    await rig.finish(kept);
    const late = objectKeys.outcome(kept, 1, 0);
    await rig.storage.put(late, Buffer.from('x'));
    await rig.untilObjectsAre(unkept, ['1/frames.ndjson']);
    await rig.untilObjectsAre(kept, ['1/frames.ndjson', 'video']);
    await rig.untilObjectsAre('an_00000000000000000000', []);
    expect(await rig.database.analyses.findById(unkept)).toMatchObject({ videoDeletedAt: expect.any(Date) });

    await rig.database.analyses.cancel('default', kept, new Date(0)); // has ended: nothing happens
    const expired = await rig.submitClip();
    await rig.database.analyses.cancel('default', expired, new Date());
    await rig.untilObjectsAre(expired, []);
    expect(await rig.database.analyses.findById(expired)).toBeNull();
    expect(await rig.database.analyses.findById(kept)).not.toBeNull();
  });

  it('find out the hash of a video that came in pieces, and remove uploads that nobody used', async () => {
    const { database, storage } = rig;
    const clip = await readFile(fixture('average-person.mp4'));
    const bring = async (expiresAt: Date) => {
      const uploadId = newUploadId();
      const id = analysisIdOf(uploadId);
      const project = { projectId: 'default', metadata: {} };
      await database.uploads.create({
        ...project,
        id: uploadId,
        sizeBytes: clip.length,
        directId: null,
        expiresAt,
      });
      await storage.put(objectKeys.video(id), clip);
      return { id, uploadId, ...project, tag: null, videoKey: objectKeys.video(id), videoBytes: clip.length };
    };
    const unused = await bring(new Date());
    const used = await bring(new Date(Date.now() + 1500));
    const options = analysisOptionsSchema.parse({ end_s: 1 });
    await database.analyses.create({ ...used, options, videoSha256: null });
    await rig.deliver();
    await rig.startWorker();
    const videoSha256 = createHash('sha256').update(clip).digest('hex');
    expect(await rig.finish(used.id)).toMatchObject({ status: 'completed', videoSha256 });
    expect((await database.analyses.findReport('default', used.id))?.video.sha256).toBe(videoSha256);
    await rig.untilObjectsAre(unused.id, []);
    while ((await database.uploads.findById(used.uploadId)) !== null) await sleep(20);
    expect(await database.uploads.findById(unused.uploadId)).toBeNull();
    await rig.untilObjectsAre(used.id, ['1/frames.ndjson', 'video']);
  });

  if (kind === 'redis') {
    it('tell an emptied queue again what it has to do, and lose nothing of what was done', async () => {
      const worker = await rig.startWorker();
      const ids = [];
      for (let i = 0; i < 4; i++) ids.push(await rig.submitClip({ end_s: 12, sampling_fps: 20 }));
      await rig.follow(ids[0], ({ progress }) => progress > 0.3);
      await rig.wipeRedis();
      for (const id of ids) expect((await rig.finish(id)).status).toBe('completed');
      for (const id of ids) await rig.untilObjectsAre(id, ['1/frames.ndjson', 'video']);
      expect(worker.log.filter(({ msg }) => msg === 'analysis completed')).toHaveLength(4);
    });
  }
});

async function findFfmpegOf(folder: string): Promise<string[]> {
  const lines = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes('ffmpeg') && line.includes(folder));
}
