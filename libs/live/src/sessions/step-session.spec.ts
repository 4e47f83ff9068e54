import { EMOTIONS, type FaceObservation } from '@eyeline/contracts';
import { EmotionSmoother } from '@eyeline/vision';
import fc from 'fast-check';

import { appearanceOf, makeFace } from '../../../vision/src/observations/observation.factory.js';
import { exactEmotions } from '../live-record.js';
import { newSession, packState, type SessionState, unpackState } from './session-state.js';
import { type FaceStep, stepSession } from './step-session.js';

const PICTURE = { width: 640, height: 360 };

/** Seven numbers that add up to about 1, in single precision as the networks give them. */
const emotions = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part);
    return Float32Array.from(parts, (part) => part / sum);
  });

/** A session that is packed and unpacked between any two frames. */
class Play {
  state: SessionState = newSession();

  add(faces: readonly FaceObservation[], tS: number | null = null): readonly FaceStep[] {
    const step = stepSession(this.state, { tS, faces }, PICTURE);
    this.state = unpackState(packState(step.state))!;
    return step.faces;
  }

  ids(faces: readonly FaceObservation[], tS: number | null = null): number[] {
    return this.add(faces, tS).map(({ faceId }) => faceId);
  }
}

/** Person n at a place of the picture. */
const person = (n: number, x = 100 * n, changes: Partial<FaceObservation> = {}): FaceObservation =>
  makeFace({ region: { x, y: 100, w: 60, h: 80 }, appearance: appearanceOf(n), ...changes });

const face = (values: Float32Array): FaceObservation => makeFace({ emotions: values });

describe('the average of a single face', () => {
  it('is 0.2 new + 0.8 history a frame, from the first sight on, whatever happens in frames without it', () => {
    fc.assert(
      fc.property(fc.array(fc.option(emotions), { minLength: 1, maxLength: 60 }), (frames) => {
        const play = new Play();
        let expected: number[] | null = null;
        for (const values of frames) {
          if (values === null) {
            expect(play.add([])).toEqual([]);
            continue;
          }
          const exact = Array.from(exactEmotions(face(values)));
          expected = expected === null ? exact : exact.map((value, i) => 0.2 * value + 0.8 * expected![i]);
          const [seen] = play.add([face(values)]);
          expect(seen.faceId).toBe(1);
          expect(Array.from(seen.emotions)).toEqual(exact);
          seen.smoothed.forEach((value, i) => expect(Math.abs(value - expected![i])).toBeLessThan(1e-12));
        }
      }),
    );
  });

  it('is that of videos where frames have times', () => {
    const frames = fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.option(emotions)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(frames, (list) => {
        const play = new Play();
        const smoother = new EmotionSmoother(0.2);
        let tS = 0;
        for (const [stepMs, values] of list) {
          tS += stepMs / 1000;
          const seen = play.add(values === null ? [] : [face(values)], tS);
          if (values === null) continue;
          const expected = smoother.add(1, tS, exactEmotions(face(values)));
          expect(seen).toMatchObject([{ faceId: 1 }]);
          expect(Array.from(seen[0].smoothed)).toEqual(Array.from(expected));
        }
      }),
    );
  });

  it('is what a late frame is answered with, which changes nothing', () => {
    const play = new Play();
    const [happy, sad] = [Float32Array.of(0, 0, 0, 1, 0, 0, 0), Float32Array.of(0, 0, 0, 0, 1, 0, 0)];
    play.add([face(happy)], 10);
    play.add([face(happy)], 11);
    const before = play.state;
    for (const tS of [10.5, 11, 2]) {
      const [late] = play.add([face(sad)], tS);
      expect(late.faceId).toBe(1);
      expect(Array.from(late.smoothed)).toEqual(Array.from(happy));
      expect(Array.from(late.emotions)).toEqual(Array.from(sad));
      expect(play.state).toEqual(before);
    }
    // Also one that comes after a frame without a face.
    play.add([], 20);
    expect(Array.from(play.add([face(sad)], 15)[0].smoothed)).toEqual(Array.from(happy));
    expect(play.add([face(sad)], 21)[0].smoothed[4]).toBeGreaterThan(0.99);
  });

  it('stays with whoever is alone, however he looks and wherever he is', () => {
    const play = new Play();
    expect(play.ids([person(1, 0)])).toEqual([1]);
    expect(play.ids([person(2, 580)])).toEqual([1]);
    expect(play.ids([])).toEqual([]);
    expect(play.ids([person(3, 300)])).toEqual([1]);
  });
});

describe('the faces of a session', () => {
  it('keep their ids in whatever order they are seen', () => {
    const play = new Play();
    expect(play.ids([person(1), person(2), person(3)])).toEqual([1, 2, 3]);
    expect(play.ids([person(3, 310), person(1, 110), person(2, 190)])).toEqual([3, 1, 2]);
    expect(play.ids([person(2), person(3)])).toEqual([2, 3]);
    expect(play.ids([person(1)])).toEqual([1]);
  });

  it('are averaged each by itself', () => {
    const [happy, sad] = [Float32Array.of(0, 0, 0, 1, 0, 0, 0), Float32Array.of(0, 0, 0, 0, 1, 0, 0)];
    const play = new Play();
    play.add([person(1, 100, { emotions: happy }), person(3, 400, { emotions: sad })]);
    const [third, first] = play.add([person(3, 400, { emotions: happy }), person(1, 100, { emotions: sad })]);
    expect([first.smoothed[3], first.smoothed[4]]).toEqual([0.8, 0.2]);
    expect([third.smoothed[4], third.smoothed[3]]).toEqual([0.8, 0.2]);
  });

  it('are told apart by their looks where they stand close', () => {
    const play = new Play();
    play.add([person(1, 100), person(2, 170)]);
    expect(play.ids([person(2, 130), person(1, 140)])).toEqual([2, 1]);
  });

  it('get new ids when they are new, and no id twice', () => {
    const play = new Play();
    play.add([person(1, 50), person(2, 250)]);
    expect(play.ids([person(1, 50), person(2, 250), person(3, 500)])).toEqual([1, 2, 3]);
    for (let i = 0; i < 24; i++) expect(play.ids([person(1, 50), person(2, 250)])).toEqual([1, 2]);
    expect(play.state.faces.map(({ faceId }) => faceId)).toEqual([1, 2, 3]);
    // The 25th frame that shows others, and not the third.
    play.add([person(1, 50), person(2, 250)]);
    expect(play.state.faces.map(({ faceId }) => faceId)).toEqual([1, 2]);
    expect(play.ids([person(1, 50), person(2, 250), person(3, 500)])).toEqual([1, 2, 4]);
  });

  it('are not forgotten by frames that show nobody', () => {
    const play = new Play();
    play.add([person(1), person(3)]);
    for (let i = 0; i < 100; i++) play.add([]);
    expect(play.ids([person(3), person(1)])).toEqual([2, 1]);
  });

  it('are forgotten after 5 s of frames that show others, where frames have times', () => {
    const play = new Play();
    play.add([person(1, 50), person(3, 500)], 0);
    play.add([], 60);
    for (const tS of [100, 104.9]) play.add([person(1, 50)], tS);
    expect(play.state.faces.map(({ faceId }) => faceId)).toEqual([1, 2]);
    play.add([person(1, 50)], 105);
    expect(play.state.faces.map(({ faceId }) => faceId)).toEqual([1]);
    expect(play.ids([person(1, 50), person(3, 500)], 106)).toEqual([1, 3]);
  });

  it('that only a late frame shows keep the ids that they were given to themselves', () => {
    const play = new Play();
    play.add([person(1, 50)], 5);
    expect(play.ids([person(1, 50), person(3, 500)], 4)).toEqual([1, 2]);
    expect(play.ids([person(1, 50), person(3, 500)], 6)).toEqual([1, 3]);
  });
});

it('a state of another version is none', () => {
  expect(unpackState(Buffer.from('{"version":0,"state":{}}'))).toBeNull();
});
