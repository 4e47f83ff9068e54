import { z } from 'zod';

/** A video that arrives in pieces, as clients see it. */
export const uploadSchema = z.object({
  id: z.string().describe('The `upload_id` that starts an analysis.'),
  object: z.literal('upload'),
  size_bytes: z.int().min(1).describe('What it has when it is complete.'),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().describe('It goes then, unless an analysis was started on it.'),
});

export type UploadReceipt = z.infer<typeof uploadSchema>;
