import { z } from 'zod';

import { sessionIdSchema } from './live.js';
import { narrativeRequestSchema, narrativeSchema } from './narrative.js';
import { measurementsSchema, reportSchema } from './report.js';

/** The body of `POST /v1/sessions/{session_id}/end`. */
export const sessionEndSchema = z.strictObject({
  context: narrativeRequestSchema.shape.context
    .unwrap()
    .optional()
    .describe(
      'What the session was about, in words of your own. It is kept in the report, and goes to the language model.',
    ),
  language: narrativeRequestSchema.shape.language
    .unwrap()
    .optional()
    .describe('The language of the narrative, as a BCP 47 tag; default `en`.'),
});

export type SessionEnd = z.output<typeof sessionEndSchema>;

const instant = z.iso.datetime();

/** What a live session was, measured as a video is. Times are those of the frames' `t_s`. */
export const sessionReportSchema = measurementsSchema.extend({
  object: z.literal('session_report'),
  session_id: sessionIdSchema,
  context: z.string().nullable(),
  started_at: instant.describe('When the first frame arrived.'),
  ended_at: instant.describe('When the end was asked for.'),
  duration_s: z.number().min(0).describe('Seconds from the first frame to the last one, in order of time.'),
  sampling: reportSchema.shape.sampling,
  models: reportSchema.shape.models,
  engine: reportSchema.shape.engine,
  narrative: narrativeSchema
    .nullable()
    .describe('Written when context or language was given and a language model is configured.'),
});

export type SessionReport = z.infer<typeof sessionReportSchema>;

export const SESSION_STATUSES = ['open', 'ending', 'ended'] as const;

export const sessionSchema = z.object({
  object: z.literal('session'),
  session_id: sessionIdSchema,
  status: z
    .enum(SESSION_STATUSES)
    .describe('`ending`: its end was asked for, and the report is not there yet.'),
  started_at: instant,
  last_frame_at: instant,
  ended_at: instant.nullable(),
  expires_at: instant.describe('When it is forgotten, if no further frame comes.'),
  frames: z.int(),
  frames_with_face: z.int(),
  uses_client_time: z.boolean().describe('Whether each frame has to have `t_s`.'),
  links: z.object({ self: z.string(), report: z.string() }),
});

export type Session = z.infer<typeof sessionSchema>;
