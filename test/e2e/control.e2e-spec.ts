import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deletionReceiptSchema } from '@eyeline/contracts';
import {
  type Answer,
  ClipMaker,
  type EmbeddedStack,
  fixture,
  listStackProcesses,
  startEmbeddedStack,
} from '@eyeline/testing';

/** What the contract grants a decode on any machine to notice that nobody wants it any more. */
const STOPPED_WITHIN_MS = 2000;

/** Real: everything. The stack of `npm start`, and processes as the system shows them. */
(process.platform === 'linux' ? describe : describe.skip)('analyses that do not go their way', () => {
  let stack: EmbeddedStack;
  let longClip: string;
  const clips = new ClipMaker();

  beforeAll(async () => {
    longClip = clips.make(
      'long.mp4',
      '-stream_loop',
      '20',
      '-i',
      fixture('average-person.mp4'),
      '-c',
      'copy',
    );
    stack = await startEmbeddedStack();
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    clips.remove();
  });

  const decoders = () =>
    listStackProcesses(stack.dataDir).filter(({ command }) => /^\S*ffmpeg\s/.test(command));

  /** The files of an analysis, and whatever is being written. */
  const listFiles = async (id: string): Promise<string[]> => {
    const files = await readdir(join(stack.dataDir, 'objects'), { recursive: true, withFileTypes: true });
    return files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => path.includes(id) || path.includes('/.incoming/'));
  };

  const until = async (check: () => boolean | Promise<boolean>, withinMs: number): Promise<void> => {
    const deadline = Date.now() + withinMs;
    while (!(await check())) {
      if (Date.now() > deadline)
        throw new Error(`It did not come true within ${withinMs} ms: ${String(check)}`);
      await sleep(20);
    }
  };

  const post = (path: string): Promise<Answer> =>
    stack.client.request(`/v1/analyses/${path}`, { method: 'POST' });

  /** An analysis that is being decoded. */
  const startLong = async (): Promise<string> => {
    const { id } = await stack.client.submit(longClip, { sampling_fps: '0' });
    await until(async () => (await stack.client.get(id)).progress > 0.06 && decoders().length > 0, 60_000);
    return id;
  };

  it('a canceled one stops decoding and leaves its video alone', async () => {
    const id = await startLong();
    const canceled = await post(`${id}/cancel`);
    expect([canceled.status, canceled.body.status]).toEqual([202, 'canceled']);
    await until(() => decoders().length === 0, STOPPED_WITHIN_MS);
    await until(async () => (await listFiles(id)).length === 1, 5000);
    expect(await listFiles(id)).toEqual([join(stack.dataDir, 'objects/analyses', id, 'video')]);
    expect((await stack.client.get(id)).status).toBe('canceled');
    expect((await stack.client.request(`/v1/analyses/${id}/report`)).body.code).toBe('canceled');
    expect((await post(`${id}/retry`)).body.code).toBe('conflict');
  }, 90_000);

  it('a deleted one stops decoding and leaves nothing, and the worker goes on to the next', async () => {
    const id = await startLong();
    const deleted = await stack.client.request(`/v1/analyses/${id}`, { method: 'DELETE' });
    expect(deleted.status).toBe(200);
    expect(deletionReceiptSchema.parse(deleted.body).objects_deleted).toBeGreaterThanOrEqual(1);
    await until(() => decoders().length === 0, STOPPED_WITHIN_MS);
    await until(async () => (await listFiles(id)).length === 0, 5000);
    expect((await stack.client.request(`/v1/analyses/${id}`)).status).toBe(404);
    const report = await stack.client.analyse(fixture('average-person.mp4'), { sampling_fps: '1' });
    expect(report.sampling.frames_analyzed).toBeGreaterThan(15);
    expect(await listFiles(id)).toEqual([]);
  }, 90_000);

  it('a failed one is tried again: it fails the same way, or completes once its cause is gone', async () => {
    const { id } = (await stack.client.upload(Buffer.from('No video.\n'.repeat(1000)), { sampling_fps: '1' }))
      .body;
    const first = await stack.client.finish(id);
    expect([first.status, first.error?.code]).toEqual(['failed', 'unsupported_media']);

    expect((await post(`${id}/retry`)).body).toMatchObject({ status: 'queued', error: null, progress: 0 });
    const second = await stack.client.finish(id);
    expect([second.status, second.error?.code]).toEqual(['failed', 'unsupported_media']);
    expect(Date.parse(second.completed_at!)).toBeGreaterThan(Date.parse(first.completed_at!));
    expect((await stack.client.request(`/v1/analyses/${id}/report`)).body.code).toBe('unsupported_media');

    await copyFile(fixture('average-person.mp4'), join(stack.dataDir, 'objects/analyses', id, 'video'));
    expect((await post(`${id}/retry`)).status).toBe(202);
    expect((await stack.client.finish(id)).status).toBe('completed');
    expect((await stack.client.report(id)).frames_with_face).toBeGreaterThan(0);
    for (const action of ['retry', 'cancel'])
      expect((await post(`${id}/${action}`)).body.code).toBe('conflict');
  }, 90_000);
});
