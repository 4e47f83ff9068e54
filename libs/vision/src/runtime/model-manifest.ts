import { EMOTIONS } from '@eyeline/contracts';
import { z } from 'zod';

export const MODEL_ROLES = ['detector', 'landmarks', 'eyes', 'emotion'] as const;

export type ModelRole = (typeof MODEL_ROLES)[number];

/** One entry for each number of an output; null where the product has no use for it (contempt). */
const labelsSchema = z.array(z.enum(EMOTIONS).nullable());

/** What stands beside each network: where it came from, how pixels go in and what comes out. */
export const modelManifestSchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  role: z.enum(MODEL_ROLES),
  /** Exactly one manifest a role is the default. */
  default: z.boolean(),
  file: z.string().regex(/^[\w.-]+\.onnx$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  license: z.string(),
  trained_on: z.array(z.string()).min(1),
  input: z.strictObject({
    name: z.string(),
    layout: z.literal('NCHW'),
    /** null: any multiple of `multiple`. */
    width: z.int().positive().nullable(),
    height: z.int().positive().nullable(),
    multiple: z.int().positive().optional(),
    channels: z.literal('gray'),
    /** Pixels (0..255) are fed as `(v * scale - mean) / std`. */
    scale: z.number(),
    mean: z.array(z.number()).length(1),
    std: z.array(z.number().positive()).length(1),
    crop: z.enum(['frame', 'face', 'eye', 'fer']),
  }),
  output: z.strictObject({
    name: z.string(),
    kind: z.enum(['face-grid', 'points', 'probabilities']),
    labels: labelsSchema,
  }),
  /** Further outputs. */
  heads: z.record(z.string(), z.strictObject({ name: z.string(), labels: labelsSchema })),
});

export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** Pixel v -> `v * gain + bias`, which is the manifest's `(v * scale - mean) / std`. */
export interface PixelScaling {
  readonly gain: number;
  readonly bias: number;
}

export function pixelScaling({ input }: ModelManifest): PixelScaling {
  return { gain: input.scale / input.std[0], bias: -input.mean[0] / input.std[0] };
}
