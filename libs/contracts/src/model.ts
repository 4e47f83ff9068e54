import { z } from 'zod';

/** A network that this service can use. */
export const modelSchema = z.object({
  object: z.literal('model'),
  role: z.enum(['detector', 'landmarks', 'eyes', 'emotion']).describe('What it does with a frame'),
  name: z.string(),
  version: z.string(),
  sha256: z.string().describe('Of its file: by it a report says which network looked'),
  license: z.string(),
  trained_on: z.array(z.string()),
  card: z
    .string()
    .nullable()
    .describe(
      'Its model card as Markdown: what it is, how it was measured, what it cannot do; null where it came without one',
    ),
});

export type Model = z.infer<typeof modelSchema>;

export const modelListSchema = z.object({
  data: z.array(modelSchema),
  next_cursor: z.string().nullable(),
});
