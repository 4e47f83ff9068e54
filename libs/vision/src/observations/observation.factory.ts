import {
  APPEARANCE_LENGTH,
  LANDMARKS_LENGTH,
  EMOTIONS,
  type Emotion,
  type FaceObservation,
  type FrameObservation,
} from '@eyeline/contracts';

/** For specs: a face observation with everything in it, changed by what matters to the test. */
export function makeFace(changes: Partial<FaceObservation> = {}): FaceObservation {
  return {
    region: { x: 100, y: 100, w: 80, h: 100 },
    score: 0.95,
    emotions: emotionVector({ neutral: 1 }),
    headPose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 },
    gaze: { yawDeg: 0, pitchDeg: 0 },
    cameraAngleDeg: 0,
    eyesOpen: true,
    eyesReadable: true,
    quality: 0.8,
    landmarks: new Float32Array(LANDMARKS_LENGTH).fill(0.5),
    appearance: appearanceOf(1),
    ...changes,
  };
}

/** For specs: an analysed frame. */
export function makeFrame(tS: number, faces: readonly FaceObservation[] = []): FrameObservation {
  return { tS, outcome: 'analyzed', facesDropped: 0, faces };
}

/** For specs: seven probabilities, those not named are 0. */
export function emotionVector(values: Partial<Record<Emotion, number>>): Float32Array {
  return Float32Array.from(EMOTIONS, (emotion) => values[emotion] ?? 0);
}

/** For specs: the look of person n: unit vectors of different people are orthogonal. */
export function appearanceOf(person: number): Float32Array {
  const vector = new Float32Array(APPEARANCE_LENGTH);
  vector[person % APPEARANCE_LENGTH] = 1;
  return vector;
}

/** For specs: an array as the async stream that the report reads, once for each call. */
export const streamOf = <T>(items: readonly T[]) =>
  async function* (): AsyncGenerator<T> {
    for (const item of items) yield await Promise.resolve(item);
  };
