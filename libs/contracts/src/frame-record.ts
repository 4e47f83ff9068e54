import { z } from 'zod';

import { emotionSchema, emotionValuesSchema } from './emotions.js';

/** A rectangle in pixels of the upright source picture. */
export const regionSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

export type Region = z.infer<typeof regionSchema>;

export const faceRecordSchema = z.object({
  face_id: z.int(),
  region: regionSchema,
  score: z.number().describe('Detector score, 0-1'),
  emotions: emotionValuesSchema.describe('Probabilities of this frame alone'),
  smoothed_emotions: emotionValuesSchema.describe('Probabilities after the moving average'),
  dominant_emotion: emotionSchema.describe('The largest of the smoothed ones'),
  confidence: z.number().describe('Smoothed probability of the dominant emotion'),
  uncertain: z
    .boolean()
    .describe(
      'The face is too small, blurred, turned or ambiguous for its emotion to be told: left out of averages',
    ),
  head_pose: z.object({ yaw: z.number(), pitch: z.number(), roll: z.number() }).describe('Degrees'),
  gaze: z.object({ yaw: z.number(), pitch: z.number() }).describe('Degrees'),
  eyes_open: z.boolean(),
  eye_contact: z.boolean().describe('False also where it is not known'),
  eye_contact_unknown: z
    .boolean()
    .describe('The eyes are too small, or too much turned away, to be read: left out of eye contact scores'),
  landmarks: z
    .array(z.tuple([z.number(), z.number()]))
    .optional()
    .describe('68 iBUG points in units of the face region, only when asked for'),
});

export type FaceRecord = z.infer<typeof faceRecordSchema>;

/** One analysed frame. */
export const frameRecordSchema = z.object({
  t_s: z.number().describe('Decoder timestamp, seconds from the start of the video'),
  faces: z.array(faceRecordSchema),
});

export type FrameRecord = z.infer<typeof frameRecordSchema>;

export const framePageSchema = z.object({
  data: z.array(frameRecordSchema),
  next_cursor: z.string().nullable(),
});
