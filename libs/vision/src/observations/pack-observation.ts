import {
  APPEARANCE_LENGTH,
  AppError,
  EMOTIONS,
  type FaceObservation,
  FRAME_OUTCOMES,
  type FrameObservation,
  LANDMARKS_LENGTH,
} from '@eyeline/contracts';

const VERSION = 1;

/** Version, outcome, number of faces, faces left out. */
const HEAD_BYTES = 6;

/** Numbers of a face in single precision: region, score, emotions, head pose, gaze, camera angle, quality. */
const NUMBERS = 4 + 1 + EMOTIONS.length + 3 + 2 + 1 + 1;

/** The appearance holds parts of a unit vector: steps of 1/32767 are far below what tells people apart. */
const APPEARANCE_STEP = 1 / 32767;

/** What a face says with yes or no, a bit each. A bit that is not set says what was meant before there was the bit. */
const EYES_OPEN = 1;
const EYES_UNREADABLE = 2;

const FACE_BYTES = 4 * NUMBERS + 1 + 2 * APPEARANCE_LENGTH;

/**
 * An observation in a few hundred bytes (6, and 205 a face), little-endian, for keeping many of them one by one: in
 * single precision, the emotions exactly, without its time and the landmarks.
 */
export function packObservation({ outcome, facesDropped, faces }: FrameObservation): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + faces.length * FACE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, FRAME_OUTCOMES.indexOf(outcome));
  view.setUint16(2, faces.length, true);
  view.setUint16(4, Math.min(facesDropped, 0xffff), true);
  let at = HEAD_BYTES;
  for (const face of faces) {
    for (const number of numbersOf(face)) {
      view.setFloat32(at, number, true);
      at += 4;
    }
    view.setUint8(at++, (face.eyesOpen ? EYES_OPEN : 0) | (face.eyesReadable ? 0 : EYES_UNREADABLE));
    for (let i = 0; i < APPEARANCE_LENGTH; i++, at += 2) {
      view.setInt16(at, Math.round(clamp(face.appearance[i]) / APPEARANCE_STEP), true);
    }
  }
  return bytes;
}

/**
 * What `packObservation` made, at a time. Its landmarks are zeros.
 *
 * @throws {AppError} internal when the bytes are something else, or of another version
 */
export function unpackObservation(tS: number, bytes: Uint8Array): FrameObservation {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < HEAD_BYTES ? NaN : view.getUint16(2, true);
  if (view.byteLength !== HEAD_BYTES + count * FACE_BYTES || view.getUint8(0) !== VERSION) {
    throw new AppError('internal', { detail: 'A kept observation is damaged or of another version.' });
  }
  const faces = Array.from({ length: count }, (_, i) => readFace(view, HEAD_BYTES + i * FACE_BYTES));
  return { tS, outcome: FRAME_OUTCOMES[view.getUint8(1)], facesDropped: view.getUint16(4, true), faces };
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value));

const numbersOf = ({
  region,
  score,
  emotions,
  headPose,
  gaze,
  cameraAngleDeg,
  quality,
}: FaceObservation): number[] => [
  ...[region.x, region.y, region.w, region.h, score],
  ...Array.from({ length: EMOTIONS.length }, (_, i) => emotions[i]),
  ...[headPose.yawDeg, headPose.pitchDeg, headPose.rollDeg, gaze.yawDeg, gaze.pitchDeg],
  ...[cameraAngleDeg, quality],
];

function readFace(view: DataView, start: number): FaceObservation {
  let at = start - 4;
  const next = (): number => view.getFloat32((at += 4), true);
  const region = { x: next(), y: next(), w: next(), h: next() };
  const score = next();
  const emotions = Float32Array.from(EMOTIONS, next);
  const headPose = { yawDeg: next(), pitchDeg: next(), rollDeg: next() };
  const gaze = { yawDeg: next(), pitchDeg: next() };
  const cameraAngleDeg = next();
  const quality = next();
  const rest = start + 4 * NUMBERS;
  const flags = view.getUint8(rest);
  return {
    ...{ region, score, emotions, headPose, gaze, cameraAngleDeg, quality },
    eyesOpen: (flags & EYES_OPEN) !== 0,
    eyesReadable: (flags & EYES_UNREADABLE) === 0,
    landmarks: new Float32Array(LANDMARKS_LENGTH),
    appearance: Float32Array.from(
      { length: APPEARANCE_LENGTH },
      (_, i) => view.getInt16(rest + 1 + 2 * i, true) * APPEARANCE_STEP,
    ),
  };
}
