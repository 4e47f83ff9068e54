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

/** What a client says of a video that it will send straight to the store. */
export const newDirectUploadSchema = z.strictObject({
  size_bytes: z.int().min(1).describe('How many bytes the video has.'),
});

export type NewDirectUpload = z.infer<typeof newDirectUploadSchema>;

/** An upload whose bytes go past the API: PUT each part to its address and keep the ETag that is answered. */
export const directUploadSchema = uploadSchema.extend({
  part_size_bytes: z.int().min(1).describe('Of every part but the last, which has the rest.'),
  parts: z.array(z.object({ number: z.int().min(1), url: z.string() })),
});

export type DirectUpload = z.infer<typeof directUploadSchema>;

/** What the store has answered for each part. */
export const completedPartsSchema = z.strictObject({
  parts: z
    .array(z.strictObject({ number: z.int().min(1).max(10_000), etag: z.string().min(1).max(256) }))
    .min(1)
    .max(10_000),
});
