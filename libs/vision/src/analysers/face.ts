import { APPEARANCE_LENGTH, EMOTIONS, LANDMARKS_LENGTH } from '@eyeline/contracts';

import { type LumaPyramid } from '../image/luma-pyramid.js';
import { type FaceCandidate } from './detector/decode-face-grid.js';
import { type FittedHead } from './head-pose/fit-head-pose.js';
import { type HeadPose, type Rotation } from './head-pose/rotation.js';

/** What the analysers see: the picture, and its place behind an assumed lens. */
export interface FrameView {
  readonly pyramid: LumaPyramid;
  /** Pixels of the picture for one unit at distance one (assumed, docs/outputs.md). */
  readonly focalPx: number;
}

/** One face while its frame is looked at: the analysers fill it in the order of the registry. Pixels are the picture's. */
export class Face {
  /** 70 points, x and y. */
  readonly points = new Float32Array(LANDMARKS_LENGTH);
  /** The aligned crop that the landmarks were found in: `cropSide` rows of as many scaled numbers. */
  crop: Float32Array = new Float32Array(0);
  /** Held against the ray from the camera to the face. */
  head: FittedHead = { rotation: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), scale: 1 };
  /** From that ray's coordinates to the camera's. */
  rayRotation: Rotation = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  headPose: HeadPose = { yawDeg: 0, pitchDeg: 0, rollDeg: 0 };
  gaze = { yawDeg: 0, pitchDeg: 0 };
  cameraAngleDeg = 0;
  eyesOpen = false;
  eyesReadable = false;
  emotions: Float32Array = new Float32Array(EMOTIONS.length);
  /** Null: no second network is asked. */
  comparedEmotions: Float32Array | null = null;
  quality = 0;
  appearance = new Float32Array(APPEARANCE_LENGTH);

  constructor(
    readonly candidate: FaceCandidate,
    readonly view: FrameView,
  ) {}
}

/** One thing that is found out about faces. Looks at all faces at once, whichever frames they are of. */
export type Analyser = (faces: readonly Face[]) => Promise<void> | void;
