import { z } from 'zod';

import { faceRecordSchema } from './frame-record.js';

/** The longest name of a session, characters. */
const MAX_SESSION_ID = 200;

/** Whatever a client calls its session: without control characters, which no log and no path can hold. */
export const sessionIdSchema = z
  .string()
  .min(1)
  .max(MAX_SESSION_ID)
  .regex(/^\P{Cc}+$/u, 'must hold no control characters.')
  .describe('Of your choice, and known to your API key alone.');

/** What a client may say beside an image. */
export const liveFrameFieldsSchema = z.strictObject({
  session_id: sessionIdSchema.optional(),
  t_s: z
    .number()
    .min(0)
    .optional()
    .describe('When the picture was taken, in seconds from a moment of your choice; only within a session.'),
  landmarks: z.boolean().default(false).describe('Whether the answer holds the 68 points of each face.'),
});

export type LiveFrameFields = z.output<typeof liveFrameFieldsSchema>;

/** What is sent as JSON instead of the image's bytes. */
export const liveFrameRequestSchema = liveFrameFieldsSchema.extend({
  image: z
    .string()
    .describe(
      'The image as a `data:` URL in base64, such as `data:image/jpeg;base64,...`, or its base64 alone.',
    ),
});

/** One picture that came by itself, or as part of a session. Probabilities are not rounded. */
export const liveFrameRecordSchema = z.object({
  t_s: z
    .number()
    .nullable()
    .describe(
      'Seconds: as given, otherwise from the first frame of the session to the arrival of this one; null without a session.',
    ),
  faces: z.array(faceRecordSchema),
});

export type LiveFrameRecord = z.infer<typeof liveFrameRecordSchema>;
