import { emotionSchema, emotionValuesSchema } from '@eyeline/contracts';
import { z } from 'zod';

/** What the prototype looked at when nobody said anything else. */
const DEFAULT_INTERVAL = 30;

/** The query of `POST /process-frame`. Prototypes' clients send what they like: other names are left alone. */
export const processFrameQuerySchema = z.object({
  frame_interval: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(DEFAULT_INTERVAL)
    .describe('Every N-th frame is analysed.'),
  scale_factor: z.coerce
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe(
      'Factor from the source to the analysis resolution. Without it the longest side is at most 640 pixels.',
    ),
});

export type ProcessFrameQuery = z.output<typeof processFrameQuerySchema>;

/** What the prototype said of a video. Numbers are numbers: 0 where the report has none, since no face was seen. */
export const prototypeReportSchema = z.object({
  average_emotion_scores: emotionValuesSchema.describe(
    'Percent of the faces seen whose dominant emotion is that one; all 0 when no face was seen.',
  ),
  overall_dominant_emotion: emotionSchema.nullable().describe('Null when no face was seen.'),
  total_frames_analyzed: z.int(),
  average_confidence_score: z.number().min(0).max(1),
  eye_contact_score: z.number().min(0).max(100).describe('Percent.'),
});

export type PrototypeReport = z.infer<typeof prototypeReportSchema>;
