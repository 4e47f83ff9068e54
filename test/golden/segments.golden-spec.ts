import { type FrameRecord, type Report } from '@eyeline/contracts';
import {
  describeWithS3,
  describeWithSharedMedia,
  type EmbeddedStack,
  fixture,
  sharedClip,
  startEmbeddedStack,
  testS3Settings,
} from '@eyeline/testing';

// Real: whole stacks that differ in how they split a video, one of them with its objects on an S3 server.

type Options = Record<string, string>;

interface Results {
  /** Without what may differ: the id, and into how many pieces the video was cut. */
  readonly report: Report;
  readonly frames: FrameRecord[];
  readonly segments: number;
}

const CLIPS: readonly [string, Options][] = [
  ['average-person.mp4', {}],
  ['average-person.mp4', { sampling_fps: '0', start_s: '3.3', end_s: '15.1' }],
  ['average-people-2.mp4', { sampling_fps: '10' }],
  ['average-people-2.mp4', { frame_interval: '7', landmarks: 'true' }],
];

const SHARED_CLIPS: readonly [string, Options][] = [
  ['classroom-people-1280x720.mp4', {}],
  ['expressions-640x360.mp4', {}],
  ['looking-aside-1280x720.mp4', {}],
  ['no-face-960x540.mp4', {}],
  ['noface-then-face-vfr-hevc-960x540.mov', {}],
  ['noface-then-face-vfr-hevc-960x540.mov', { frame_interval: '4' }],
  ['portrait-selfie-720x1280.mp4', {}],
  ['single-face-smile-640x360.mp4', {}],
  ['webcam-400x300.mp4', {}],
];

const IN_PIECES = { SEGMENT_S: '2', WORKERS: '2', WORKER_CONCURRENCY: '1' };

let whole: EmbeddedStack;
/** Results of the whole videos, so that each is analysed once. */
const inOnePiece = new Map<string, Promise<Results>>();

beforeAll(async () => {
  whole = await startEmbeddedStack({ SEGMENT_S: '3600' });
}, 120_000);

afterAll(() => whole?.stop(), 30_000);

async function analyse({ client }: EmbeddedStack, path: string, options: Options): Promise<Results> {
  const { id } = await client.submit(path, options);
  const { status, error } = await client.finish(id);
  expect({ status, error }).toEqual({ status: 'completed', error: null });
  const report = await client.report(id);
  const { segments } = report.sampling;
  return {
    report: { ...report, analysis_id: '', sampling: { ...report.sampling, segments: 0 } },
    frames: await client.frames(id),
    segments,
  };
}

/** The contract allows scores to differ by half a point; nothing here has a reason to differ at all. */
async function expectSame(split: EmbeddedStack, path: string, options: Options): Promise<void> {
  const name = `${path} ${JSON.stringify(options)}`;
  if (!inOnePiece.has(name)) inOnePiece.set(name, analyse(whole, path, options));
  const [one, many] = await Promise.all([inOnePiece.get(name)!, analyse(split, path, options)]);
  expect(one.segments).toBe(1);
  expect(many.segments).toBeGreaterThan(1);
  expect(many.report).toEqual(one.report);
  expect(many.frames).toEqual(one.frames);
  expect(one.frames.length).toBeGreaterThan(0);
}

function compareAll(startSplit: () => Promise<EmbeddedStack>): void {
  let split: EmbeddedStack;
  beforeAll(async () => {
    split = await startSplit();
  }, 120_000);
  afterAll(() => split?.stop(), 30_000);

  it.each(CLIPS)('%s %j', (clip, options) => expectSame(split, fixture(clip), options), 120_000);
  describeWithSharedMedia('real clips', () => {
    it.each(SHARED_CLIPS)('%s %j', (clip, options) => expectSame(split, sharedClip(clip), options), 120_000);
  });
}

describe('segments that are decoded out of the whole file give the report of one', () => {
  compareAll(() => startEmbeddedStack(IN_PIECES));
});

describeWithS3('segments that are cut into objects of their own give the report of one', () => {
  compareAll(async () => {
    const { endpoint, bucket, credentials } = await testS3Settings();
    return startEmbeddedStack({
      ...IN_PIECES,
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    });
  });
});
