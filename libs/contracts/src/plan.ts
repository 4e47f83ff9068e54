import { z } from 'zod';

import { modelReferenceSchema, videoSchema } from './report.js';

/**
 * What prepare-video found out and decided, kept as a JSON object beside the video until the report is written:
 * with the segments' outcomes the only thing that the three jobs of an analysis need to know about each other.
 */
export const analysisPlanSchema = z.strictObject({
  video: videoSchema,
  /** Place of the picture among the streams of the file. */
  streamIndex: z.int(),
  /** Pixels of the frames that vision sees. */
  analysisWidth: z.int(),
  analysisHeight: z.int(),
  /** Pieces of the video in order; they touch and cover what is analysed. `objectKey` null: cut from the whole video. */
  segments: z
    .array(z.strictObject({ startS: z.number(), endS: z.number(), objectKey: z.string().nullable() }))
    .min(1),
  /** How many frames sampling will ask for in all. */
  framesExpected: z.int(),
  /** Where the file ends although it states a longer duration. */
  truncatedAtS: z.number().nullable(),
});

export type AnalysisPlan = z.infer<typeof analysisPlanSchema>;

/** Written after the observations of a segment: while it is there, they are complete and need no second look. */
export const segmentOutcomeSchema = z.strictObject({
  /** Frames that the decoder delivered. */
  frames: z.int(),
  decodeErrors: z.int(),
  engine: z.strictObject({ models: z.array(modelReferenceSchema), executionProvider: z.string() }),
});

export type SegmentOutcome = z.infer<typeof segmentOutcomeSchema>;
