import { type FrameRecord, type Report } from '@eyeline/contracts';
import {
  describeWithSharedMedia,
  type EmbeddedStack,
  fixture,
  sharedClip,
  startEmbeddedStack,
} from '@eyeline/testing';

// Real: whole stacks that differ in how they split a video.

let whole: EmbeddedStack;
let split: EmbeddedStack;

beforeAll(async () => {
  [whole, split] = await Promise.all([
    startEmbeddedStack({ SEGMENT_S: '3600' }),
    startEmbeddedStack({ SEGMENT_S: '1', WORKERS: '2', WORKER_CONCURRENCY: '1' }),
  ]);
}, 180_000);

afterAll(() => Promise.all([whole?.stop(), split?.stop()]), 60_000);

type Options = Record<string, string>;

interface Results {
  /** Without what may differ: the id, and into how many pieces the video was cut. */
  readonly report: Report;
  readonly frames: FrameRecord[];
  readonly segments: number;
}

async function analyse({ client }: EmbeddedStack, path: string, options: Options): Promise<Results> {
  const { id } = await client.submit(path, options);
  expect((await client.finish(id)).status).toBe('completed');
  const report = await client.report(id);
  const { segments } = report.sampling;
  return {
    report: { ...report, analysis_id: '', sampling: { ...report.sampling, segments: 0 } },
    frames: await client.frames(id),
    segments,
  };
}

/** The contract allows scores to differ by half a point; nothing here has a reason to differ at all. */
async function expectSame(path: string, options: Options = {}): Promise<void> {
  const [one, many] = await Promise.all([analyse(whole, path, options), analyse(split, path, options)]);
  expect(one.segments).toBe(1);
  expect(many.segments).toBeGreaterThan(1);
  expect(many.report).toEqual(one.report);
  expect(many.frames).toEqual(one.frames);
  expect(one.frames.length).toBeGreaterThan(0);
}

describe('many segments give the report of one', () => {
  it.each<[string, Options]>([
    ['average-person.mp4', {}],
    ['average-person.mp4', { sampling_fps: '0', start_s: '3.3', end_s: '15.1' }],
    ['average-people-2.mp4', { sampling_fps: '10' }],
    ['average-people-2.mp4', { frame_interval: '7', landmarks: 'true' }],
  ])('%s %j', (clip, options) => expectSame(fixture(clip), options), 120_000);
});

describeWithSharedMedia('many segments give the report of one, on real clips', () => {
  it.each<[string, Options]>([
    ['classroom-people-1280x720.mp4', {}],
    ['expressions-640x360.mp4', {}],
    ['looking-aside-1280x720.mp4', {}],
    ['no-face-960x540.mp4', {}],
    ['noface-then-face-vfr-hevc-960x540.mov', {}],
    ['noface-then-face-vfr-hevc-960x540.mov', { frame_interval: '4' }],
    ['portrait-selfie-720x1280.mp4', {}],
    ['single-face-smile-640x360.mp4', {}],
    ['webcam-400x300.mp4', {}],
  ])('%s %j', (clip, options) => expectSame(sharedClip(clip), options), 120_000);
});
