import { type FaceObservation, type FrameObservation } from '@eyeline/contracts';

import { landmarksWithLids } from '../../libs/vision/src/observations/landmarks.factory.js';
import { BlinkJudge, knowsBlinks } from './blink-judge.js';
import { parseTruth } from './clip-truth.js';

/** Of a picture 640 pixels wide, every frame of 25 a second. */
const SETTINGS = { sourceWidth: 640, scale: 1, stepS: 1 / 25 };

function face(x: number, eyesOpen: boolean): FaceObservation {
  return {
    ...{ region: { x: x - 50, y: 0, w: 100, h: 100 }, score: 1, quality: 1, eyesOpen },
    landmarks: landmarksWithLids(eyesOpen ? 0.3 : 0.05),
    // Whether one can say where they look is another matter.
    ...{ eyesReadable: false, cameraAngleDeg: 0, gaze: { yawDeg: 0, pitchDeg: 0 } },
    ...{ headPose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 } },
    ...{ emotions: new Float32Array(7), appearance: new Float32Array(64) },
  };
}

const frame = (tS: number, ...faces: FaceObservation[]): FrameObservation => ({
  ...{ tS, outcome: 'analyzed', facesDropped: 0, faces },
});

const segment = { emotion: null, looking_at_camera: null, face_present: true };
const always = { ...segment, start_s: 0, end_s: 60 };
const range = (start_s: number, end_s: number) => ({ start_s, end_s });

describe('BlinkJudge', () => {
  it('counts the blinks of each person whose blinks are known', () => {
    const at = (x: number) => [{ t_s: 0, x }];
    const truth = parseTruth({
      width: 640,
      people: [
        { segments: [always], path: at(100), blinks: [range(1, 1.2)] },
        { segments: [always], path: at(300), blinks: [], blinks_unknown: [range(0, 0.5)] },
        { segments: [always], path: at(500) },
      ],
    });
    const judge = new BlinkJudge(truth, SETTINGS);
    // The second one shuts the eyes at 0.2 s and at 2 s, the first at 1 s; of the third nobody knows.
    for (let i = 0; i < 75; i++) {
      judge.add(frame(i / 25, face(100, i !== 26), face(300, i !== 5 && i !== 50), face(500, i % 9 > 0)));
    }
    expect(judge.finish()).toEqual({ known: 1, found: 1, wrong: 1 });
  });

  it('looks for nobody who is not there for sure', () => {
    const hidden = { ...segment, face_present: null, start_s: 1, end_s: 2 };
    const truth = parseTruth({ width: 640, segments: [{ ...always, end_s: 1 }, hidden], blinks: [] });
    const judge = new BlinkJudge(truth, SETTINGS);
    for (let i = 0; i < 100; i++) judge.add(frame(i / 25, ...(i === 10 ? [] : [face(300, i < 25)])));
    expect(judge.finish()).toMatchObject({ wrong: 0 });
  });
});

describe('knowsBlinks', () => {
  it.each([
    [undefined, false],
    [null, false],
    [[], true],
    [[range(1, 1.2)], true],
  ])('%j: %s', (blinks, isKnown) => {
    expect(knowsBlinks(parseTruth({ width: 640, segments: [always], blinks }))).toBe(isKnown);
  });
});
