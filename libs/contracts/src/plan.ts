import { z } from 'zod';

import { videoSchema } from './report.js';

/**
 * What prepare-video found out and decided, kept as a JSON object beside the video until the report is written:
 * the only thing that analyse-segment and assemble-report need to know about each other.
 */
export const analysisPlanSchema = z.strictObject({
  video: videoSchema,
  /** Pixels of the frames that vision sees. */
  analysisWidth: z.int(),
  analysisHeight: z.int(),
  /** Pieces of the video in order; they touch and cover what is analysed. `objectKey` null: cut from the whole video. */
  segments: z.array(
    z.strictObject({ startS: z.number(), endS: z.number(), objectKey: z.string().nullable() }),
  ),
  /** How many frames sampling will ask for in all. */
  framesExpected: z.int(),
});

export type AnalysisPlan = z.infer<typeof analysisPlanSchema>;
