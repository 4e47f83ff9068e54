import { EMOTIONS } from '../emotions/emotions.js';

/** All frames of an analysis, column by column: a million observations in some dozen megabytes. */
export interface FrameSeries {
  /** In order of time. */
  readonly frameTimesS: Float64Array;
  readonly people: readonly PersonSeries[];
}

/** One entry for each frame in which the person was seen. */
export interface PersonSeries {
  readonly faceId: number;
  /** Places in `frameTimesS`. */
  readonly frames: Uint32Array;
  /** x, y, w, h in pixels of the upright video. */
  readonly regions: Float32Array;
  /** The seven smoothed probabilities. */
  readonly emotions: Float32Array;
  readonly hasEyeContact: Uint8Array;
  readonly isEyeContactUnknown: Uint8Array;
  readonly isUncertain: Uint8Array;
}

export const REGION_SIZE = 4;

/** Of which regions and emotions have this many a row. */
export const EMOTION_COUNT = EMOTIONS.length;
