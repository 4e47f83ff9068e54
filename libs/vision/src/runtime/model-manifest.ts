import { AppError, EMOTIONS } from '@eyeline/contracts';
import { z } from 'zod';

export const MODEL_ROLES = ['detector', 'landmarks', 'eyes', 'emotion'] as const;

export type ModelRole = (typeof MODEL_ROLES)[number];

/** One entry for each number of an output; null where the product has no use for it (contempt). */
const labelsSchema = z.array(z.enum(EMOTIONS).nullable());

/** What the output of a network of each role is. */
const KINDS = {
  detector: 'face-grid',
  landmarks: 'points',
  eyes: 'points',
  emotion: 'probabilities',
} as const satisfies Record<ModelRole, string>;

const manifestFields = z.strictObject({
  /** The folder's name too: what networks are chosen by. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/),
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

/** What stands beside each network: where it came from, how pixels go in and what comes out. */
export const modelManifestSchema = manifestFields.superRefine(({ role, input, output, heads }, context) => {
  const refuse = (path: string[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  if (output.kind !== KINDS[role]) refuse(['output', 'kind'], `has to be "${KINDS[role]}" for a ${role}`);
  if (role !== 'detector' && (input.width === null || input.height === null)) {
    refuse(['input'], `needs a width and a height for ${role}`);
  }
  if (role !== 'emotion') return;
  if (input.crop !== 'fer') refuse(['input', 'crop'], 'has to be "fer" for emotion');
  for (const [path, { labels }] of [['output', output] as const, ...Object.entries(heads)]) {
    if (labels.every((label) => label === null)) refuse([path, 'labels'], 'name not one of the emotions');
  }
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

/** @throws {AppError} internal for a network that takes pictures of any size */
export function fixedInputSize({ name, input }: ModelManifest): { width: number; height: number } {
  const { width, height } = input;
  if (width === null || height === null) {
    throw new AppError('internal', { detail: `The manifest of ${name} names no size of its input.` });
  }
  return { width, height };
}
