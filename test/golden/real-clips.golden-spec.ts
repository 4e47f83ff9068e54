import { readFileSync } from 'node:fs';
import { EMOTIONS, type Emotion, type Report, reportSchema } from '@eyeline/contracts';
import {
  type EmbeddedStack,
  describeWithSharedMedia,
  fixture,
  sharedClip,
  startEmbeddedStack,
} from '@eyeline/testing';

let stack: EmbeddedStack;

beforeAll(async () => {
  stack = await startEmbeddedStack();
}, 120_000);

afterAll(() => stack?.stop(), 30_000);

/** Mean probability of an emotion over the buckets of a stretch in which a face was seen. */
function meanOver(report: Report, emotion: Emotion, startS: number, endS: number): number {
  const values = report.timeline
    .filter((bucket) => bucket.start_s >= startS && bucket.end_s <= endS)
    .flatMap((bucket) =>
      bucket.mean_emotion_probabilities ? [bucket.mean_emotion_probabilities[emotion]] : [],
    );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function expectSound(report: Report): void {
  reportSchema.parse(report);
  const { sampling } = report;
  expect(sampling.frames_analyzed + sampling.frames_skipped + sampling.frames_failed).toBe(
    sampling.frames_decoded,
  );
  const sum = EMOTIONS.reduce((total, emotion) => total + report.average_emotion_scores[emotion], 0);
  expect(sum).toBeCloseTo(report.frames_with_face > 0 ? 100 : 0, 1);
}

interface TruthSegment {
  readonly start_s: number;
  readonly end_s: number;
  readonly emotion: Emotion | null;
  readonly looking_at_camera: boolean | null;
  readonly face_present: boolean | null;
}

describe('clips of people who do not exist, against what was drawn', () => {
  it('average-person: emotion and eye contact of every segment', async () => {
    const truth = JSON.parse(readFileSync(fixture('average-person.truth.json'), 'utf8')) as {
      segments: TruthSegment[];
    };
    const { id } = await stack.client.submit(fixture('average-person.mp4'));
    expect((await stack.client.finish(id)).status).toBe('completed');
    const report = await stack.client.report(id);
    expectSound(report);
    expect(report.faces).toHaveLength(1);
    const frames = await stack.client.frames(id);
    for (const segment of truth.segments) {
      if (segment.face_present === null) continue;
      const inside = frames.filter(({ t_s }) => t_s >= segment.start_s && t_s < segment.end_s);
      if (!segment.face_present) {
        expect(inside.flatMap(({ faces }) => faces)).toEqual([]);
        continue;
      }
      const faces = inside.flatMap((frame) => frame.faces);
      expect(faces.length).toBeGreaterThanOrEqual(0.9 * inside.length);
      if (segment.emotion === null) continue;
      const mean = EMOTIONS.map((emotion) =>
        faces.reduce((total, face) => total + face.emotions[emotion], 0),
      );
      expect([segment, EMOTIONS[mean.indexOf(Math.max(...mean))]]).toEqual([segment, segment.emotion]);
      const looking = faces.filter((face) => face.eye_contact).length / faces.length;
      if (segment.looking_at_camera) expect([segment, looking > 0.7]).toEqual([segment, true]);
      else expect([segment, looking < 0.15]).toEqual([segment, true]);
    }
  }, 60_000);

  it('average-people-2: two people who swap places keep their ids', async () => {
    const { id } = await stack.client.submit(fixture('average-people-2.mp4'), { sampling_fps: '10' });
    expect((await stack.client.finish(id)).status).toBe('completed');
    const report = await stack.client.report(id);
    expectSound(report);
    expect(report.faces).toHaveLength(2);
    const frames = await stack.client.frames(id);
    const idAt = (t: number, side: 'left' | 'right') => {
      const faces = frames.find(({ t_s }) => t_s >= t)!.faces.toSorted((a, b) => a.region.x - b.region.x);
      return (side === 'left' ? faces[0] : faces.at(-1)!).face_id;
    };
    expect(idAt(1, 'left')).toBe(idAt(6.5, 'right'));
    expect(idAt(1, 'right')).toBe(idAt(6.5, 'left'));
    const happy = report.faces.find((face) => face.face_id === idAt(1, 'left'))!;
    const neutral = report.faces.find((face) => face.face_id === idAt(1, 'right'))!;
    expect([happy.dominant_emotion, neutral.dominant_emotion]).toEqual(['happy', 'neutral']);
    expect(happy.eye_contact_score).toBeGreaterThan(70);
    expect(neutral.eye_contact_score).toBeLessThan(15);
  }, 60_000);
});

describeWithSharedMedia('real clips, against what one sees in them', () => {
  it('expressions: sad at first, then happy; one face', async () => {
    const report = await stack.client.analyse(sharedClip('expressions-640x360.mp4'));
    expectSound(report);
    expect(Math.abs(report.sampling.frames_decoded - 98)).toBeLessThanOrEqual(2);
    expect(report.frames_with_face).toBeGreaterThanOrEqual(0.9 * report.total_frames_analyzed);
    expect(report.faces).toHaveLength(1);
    expect(meanOver(report, 'happy', 12, 19)).toBeGreaterThan(0.6);
    expect(meanOver(report, 'happy', 0, 9)).toBeLessThan(0.2);
  }, 60_000);

  it('no-face: a completed report that says so', async () => {
    const report = await stack.client.analyse(sharedClip('no-face-960x540.mp4'));
    expectSound(report);
    expect(report).toMatchObject({ faces: [], overall_dominant_emotion: null, eye_contact_score: null });
    expect(report.warnings.map((warning) => warning.code)).toContain('no_face');
  }, 60_000);

  it.each([
    ['looking-aside-1280x720.mp4', 0, 15],
    ['single-face-smile-640x360.mp4', 70, 100],
    ['portrait-selfie-720x1280.mp4', 70, 100],
  ])(
    '%s: eye contact between %i and %i %%',
    async (name, low, high) => {
      const report = await stack.client.analyse(sharedClip(name));
      expectSound(report);
      expect(report.faces).toHaveLength(1);
      expect(report.eye_contact_score).toBeGreaterThanOrEqual(low);
      expect(report.eye_contact_score).toBeLessThanOrEqual(high);
    },
    60_000,
  );

  it('classroom: as many ids as people', async () => {
    const report = await stack.client.analyse(sharedClip('classroom-people-1280x720.mp4'));
    expectSound(report);
    expect(report.faces.length).toBeGreaterThanOrEqual(6);
    expect(report.faces.length).toBeLessThanOrEqual(10);
  }, 60_000);

  it('variable frame rate: times are the decoder’s, the face starts at the cut', async () => {
    const { id } = await stack.client.submit(sharedClip('noface-then-face-vfr-hevc-960x540.mov'), {
      sampling_fps: '0',
    });
    expect((await stack.client.finish(id)).status).toBe('completed');
    const report = await stack.client.report(id);
    expectSound(report);
    expect(report.video.variable_frame_rate).toBe(true);
    expect(report.sampling.frames_decoded).toBe(169);
    expect(report.faces).toHaveLength(1);
    expect(report.faces[0].first_seen_s).toBeGreaterThan(3.8);
    expect(report.faces[0].first_seen_s).toBeLessThan(4.3);
  }, 60_000);
});
