import { z } from 'zod';

import { problemSchema } from './errors.js';
import { videoSchema } from './report.js';

/** `queued` -> `processing` -> `completed` | `failed` | `canceled`; the last three are final. */
export const ANALYSIS_STATUSES = ['queued', 'processing', 'completed', 'failed', 'canceled'] as const;

export const analysisStatusSchema = z.enum(ANALYSIS_STATUSES);

export type AnalysisStatus = z.infer<typeof analysisStatusSchema>;

export const FINAL_STATUSES = [
  'completed',
  'failed',
  'canceled',
] as const satisfies readonly AnalysisStatus[];

export const isFinalStatus = (status: AnalysisStatus): boolean =>
  (FINAL_STATUSES as readonly AnalysisStatus[]).includes(status);

/** When an analysis that ends now goes, with its report and all else. */
export const expiryOf = (retainReportDays: number, nowMs = Date.now()): Date =>
  new Date(nowMs + retainReportDays * 24 * 3600 * 1000);

/** What the worker is busy with; equal to the status before and after. */
export const ANALYSIS_STAGES = [
  'queued',
  'fetching',
  'preparing',
  'analyzing',
  'assembling',
  'annotating',
  'completed',
  'failed',
  'canceled',
] as const;

export type AnalysisStage = (typeof ANALYSIS_STAGES)[number];

/**
 * What a client may choose for one analysis. Unknown fields are refused.
 * Defaults are applied here, so that the stored options say what was done.
 */
export const analysisOptionsSchema = z
  .strictObject({
    sampling_fps: z
      .number()
      .min(0)
      .max(240)
      .optional()
      .describe('Frames analysed a second; 0 = every frame. Default 5.'),
    frame_interval: z
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .describe('Every N-th frame, instead of sampling_fps.'),
    scale: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('Factor from the source to the analysis resolution; wins over max_side.'),
    max_side: z
      .int()
      .min(64)
      .max(4096)
      .default(640)
      .describe('Longest side of the analysis resolution in pixels; a smaller video is not enlarged.'),
    min_face_size: z
      .int()
      .min(0)
      .max(4096)
      .default(0)
      .describe('Smaller faces (source pixels, shorter side) are ignored.'),
    max_faces: z
      .int()
      .min(1)
      .max(100)
      .default(20)
      .describe('At most so many faces a frame, the largest first.'),
    smoothing: z
      .strictObject({ alpha: z.number().gt(0).max(1).default(0.2) })
      .default({ alpha: 0.2 })
      .describe('Weight of the new frame in the moving average at 5 observations a second.'),
    eye_contact_deg: z
      .number()
      .gt(0)
      .max(60)
      .default(12)
      .describe('Half-angle in degrees of the cone around the camera that counts as eye contact.'),
    emotion_model: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('Name of the network that reads emotions, of those that are offered; null = the one in use.'),
    compare: z
      .boolean()
      .default(false)
      .describe('Ask a second emotion network about the same faces, and report where the two disagree.'),
    compare_model: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe(
        'Name of the second network, of those that are offered; null = the one that the service compares with.',
      ),
    landmarks: z.boolean().default(false).describe('Put the 68 iBUG points of each face into the frames.'),
    thumbnails: z.boolean().default(false).describe('Keep a small picture of each person.'),
    annotated_video: z
      .boolean()
      .default(false)
      .describe('Make a video with boxes, emotions and gaze drawn in.'),
    start_s: z.number().min(0).default(0).describe('Analyse from this time of the video.'),
    end_s: z.number().gt(0).nullable().default(null).describe('Analyse up to this time; null = to the end.'),
    retain_video_hours: z
      .number()
      .min(0)
      .max(24 * 365)
      .default(24)
      .describe('Keep the uploaded video so long; 0 = delete it as soon as the report is written.'),
  })
  .superRefine((options, context) => {
    if (options.sampling_fps !== undefined && options.frame_interval !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['frame_interval'],
        message: 'Give sampling_fps or frame_interval, not both.',
      });
    }
    if (options.compare_model !== null && !options.compare) {
      context.addIssue({
        code: 'custom',
        path: ['compare_model'],
        message: 'compare_model is for compare: true alone.',
      });
    }
    if (options.end_s !== null && options.end_s <= options.start_s) {
      context.addIssue({ code: 'custom', path: ['end_s'], message: 'end_s must be after start_s.' });
    }
  })
  .transform((options) => ({
    ...options,
    sampling_fps: options.frame_interval === undefined ? (options.sampling_fps ?? 5) : null,
    frame_interval: options.frame_interval ?? null,
    scale: options.scale ?? null,
  }));

/** What a client sends. */
export type AnalysisOptionsInput = z.input<typeof analysisOptionsSchema>;

/** What is stored and worked by: every field present. Exactly one of `sampling_fps`, `frame_interval` is not null. */
export type AnalysisOptions = z.output<typeof analysisOptionsSchema>;

/** Anything that JSON can say; one schema object, so that documents made from the schemas name it once. */
export const jsonValueSchema = z.json();

/** Text that PostgreSQL cannot keep: the NUL character and halves of surrogate pairs. */
export const UNSTORABLE = /\0|\p{Surrogate}/u;

/** The same in the JSON text of a value, where both are written as escapes. */
const UNSTORABLE_ESCAPE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** The client's own data about an analysis: a JSON object of at most 4 kB. */
export const metadataSchema = z
  .record(z.string(), jsonValueSchema)
  .refine((value) => new TextEncoder().encode(JSON.stringify(value)).length <= 4096, {
    message: 'metadata may hold at most 4 kB of JSON.',
  })
  .refine((value) => !UNSTORABLE_ESCAPE.test(JSON.stringify(value)), {
    message: 'metadata may not hold NUL characters or halves of surrogate pairs.',
  });

export const tagSchema = z
  .string()
  .min(1)
  .max(128)
  .refine((value) => !UNSTORABLE.test(value), {
    message: 'tag may not hold NUL characters or halves of surrogate pairs.',
  });

export const instant = z.iso.datetime().describe('ISO 8601 instant, UTC');

/** An analysis as clients see it. */
export const analysisSchema = z.object({
  id: z.string(),
  object: z.literal('analysis'),
  status: analysisStatusSchema,
  progress: z.number().min(0).max(1).describe('Share of the work done; never goes back.'),
  stage: z.enum(ANALYSIS_STAGES),
  created_at: instant,
  started_at: instant.nullable(),
  completed_at: instant.nullable().describe('When it ended, whatever the outcome.'),
  expires_at: instant.nullable().describe('When the report goes.'),
  tag: z.string().nullable(),
  metadata: z.record(z.string(), jsonValueSchema),
  options: z.record(z.string(), jsonValueSchema),
  video: videoSchema.nullable(),
  error: problemSchema.nullable(),
  links: z.object({
    self: z.string(),
    report: z.string(),
    frames: z.string(),
    events: z.string(),
    dashboard: z.string(),
  }),
});

export type Analysis = z.infer<typeof analysisSchema>;

/** What is answered when nothing of an analysis is left. */
export const deletionReceiptSchema = z.object({
  id: z.string(),
  object: z.literal('analysis'),
  deleted: z.literal(true),
  deleted_at: instant,
  objects_deleted: z
    .int()
    .min(0)
    .describe('Stored files that were deleted: the video, frames, what lay between.'),
});

export type DeletionReceipt = z.infer<typeof deletionReceiptSchema>;

export const analysisListSchema = z.object({
  data: z.array(analysisSchema),
  next_cursor: z.string().nullable(),
});
