import { analysisStatusSchema, tagSchema } from '@eyeline/contracts';
import { z } from 'zod';

/** The query of `GET /v1/analyses`. */
export const listQuerySchema = z.strictObject({
  status: analysisStatusSchema.optional(),
  tag: tagSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many on one page.'),
  cursor: z.string().max(512).optional().describe('`next_cursor` of the page before.'),
});

export type ListQuery = z.output<typeof listQuerySchema>;

/** The query of `GET /v1/analyses/{id}`. */
export const waitQuerySchema = z.strictObject({
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .describe(
      'Seconds to hold the answer until the analysis ends; the answer comes then, or when they have passed.',
    ),
});

export type WaitQuery = z.output<typeof waitQuerySchema>;

export const FRAME_FORMATS = ['json', 'ndjson', 'csv', 'parquet'] as const;

/** The query of `GET /v1/analyses/{id}/frames`. */
export const framesQuerySchema = z.strictObject({
  format: z.enum(FRAME_FORMATS).default('json'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Frames on one page of `json`.'),
  cursor: z.string().max(512).optional().describe('`next_cursor` of the page before; `json` alone.'),
});

export type FramesQuery = z.output<typeof framesQuerySchema>;
