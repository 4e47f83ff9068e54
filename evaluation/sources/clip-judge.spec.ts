import { EMOTIONS, type FaceObservation } from '@eyeline/contracts';

import { ClipJudge } from './clip-judge.js';
import { parseTruth } from './clip-truth.js';

const HAPPY = EMOTIONS.indexOf('happy');
const SAD = EMOTIONS.indexOf('sad');

/** A face in a video that is twice as wide as its truth says. */
function face(x: number, place: number, looking: boolean, confidence = 0.9): FaceObservation {
  return {
    ...{ region: { x: 2 * x - 50, y: 0, w: 100, h: 100 }, score: 1, quality: 1 },
    ...{ eyesOpen: true, eyesReadable: true },
    ...{ cameraAngleDeg: looking ? 5 : 20, gaze: { yawDeg: 0, pitchDeg: 0 } },
    ...{ headPose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 }, landmarks: new Float32Array(140) },
    emotions: Float32Array.from(EMOTIONS, (_, i) => (i === place ? confidence : (1 - confidence) / 6)),
    appearance: new Float32Array(64),
  };
}

const frame = (tS: number, ...faces: FaceObservation[]) => ({
  ...{ tS, outcome: 'analyzed' as const, facesDropped: 0, faces },
});

const during = (
  start_s: number,
  end_s: number,
  emotion: string | null,
  looking = true,
  present: boolean | null = true,
) => ({
  ...{ start_s, end_s, emotion, looking_at_camera: looking, face_present: present },
});

const judge = (truth: object): ClipJudge =>
  new ClipJudge(parseTruth({ width: 640, ...truth }), { eyeContactDeg: 12, sourceWidth: 1280 });

describe('ClipJudge', () => {
  it('counts frames, segments, eye contact and faces of one person', () => {
    const one = judge({
      segments: [during(0, 1, 'happy'), during(1, 2, null), during(2, 3, null, true, false)],
      blinks: [{ start_s: 0.6, end_s: 0.7 }],
    });
    one.add(frame(0, face(100, HAPPY, true)));
    one.add(frame(0.2, face(100, HAPPY, false)));
    // sad for a moment and unsure: the mean of the segment stays happy
    one.add(frame(0.4, face(100, SAD, true, 0.5)));
    one.add(frame(0.6, face(100, HAPPY, false)));
    one.add(frame(0.8));
    one.add(frame(1, face(100, SAD, true)));
    one.add(frame(2));
    one.add(frame(2.2, face(100, SAD, true)));
    // Nothing is said of this moment.
    one.add(frame(9, face(100, SAD, true)));
    const { frames, emotionFrames, emotionSegments, eyeContact, faces } = one.finish();
    expect(frames).toBe(9);
    expect(emotionFrames.confusion[HAPPY]).toEqual([0, 0, 0, 3, 1, 0, 0, 1]);
    expect(emotionSegments.confusion.flat().filter((count) => count > 0)).toEqual([1]);
    expect(emotionSegments.confusion[HAPPY][HAPPY]).toBe(1);
    // 0, 0.4 and 1 s right, 0.2 s wrong, 0.6 s in a blink
    expect(eyeContact).toEqual({ truePositive: 3, falseNegative: 1, falsePositive: 0, trueNegative: 0 });
    expect(faces).toEqual({ truePositive: 5, falseNegative: 1, falsePositive: 1, trueNegative: 1 });
  });

  it('tells people apart by their paths, and leaves out who may be hidden', () => {
    const both = judge({
      people: [
        {
          segments: [during(0, 10, 'happy')],
          path: [
            { t_s: 0, x: 100 },
            { t_s: 10, x: 500 },
          ],
        },
        {
          segments: [during(0, 4, 'sad'), during(4, 6, 'sad', true, null), during(6, 10, 'sad')],
          path: [
            { t_s: 0, x: 500 },
            { t_s: 10, x: 100 },
          ],
        },
      ],
    });
    both.add(frame(0, face(500, SAD, true), face(100, HAPPY, true)));
    // the first one at 220 is not found
    both.add(frame(3, face(380, SAD, true)));
    both.add(frame(5, face(300, HAPPY, true)));
    both.add(frame(9.9, face(100, SAD, true), face(500, HAPPY, true)));
    const { emotionFrames, faces } = both.finish();
    expect(emotionFrames.confusion[HAPPY]).toEqual([0, 0, 0, 3, 0, 0, 0, 1]);
    expect(emotionFrames.confusion[SAD]).toEqual([0, 0, 0, 0, 3, 0, 0, 0]);
    // The frame with somebody who may be hidden says nothing.
    expect(faces).toEqual({ truePositive: 5, falseNegative: 1, falsePositive: 0, trueNegative: 0 });
  });
});
