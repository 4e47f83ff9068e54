import { z } from 'zod';

import { emotionSchema, emotionValuesSchema } from './emotions.js';

const seconds = z.number().min(0).describe('Seconds from the start of the video');
const percent = z.number().min(0).max(100);
const probability = z.number().min(0).max(1);
const uncertainShare = probability.describe(
  'Share of the face observations whose emotion is uncertain, 0-1: left out of the averages, unless all are',
);
const eyeContactScore = percent
  .nullable()
  .describe('Of the face observations whose eyes can be read; null where there is none');
const unknownShare = probability.describe(
  'Share of the face observations whose eyes cannot be read, 0-1: left out of eye_contact_score',
);

export const videoSchema = z.object({
  duration_s: seconds,
  width: z.int().describe('Pixels of the upright picture (rotation applied)'),
  height: z.int(),
  fps: z.number().describe('Average frames a second'),
  codec: z.string(),
  rotation: z
    .int()
    .describe('Degrees by which the stored picture was turned clockwise to be upright: 0, 90, 180, 270'),
  variable_frame_rate: z.boolean(),
  size_bytes: z.int(),
  sha256: z.string(),
});

export type Video = z.infer<typeof videoSchema>;

export const GAP_REASONS = ['undecodable', 'truncated'] as const;

/** A stretch in which sampling asked for frames and the decoder delivered none. */
export const gapSchema = z.object({ start_s: seconds, end_s: seconds, reason: z.enum(GAP_REASONS) });

export type Gap = z.infer<typeof gapSchema>;

export const samplingSchema = z.object({
  fps: z.number().nullable().describe('Frames asked for a second; null when every N-th frame was asked for'),
  frame_interval: z.int().nullable(),
  frames_decoded: z.int(),
  frames_analyzed: z.int(),
  frames_skipped: z.int(),
  frames_failed: z.int(),
  segments: z.int(),
  gaps: z.array(gapSchema),
});

const headPoseSchema = z.object({ yaw: z.number(), pitch: z.number(), roll: z.number() }).describe('Degrees');

export const faceSummarySchema = z.object({
  face_id: z.int(),
  first_seen_s: seconds,
  last_seen_s: seconds,
  frames: z.int(),
  screen_share: probability.describe('Mean share of the picture that the face region covers, 0-1'),
  dominant_emotion: emotionSchema,
  average_emotion_scores: emotionValuesSchema,
  mean_emotion_probabilities: emotionValuesSchema,
  average_confidence_score: probability,
  uncertain_share: uncertainShare,
  eye_contact_score: eyeContactScore,
  eye_contact_unknown_share: unknownShare,
  blinks: z
    .object({
      count: z.int(),
      per_minute: z.number().min(0).describe('Of the time in which the lids were seen'),
    })
    .nullable()
    .describe('Null with fewer than 10 frames a second, of eyes that are too small, and in live sessions'),
  mean_head_pose: headPoseSchema,
  quality: probability,
  thumbnail: z.string().nullable().describe('Address of a small picture; null unless asked for'),
});

export type FaceSummary = z.infer<typeof faceSummarySchema>;

export const timelineBucketSchema = z.object({
  start_s: seconds,
  end_s: seconds,
  faces: z.int().describe('The most faces seen at once'),
  dominant_emotion: emotionSchema.nullable(),
  mean_emotion_probabilities: emotionValuesSchema.nullable(),
  eye_contact_score: eyeContactScore,
});

export type TimelineBucket = z.infer<typeof timelineBucketSchema>;

export const emotionEpisodeSchema = z.object({
  face_id: z.int(),
  emotion: emotionSchema,
  start_s: seconds,
  end_s: seconds,
  mean_probability: probability,
});

export const eyeContactEpisodeSchema = z.object({ face_id: z.int(), start_s: seconds, end_s: seconds });

export const WARNING_CODES = [
  'no_face',
  'small_faces',
  'dark_frames',
  'frames_failed',
  'gaps',
  'too_many_faces',
  'uncertain_emotions',
  'unknown_eye_contact',
  'no_thumbnail',
  'no_annotated_video',
  'no_narrative',
] as const;

export const warningSchema = z.object({ code: z.enum(WARNING_CODES), message: z.string() });

export type Warning = z.infer<typeof warningSchema>;

export const modelReferenceSchema = z.object({
  role: z.enum(['detector', 'landmarks', 'eyes', 'emotion', 'gaze']),
  name: z.string(),
  version: z.string(),
  sha256: z.string(),
});

export type ModelReference = z.infer<typeof modelReferenceSchema>;

/** What was measured over all faces: the shared part of a video's report and of a live session's. */
export const measurementsSchema = z.object({
  total_frames_analyzed: z.int(),
  frames_with_face: z.int(),
  overall_dominant_emotion: emotionSchema.nullable(),
  average_emotion_scores: emotionValuesSchema,
  mean_emotion_probabilities: emotionValuesSchema,
  average_confidence_score: probability.nullable(),
  uncertain_share: uncertainShare.nullable(),
  eye_contact_score: eyeContactScore,
  eye_contact: z.object({
    score: eyeContactScore,
    unknown_share: unknownShare.nullable(),
    longest_s: seconds,
    episodes: z.array(eyeContactEpisodeSchema),
  }),
  faces: z.array(faceSummarySchema),
  episodes: z.array(emotionEpisodeSchema),
  timeline: z.array(timelineBucketSchema),
  warnings: z.array(warningSchema),
});

export type Measurements = z.infer<typeof measurementsSchema>;

/** Two emotion networks about the same faces. */
export const comparisonSchema = z.object({
  model: modelReferenceSchema.describe('The second network; the first one is in models'),
  observations: z
    .int()
    .describe('Face observations that both networks read with certainty: what is compared'),
  uncertain: z.int().describe('Face observations that one of them, or both, read as uncertain: left out'),
  agreement: probability.nullable().describe('Share of the observations in which both name the same emotion'),
  kappa: z
    .number()
    .min(-1)
    .max(1)
    .nullable()
    .describe("Cohen's kappa: agreement beyond chance; null where chance alone would make it whole"),
  disagreements_total: z.int().describe('Stretches in which one person was read differently'),
  disagreements: z
    .array(
      z.object({
        face_id: z.int(),
        start_s: seconds,
        end_s: seconds,
        emotion: emotionSchema.describe('What the network of the report says'),
        compared_emotion: emotionSchema.describe('What the second network says'),
      }),
    )
    .describe('In order of time; of more than 200 the longest'),
});

export type Comparison = z.infer<typeof comparisonSchema>;

export const reportSchema = measurementsSchema.extend({
  analysis_id: z.string(),
  video: videoSchema,
  sampling: samplingSchema,
  models: z.array(modelReferenceSchema),
  comparison: comparisonSchema.optional().describe('Where the analysis was asked to compare'),
  engine: z.object({ version: z.string(), execution_provider: z.string() }),
});

export type Report = z.infer<typeof reportSchema>;
