import { z } from 'zod';

import { problemSchema } from './errors.js';
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
  session_id: sessionIdSchema
    .optional()
    .describe('The session that the picture belongs to: of your choice, and known to your API key alone.'),
  t_s: z
    .number()
    .min(0)
    .optional()
    .describe(
      'When the picture was taken, in seconds from a moment of your choice; only within a session, and then with each of its pictures.',
    ),
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

/** What the address of a live connection says of all its pictures; a time is each picture's own. */
export const liveConnectionSchema = liveFrameFieldsSchema.omit({ t_s: true });

const dropped = z
  .int()
  .min(0)
  .describe('How many messages of this connection were dropped so far: nobody has looked at them.');
const frame = z
  .int()
  .min(1)
  .describe('Which message of this connection is answered; the first one has the number 1.');

/** What the service says on a live connection: the record of a frame, its error, or how many were dropped. */
export const liveMessageSchema = z.union([
  z.object({ frame, dropped, ...liveFrameRecordSchema.shape }),
  z.object({ frame, dropped, error: problemSchema }),
  z.object({ frame: z.null(), dropped }),
]);

export type LiveMessage = z.infer<typeof liveMessageSchema>;
