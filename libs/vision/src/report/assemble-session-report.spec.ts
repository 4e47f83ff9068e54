import { analysisOptionsSchema, type FrameObservation, sessionReportSchema } from '@eyeline/contracts';

import { emotionVector, makeFace, makeFrame, streamOf } from '../observations/observation.factory.js';
import { assembleReport } from './assemble-report.js';
import { assembleSessionReport } from './assemble-session-report.js';

const OPTIONS = analysisOptionsSchema.parse({});
const PICTURE = { width: 640, height: 360 };
const ENGINE = { models: [], executionProvider: 'cpu' };

const report = (frames: readonly FrameObservation[], startS: number, endS: number) =>
  assembleSessionReport({
    read: streamOf(frames),
    session: {
      ...{ ...PICTURE, engine: ENGINE, name: 'visit', context: null, frames: frames.length },
      startedAt: new Date('2026-11-02T09:30:00Z'),
      endedAt: new Date('2026-11-02T09:31:00Z'),
      range: { startS, endS },
    },
    options: OPTIONS,
    engineVersion: '1.2.3',
  });

/** Happy, then sad; at 5 frames/s from a time on. */
const course = (fromS: number): FrameObservation[] =>
  Array.from({ length: 50 }, (_, i) => {
    const emotions = emotionVector(i < 25 ? { happy: 1 } : { sad: 1 });
    return makeFrame(fromS + i / 5, [makeFace({ emotions, cameraAngleDeg: i < 10 ? 0 : 40 })]);
  });

describe('assembleSessionReport', () => {
  it('measures as the report of a video does', async () => {
    const frames = course(0);
    const session = await report(frames, 0, 9.8);
    const { report: video } = await assembleReport({
      read: streamOf(frames),
      analysisId: 'an_1',
      video: {
        ...{ ...PICTURE, duration_s: 9.8, fps: 5, codec: 'h264', rotation: 0, variable_frame_rate: false },
        ...{ size_bytes: 1, sha256: '' },
      },
      ...{ options: OPTIONS, engine: ENGINE, engineVersion: '1.2.3', segments: 1, gaps: [] },
      range: { startS: 0, endS: 9.8 },
      onFrame: () => undefined,
    });
    const { analysis_id: _id, video: _video, sampling, ...measured } = video;
    expect(session).toMatchObject(measured);
    expect(session.sampling).toEqual({ ...sampling, fps: null });
    expect(sessionReportSchema.parse(session)).toEqual(session);
    expect(session).toMatchObject({ duration_s: 9.8, ended_at: '2026-11-02T09:31:00.000Z', narrative: null });
  });

  it('keeps the times of the frames, wherever they begin', async () => {
    const { timeline, episodes, duration_s, faces } = await report(course(1000), 1000, 1009.8);
    expect(timeline).toHaveLength(10);
    expect([timeline[0].start_s, timeline[9].end_s, duration_s]).toEqual([1000, 1009.8, 9.8]);
    expect(episodes[0]).toMatchObject({ emotion: 'happy', start_s: 1000 });
    expect(faces).toMatchObject([{ face_id: 1, first_seen_s: 1000, last_seen_s: 1009.8, frames: 50 }]);
  });

  it('speaks for no longer than 5 s of a pause', async () => {
    const face = (): FrameObservation['faces'] => [makeFace({ emotions: emotionVector({ happy: 1 }) })];
    const frames = [0, 10, 20, 30].map((tS) => makeFrame(tS, face()));
    const { eye_contact: contact } = await report(frames, 0, 30);
    expect(contact.episodes.map(({ start_s, end_s }) => end_s - start_s)).toEqual([5, 5, 5]);
  });

  it('does not advise what nobody can do', async () => {
    const far = (): FrameObservation['faces'] => [makeFace({ region: { x: 9, y: 9, w: 30, h: 40 } })];
    const { warnings } = await report(
      [0, 0.2, 0.4, 0.6].map((tS) => makeFrame(tS, far())),
      0,
      0.6,
    );
    expect(warnings).toMatchObject([
      { code: 'small_faces', message: expect.not.stringContaining('max_side') },
    ]);
  });

  it('of one frame, and of frames without anybody, is a normal one with a warning', async () => {
    const one = await report([makeFrame(3, [makeFace()])], 3, 3);
    expect(one).toMatchObject({ duration_s: 0, total_frames_analyzed: 1, frames_with_face: 1 });
    const nobody = await report([makeFrame(0), makeFrame(1)], 0, 1);
    expect(nobody).toMatchObject({ overall_dominant_emotion: null, eye_contact_score: null, faces: [] });
    expect(nobody.warnings.map(({ code }) => code)).toEqual(['no_face']);
  });
});
