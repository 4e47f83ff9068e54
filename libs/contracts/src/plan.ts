import { z } from 'zod';

import { COLOR_MATRICES } from './observation.js';
import { modelReferenceSchema, videoSchema } from './report.js';

export const segmentPlanSchema = z.strictObject({
  startS: z.number(),
  endS: z.number(),
  /** Frames of the video before `startS`: every N-th frame counts from the first one of all. */
  framesBefore: z.int(),
  /** How many frames sampling will ask for. */
  framesExpected: z.int(),
  /**
   * A piece of the video around the stretch, for workers that would have to fetch the whole file otherwise; its picture
   * is stream 0. Null: the stretch is decoded out of the whole video.
   */
  object: z.strictObject({ key: z.string(), sha256: z.string() }).nullable(),
});

/**
 * What prepare-video found out and decided, kept as a JSON object beside the video until the report is written:
 * with the segments' outcomes the only thing that the three jobs of an analysis need to know about each other.
 */
export const analysisPlanSchema = z.strictObject({
  video: videoSchema,
  /** Place of the picture among the streams of the file. */
  streamIndex: z.int(),
  /** Where the clock of the file begins, in seconds: all times count from there. */
  containerStartS: z.number(),
  /** By what its colours are to be read; plans that an earlier version wrote do not say. */
  colorMatrix: z.enum(COLOR_MATRICES).default('bt601'),
  /** Pixels of the frames that vision sees. */
  analysisWidth: z.int(),
  analysisHeight: z.int(),
  /** Stretches of the video in order; they touch and cover what is analysed. */
  segments: z.array(segmentPlanSchema).min(1),
  /** How many frames sampling will ask for in all. */
  framesExpected: z.int(),
  /** Where the file ends although it states a longer duration. */
  truncatedAtS: z.number().nullable(),
});

export type SegmentPlan = z.infer<typeof segmentPlanSchema>;

export type AnalysisPlan = z.infer<typeof analysisPlanSchema>;

/** Written after the observations of a segment: while it is there, they are complete and need no second look. */
export const segmentOutcomeSchema = z.strictObject({
  /** Frames that the decoder delivered. */
  frames: z.int(),
  decodeErrors: z.int(),
  engine: z.strictObject({
    models: z.array(modelReferenceSchema),
    comparedModel: modelReferenceSchema.optional(),
    executionProvider: z.string(),
  }),
});

export type SegmentOutcome = z.infer<typeof segmentOutcomeSchema>;
