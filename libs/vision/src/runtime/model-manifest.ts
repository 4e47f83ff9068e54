import { AppError, EMOTIONS } from '@eyeline/contracts';
import { z } from 'zod';

import { countChannels, modelInputSchema, type PictureInput } from './model-input.js';

export const MODEL_ROLES = ['detector', 'landmarks', 'eyes', 'emotion'] as const;

export type ModelRole = (typeof MODEL_ROLES)[number];

/** More classes than any network of emotions has: what has more is another kind of network. */
const MAX_LABELS = 100;

/**
 * One entry for each number of an output: one of the seven emotions, another name (an expression that the product has no
 * place for), or null (left out).
 */
const labelsSchema = z.array(z.string().min(1).max(40).nullable()).max(MAX_LABELS);

/** What the outputs of a network of each role can be. */
const KINDS = {
  detector: ['face-grid', 'yunet'],
  landmarks: ['points'],
  eyes: ['points'],
  emotion: ['probabilities', 'logits'],
} as const satisfies Record<ModelRole, readonly string[]>;

/** The part of the picture that a network of each role sees. */
const CROPS = {
  detector: ['frame'],
  landmarks: ['face'],
  eyes: ['eye'],
  emotion: ['fer', 'face'],
} as const satisfies Record<ModelRole, readonly string[]>;

const GRAY = ['gray', 'gray-as-color'] as const;

/** How a network of each role may be shown it: what finds points reads grey alone. */
const CHANNELS = {
  detector: [...GRAY, 'rgb', 'bgr'],
  landmarks: GRAY,
  eyes: GRAY,
  emotion: [...GRAY, 'rgb', 'bgr'],
} as const satisfies Record<ModelRole, readonly PictureInput['channels'][]>;

const manifestFields = z.strictObject({
  /** The folder's name too: what networks are chosen by. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'is no name in small letters, digits, ".", "_" and "-"'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  role: z.enum(MODEL_ROLES),
  /** Among the shipped ones, exactly one manifest a role is the default. */
  default: z.boolean().default(false),
  file: z.string().regex(/^[\w.-]+\.onnx$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  license: z.string().min(1),
  trained_on: z.array(z.string()).min(1),
  input: modelInputSchema,
  output: z.strictObject({
    name: z.string(),
    /** `logits`: the softmax is not in the network. */
    kind: z.enum(['face-grid', 'yunet', 'points', 'probabilities', 'logits']),
    labels: labelsSchema,
  }),
  /** Further outputs, of the same kind. */
  heads: z.record(z.string(), z.strictObject({ name: z.string(), labels: labelsSchema })).default({}),
});

/** What stands beside each network: where it came from, how pixels go in and what comes out (docs/models.md). */
export const modelManifestSchema = manifestFields.superRefine((manifest, context) => {
  const { role, input, output } = manifest;
  const refuse = (path: string[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  const expect = (path: [string, string], found: string, allowed: readonly string[]): void => {
    if (!allowed.includes(found)) refuse(path, `has to be ${quote(allowed)} for the role ${role}`);
  };
  expect(['output', 'kind'], output.kind, KINDS[role]);
  if (role === 'emotion') checkLabels(manifest, refuse);
  if (input.kind === 'landmarks') {
    if (role !== 'emotion') refuse(['input', 'kind'], `has to be "picture" for the role ${role}`);
    return;
  }
  expect(['input', 'crop'], input.crop, CROPS[role]);
  expect(['input', 'channels'], input.channels, CHANNELS[role]);
  for (const name of ['mean', 'std'] as const) {
    const count = countChannels(input);
    if (input[name].length !== count) refuse(['input', name], `needs ${count} of them for ${input.channels}`);
  }
  if ((input.width === null) !== (input.height === null)) refuse(['input'], 'has a width or a height alone');
  const sides = [input.width, input.height];
  if (role === 'detector' && sides.some((one) => one !== null && one % 32 !== 0)) {
    refuse(['input'], 'needs sides that are multiples of 32 for a detector');
  }
  if (output.kind === 'face-grid' && Object.keys(manifest.heads).length !== 2) {
    refuse(['heads'], 'has to name the grids of strides 16 and 32');
  }
  if (input.width === null && role !== 'detector')
    refuse(['input'], `needs a width and a height for ${role}`);
});

/** A network that knows no two of the seven tells nothing of them. */
function checkLabels(
  { output, heads }: z.infer<typeof manifestFields>,
  refuse: (path: string[], message: string) => void,
): void {
  const all = [
    { path: ['output', 'labels'], labels: output.labels },
    ...Object.entries(heads).map(([name, { labels }]) => ({ path: ['heads', name, 'labels'], labels })),
  ];
  for (const { path, labels } of all) {
    const known = new Set(labels.filter((label) => EMOTIONS.some((emotion) => emotion === label)));
    if (known.size < 2) refuse(path, `name fewer than two of ${EMOTIONS.join(', ')}`);
  }
}

const quote = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(' or ');

export type ModelManifest = z.infer<typeof modelManifestSchema>;

/**
 * How a network is shown pictures.
 *
 * @throws {AppError} internal for one that reads landmarks instead
 */
export function pictureInput({ name, input }: ModelManifest): PictureInput {
  if (input.kind === 'picture') return input;
  throw new AppError('internal', {
    detail: `The network ${name} reads landmarks: it cannot be shown pictures.`,
  });
}

/** Pixel v -> `v * gain + bias`, which is the manifest's `(v * scale - mean) / std`. */
export interface PixelScaling {
  readonly gain: number;
  readonly bias: number;
}

/** For each channel. */
export function channelScalings(manifest: ModelManifest): PixelScaling[] {
  const { mean, std, scale } = pictureInput(manifest);
  return mean.map((one, i) => ({ gain: scale / std[i], bias: -one / std[i] }));
}

/** How pictures are scaled for `ModelSession.run`: with more than one channel, the session itself scales each of them. */
export function pixelScaling(manifest: ModelManifest): PixelScaling {
  return countChannels(pictureInput(manifest)) === 1 ? channelScalings(manifest)[0] : { gain: 1, bias: 0 };
}

/** @throws {AppError} internal for a network that takes pictures of any size */
export function fixedInputSize(manifest: ModelManifest): { width: number; height: number } {
  const { width, height } = pictureInput(manifest);
  if (width === null || height === null) {
    throw new AppError('internal', {
      detail: `The manifest of ${manifest.name} names no size of its input.`,
    });
  }
  return { width, height };
}
