import {
  analysisOptionsSchema,
  frameRecordSchema,
  reportSchema,
  type AnalysisOptionsInput,
  type FaceObservation,
  type FrameObservation,
  type FrameRecord,
  type Video,
} from '@eyeline/contracts';
import fc from 'fast-check';

import { landmarksWithLids } from '../observations/landmarks.factory.js';
import {
  appearanceOf,
  emotionVector,
  makeFace,
  makeFrame,
  streamOf,
} from '../observations/observation.factory.js';
import { assembleReport, type ReportInput } from './assemble-report.js';

const VIDEO: Video = {
  duration_s: 4,
  width: 640,
  height: 360,
  fps: 25,
  codec: 'h264',
  rotation: 0,
  variable_frame_rate: false,
  size_bytes: 1000,
  sha256: '0'.repeat(64),
};

async function reportOf(
  frames: readonly FrameObservation[],
  options: AnalysisOptionsInput = {},
  changes: Partial<ReportInput> = {},
) {
  const records: FrameRecord[] = [];
  const { report } = await assembleReport({
    read: streamOf(frames),
    analysisId: 'an_1',
    video: VIDEO,
    options: analysisOptionsSchema.parse(options),
    engine: {
      models: [{ role: 'detector', name: 'd', version: '1.0.0', sha256: 'f'.repeat(64) }],
      executionProvider: 'cpu',
    },
    engineVersion: '0.1.0',
    segments: 1,
    gaps: [],
    range: { startS: 0, endS: 4 },
    onFrame: (record) => void records.push(record),
    ...changes,
  });
  return { report, records };
}

/** Two people for 4 s at 5 frames/s: 1 is happy and looks, 2 is sad, looks aside and comes at 2 s. */
const scene = (): FrameObservation[] =>
  Array.from({ length: 20 }, (_, i) => {
    const first = makeFace({
      region: { x: 64, y: 90, w: 64, h: 90 },
      emotions: emotionVector({ happy: 0.9, neutral: 0.1 }),
      headPose: { yawDeg: 10, pitchDeg: -4, rollDeg: 2 },
      cameraAngleDeg: 12,
    });
    const second = makeFace({
      region: { x: 400, y: 100, w: 64, h: 90 },
      emotions: emotionVector({ sad: 0.6, neutral: 0.4 }),
      cameraAngleDeg: 12.01,
      quality: 0.5,
      appearance: appearanceOf(2),
    });
    return makeFrame(i / 5, i < 10 ? [first] : [first, second]);
  });

const faceWithLids = (opening: number): FaceObservation =>
  makeFace({ region: { x: 100, y: 100, w: 200, h: 200 }, landmarks: landmarksWithLids(opening) });

/** One person for 4 s who shuts the eyes for 0.2 s in the middle, and once halfway for one frame. */
const blinking = (fps: number): FrameObservation[] =>
  Array.from({ length: 4 * fps }, (_, i) => {
    const isShut = i >= 2 * fps && i < 2.2 * fps;
    return makeFrame(i / fps, [faceWithLids(isShut ? 0.05 : i === fps ? 0.16 : 0.3)]);
  });

describe('assembleReport', () => {
  describe('blinks', () => {
    const blinksOf = async (fps: number, options: AnalysisOptionsInput = { sampling_fps: fps }) =>
      (await reportOf(blinking(fps), options)).report.faces.map(({ blinks }) => blinks);

    it('counts them, by the minute too', async () => {
      expect(await blinksOf(25)).toEqual([{ count: 2, per_minute: 30 }]);
      expect(await blinksOf(10)).toEqual([{ count: 2, per_minute: 30 }]);
      expect(await blinksOf(25, { frame_interval: 1 })).toEqual([{ count: 2, per_minute: 30 }]);
    });

    it('counts none in fewer than 10 frames a second', async () => {
      expect(await blinksOf(5)).toEqual([null]);
      expect(await blinksOf(5, { sampling_fps: 9 })).toEqual([null]);
      expect(await blinksOf(5, { frame_interval: 5 })).toEqual([null]);
    });

    it('counts none of eyes that were analysed too small', async () => {
      expect(await blinksOf(25, { sampling_fps: 25, max_side: 160 })).toEqual([null]);
    });
  });

  it('lets uncertain observations move no average, and says how many they are', async () => {
    const clear = (emotion: 'happy' | 'sad') => makeFace({ emotions: emotionVector({ [emotion]: 1 }) });
    const blurred = makeFace({ emotions: emotionVector({ fear: 1 }), quality: 0.1 });
    const ambiguous = makeFace({ emotions: new Float32Array(7).fill(1 / 7) });
    const faces = [blurred, clear('happy'), blurred, ambiguous, clear('happy')];
    const { report, records } = await reportOf(faces.map((face, i) => makeFrame(i / 5, [face])));
    expect(records.map((record) => record.faces[0].uncertain)).toEqual([true, false, true, true, false]);
    // before anything is known it says what it saw, later the person stays as he was
    expect(records.map((record) => record.faces[0].dominant_emotion)).toEqual([
      'fear',
      ...Array<string>(4).fill('happy'),
    ]);
    expect(records[4].faces[0].smoothed_emotions.happy).toBe(1);
    expect(report).toMatchObject({ uncertain_share: 0.6, overall_dominant_emotion: 'happy' });
    expect(report.average_emotion_scores).toMatchObject({ happy: 100, fear: 0 });
    expect(report.faces[0]).toMatchObject({ uncertain_share: 0.6, frames: 5 });
    expect(report.warnings.map(({ code }) => code)).toContain('uncertain_emotions');
  });

  it('tells where a second network disagrees, if one was asked', async () => {
    const model = { role: 'emotion', name: 'other', version: '2.0.0', sha256: 'b'.repeat(64) } as const;
    const engine = { models: [], comparedModel: model, executionProvider: 'cpu' };
    const frames = scene().map((frame) => ({
      ...frame,
      faces: frame.faces.map((face) => ({
        ...face,
        comparedEmotions: emotionVector(frame.tS < 3 ? { happy: 1 } : { sad: 1 }),
      })),
    }));
    const { report } = await reportOf(frames, { compare: true }, { engine });
    expect(reportSchema.parse(report)).toEqual(report);
    // 1 is happy for 20 frames and read so in 15; 2 is sad for 10 and read so in 5: chance 2/3 * 2/3 + 1/3 * 1/3
    expect(report.comparison).toEqual({
      ...{ model, observations: 30, uncertain: 0, agreement: 0.6667, kappa: 0.25, disagreements_total: 2 },
      disagreements: [
        { face_id: 2, start_s: 2, end_s: 3, emotion: 'sad', compared_emotion: 'happy' },
        { face_id: 1, start_s: 3, end_s: 4, emotion: 'happy', compared_emotion: 'sad' },
      ],
    });
    expect((await reportOf(scene())).report).not.toHaveProperty('comparison');
  });

  it('gives the numbers that one computes by hand', async () => {
    const { report } = await reportOf(scene());
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      total_frames_analyzed: 20,
      frames_with_face: 20,
      overall_dominant_emotion: 'happy',
      average_confidence_score: 0.8, // (20 * 0.9 + 10 * 0.6) / 30
      eye_contact_score: 66.67,
      eye_contact: { score: 66.67, longest_s: 4, episodes: [{ face_id: 1, start_s: 0, end_s: 4 }] },
      warnings: [],
    });
    expect(report.average_emotion_scores).toMatchObject({ happy: 66.67, sad: 33.33, neutral: 0 });
    expect(report.mean_emotion_probabilities).toMatchObject({ happy: 0.6, sad: 0.2, neutral: 0.2 });
    expect(report.sampling).toEqual({
      fps: 5,
      frame_interval: null,
      frames_decoded: 20,
      frames_analyzed: 20,
      frames_skipped: 0,
      frames_failed: 0,
      segments: 1,
      gaps: [],
    });
    expect(report.faces).toHaveLength(2);
    expect(report.faces[0]).toMatchObject({
      face_id: 1,
      first_seen_s: 0,
      last_seen_s: 3.8,
      frames: 20,
      screen_share: 0.025, // 64 * 90 / (640 * 360)
      dominant_emotion: 'happy',
      eye_contact_score: 100,
      mean_head_pose: { yaw: 10, pitch: -4, roll: 2 },
      quality: 0.8,
      thumbnail: null,
    });
    expect(report.faces[1]).toMatchObject({
      first_seen_s: 2,
      frames: 10,
      eye_contact_score: 0,
      quality: 0.5,
    });
    expect(report.episodes).toEqual([
      { face_id: 1, emotion: 'happy', start_s: 0, end_s: 4, mean_probability: 0.9 },
      { face_id: 2, emotion: 'sad', start_s: 2, end_s: 4, mean_probability: 0.6 },
    ]);
    expect(report.timeline.map(({ faces, eye_contact_score }) => [faces, eye_contact_score])).toEqual([
      [1, 100],
      [1, 100],
      [2, 50],
      [2, 50],
    ]);
  });

  it('gives a record of every analysed frame, with 68 landmarks only when asked for', async () => {
    const frames = scene();
    const plain = await reportOf(frames);
    expect(plain.records.map(({ t_s }) => t_s)).toEqual(frames.map(({ tS }) => tS));
    for (const record of plain.records) expect(frameRecordSchema.parse(record)).toEqual(record);
    expect(plain.records[10].faces.map(({ face_id }) => face_id)).toEqual([1, 2]);
    expect(plain.records[10].faces[0]).toMatchObject({
      region: { x: 64, y: 90, w: 64, h: 90 },
      dominant_emotion: 'happy',
      confidence: 0.9,
      head_pose: { yaw: 10, pitch: -4, roll: 2 },
      eyes_open: true,
      eye_contact: true,
    });
    expect(plain.records[0].faces[0]).not.toHaveProperty('landmarks');

    const marked = await reportOf(frames, { landmarks: true });
    expect(marked.records[0].faces[0].landmarks).toEqual(Array(68).fill([0.5, 0.5]));
    expect(frameRecordSchema.parse(marked.records[0])).toEqual(marked.records[0]);
  });

  it('completes with nulls and a warning when there is no face', async () => {
    const { report, records } = await reportOf([makeFrame(0), makeFrame(0.2)]);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      frames_with_face: 0,
      overall_dominant_emotion: null,
      average_confidence_score: null,
      eye_contact_score: null,
      eye_contact: { score: null, longest_s: 0, episodes: [] },
      faces: [],
      episodes: [],
    });
    expect(Object.values(report.average_emotion_scores)).toEqual(Array(7).fill(0));
    expect(report.timeline).toHaveLength(4);
    expect(report.warnings.map(({ code }) => code)).toEqual(['no_face']);
    expect(records).toEqual([
      { t_s: 0, faces: [] },
      { t_s: 0.2, faces: [] },
    ]);
  });

  it('keeps the ledger: decoded = analysed + skipped + failed', async () => {
    const frames = scene().map((frame, i): FrameObservation => {
      if (i === 3 || i === 4) return { ...frame, outcome: 'skipped_dark', faces: [] };
      return i === 7 ? { ...frame, outcome: 'failed', faces: [] } : frame;
    });
    const gaps = [{ start_s: 3.00049, end_s: 4, reason: 'undecodable' as const }];
    const { report, records } = await reportOf(frames, {}, { gaps, segments: 3 });
    expect(report.sampling).toMatchObject({
      frames_decoded: 20,
      frames_analyzed: 17,
      frames_skipped: 2,
      frames_failed: 1,
      segments: 3,
      gaps: [{ start_s: 3, end_s: 4, reason: 'undecodable' }],
    });
    expect(report.total_frames_analyzed).toBe(17);
    expect(records).toHaveLength(17);
    expect(report.warnings.map(({ code }) => code)).toEqual(['dark_frames', 'frames_failed', 'gaps']);
  });

  it('says how frames were asked for', async () => {
    const sampling = async (options: AnalysisOptionsInput) =>
      (await reportOf(scene(), options)).report.sampling;
    expect(await sampling({ sampling_fps: 0 })).toMatchObject({ fps: 25, frame_interval: null });
    expect(await sampling({ sampling_fps: 2.5 })).toMatchObject({ fps: 2.5, frame_interval: null });
    expect(await sampling({ frame_interval: 30 })).toMatchObject({ fps: null, frame_interval: 30 });
  });

  it('lets a frame speak for one sampling step at most, and not beyond the next frame or the end', async () => {
    const frames = [0, 0.2, 0.4, 2, 2.1, 3.9].map((tS) => makeFrame(tS, [makeFace()]));
    const { report } = await reportOf(frames);
    expect(report.eye_contact.episodes.map(({ start_s, end_s }) => [start_s, end_s])).toEqual([
      [0, 0.6],
      [2, 2.3],
    ]);
  });

  it('warns when eyes are too small at the analysed size, not at the source size', async () => {
    const codes = async (options: AnalysisOptionsInput) =>
      (await reportOf(scene(), options)).report.warnings.map(({ code }) => code);
    expect(await codes({})).toEqual([]);
    expect(await codes({ max_side: 320 })).toEqual(['small_faces']);
    expect(await codes({ max_side: 320, scale: 1 })).toEqual([]);
  });

  it('waits for a slow writer of frames', async () => {
    let writing = 0;
    await reportOf(
      scene(),
      {},
      {
        onFrame: async () => {
          expect(++writing).toBe(1);
          await new Promise(setImmediate);
          writing--;
        },
      },
    );
  });

  it('fails when the observations are not the same the second time', async () => {
    let reading = 0;
    const read = () => streamOf(reading++ === 0 ? scene() : scene().slice(1))();
    await expect(reportOf([], {}, { read })).rejects.toThrow('changed between two readings');
  });

  describe('whatever was observed', () => {
    const face: fc.Arbitrary<FaceObservation> = fc
      .record({
        x: fc.integer({ min: -20, max: 600 }),
        y: fc.integer({ min: -20, max: 300 }),
        size: fc.integer({ min: 20, max: 200 }),
        score: fc.double({ min: 0.5, max: 1, noNaN: true }),
        weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 7, maxLength: 7 }),
        angle: fc.double({ min: 0, max: 180, noNaN: true }),
        eyesOpen: fc.boolean(),
        look: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ x, y, size, score, weights, angle, eyesOpen, look }) => {
        const total = weights.reduce((a, b) => a + b);
        return makeFace({
          region: { x, y, w: size, h: size },
          score,
          emotions: Float32Array.from(weights, (weight) => weight / total),
          cameraAngleDeg: angle,
          eyesOpen,
          appearance: appearanceOf(look),
        });
      });
    const video = fc
      .array(
        fc.record({
          outcome: fc.constantFrom('analyzed', 'analyzed', 'analyzed', 'skipped_dark', 'failed'),
          faces: fc.array(face, { maxLength: 3 }),
          facesDropped: fc.nat({ max: 2 }),
        }),
        { maxLength: 20 },
      )
      .map((frames) =>
        frames.map((frame, i): FrameObservation => ({
          ...frame,
          tS: i / 5,
          outcome: frame.outcome,
          faces: frame.outcome === 'analyzed' ? frame.faces : [],
        })),
      );

    it('gives a report and frames of the promised shape, whose sums add up', async () => {
      await fc.assert(
        fc.asyncProperty(video, async (frames) => {
          const { report, records } = await reportOf(frames, { landmarks: true });
          expect(reportSchema.parse(report)).toEqual(report);
          for (const record of records) expect(frameRecordSchema.parse(record)).toEqual(record);
          const { sampling } = report;
          expect(sampling.frames_decoded).toBe(
            sampling.frames_analyzed + sampling.frames_skipped + sampling.frames_failed,
          );
          const percents = [report, ...report.faces].map(({ average_emotion_scores }) =>
            Object.values(average_emotion_scores).reduce((a, b) => a + b),
          );
          for (const sum of report.faces.length > 0 ? percents : []) {
            expect(Math.abs(sum - 100)).toBeLessThan(0.05);
          }
          expect(report.faces.reduce((sum, { frames }) => sum + frames, 0)).toBe(
            records.reduce((sum, { faces }) => sum + faces.length, 0),
          );
          for (const { start_s, end_s } of report.eye_contact.episodes) {
            expect(end_s - start_s).toBeGreaterThanOrEqual(0.1994);
          }
        }),
        { numRuns: 40 },
      );
    });

    it('does not depend on the order of the faces in a frame', async () => {
      await fc.assert(
        fc.asyncProperty(video, async (frames) => {
          const turned = frames.map((frame) => ({ ...frame, faces: frame.faces.toReversed() }));
          expect(await reportOf(turned)).toEqual(await reportOf(frames));
        }),
        { numRuns: 30 },
      );
    });
  });
});
