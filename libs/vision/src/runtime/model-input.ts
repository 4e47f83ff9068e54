import { z } from 'zod';

const side = z.int().min(8).max(1024).nullable();

const pictureInputSchema = z.strictObject({
  kind: z.literal('picture').default('picture'),
  name: z.string(),
  layout: z.enum(['NCHW', 'NHWC']),
  /** null: any multiple of `multiple`. */
  width: side,
  height: side,
  multiple: z.int().positive().optional(),
  /** `rgb`, `bgr`: in colour, in this order; `gray-as-color`: three channels, each of them the grey picture. */
  channels: z.enum(['gray', 'gray-as-color', 'rgb', 'bgr']),
  /** Pixels (0..255) are fed as `(v * scale - mean) / std`, each channel with its own mean and std. */
  scale: z.number().positive(),
  mean: z.array(z.number()).min(1).max(3),
  std: z.array(z.number().positive()).min(1).max(3),
  crop: z.enum(['frame', 'face', 'eye', 'fer']),
  /** Of the crop `face`: what is added on each side of the detector's box, as share of its longer side. */
  margin: z.number().min(0).max(2).default(0),
  /** Of the crop `face`: whether it is turned so that the eyes lie level. */
  level: z.boolean().default(true),
});

/** The 136 numbers of `normaliseLandmarks`: of networks that never see the picture. */
const landmarksInputSchema = z.strictObject({ kind: z.literal('landmarks'), name: z.string() });

/** Numbers that a face has for networks that read landmarks: x and y of 68 points. */
export const LANDMARK_NUMBERS = 136;

/** What goes into a network. */
export const modelInputSchema = z.discriminatedUnion('kind', [pictureInputSchema, landmarksInputSchema]);

export type PictureInput = z.infer<typeof pictureInputSchema>;

export type ModelInput = z.infer<typeof modelInputSchema>;

type Channels = PictureInput['channels'];

/** For each channel of a network the plane that it is made of, of pictures that are luma alone or else red, green and blue. */
export const CHANNEL_PLANES: Readonly<Record<Channels, readonly number[]>> = {
  gray: [0],
  'gray-as-color': [0, 0, 0],
  rgb: [0, 1, 2],
  bgr: [2, 1, 0],
};

/** How many numbers a pixel has for the network. */
export const countChannels = ({ channels }: Pick<PictureInput, 'channels'>): number =>
  CHANNEL_PLANES[channels].length;

/** Whether a network is shown colours. */
export const readsColor = (input: ModelInput): boolean =>
  input.kind === 'picture' && (input.channels === 'rgb' || input.channels === 'bgr');

/** How many planes a picture has before its channels are made: luma, or red, green and blue. */
export const countPlanes = (input: ModelInput): 1 | 3 => (readsColor(input) ? 3 : 1);

/**
 * Dimensions of what goes in; null where they are open.
 *
 * @param size of the pictures, where the network takes any
 */
export function inputShape(
  input: ModelInput,
  size: { readonly width: number | null; readonly height: number | null } = { width: null, height: null },
): (number | null)[] {
  if (input.kind === 'landmarks') return [null, LANDMARK_NUMBERS];
  const [width, height] = [input.width ?? size.width, input.height ?? size.height];
  const channels = countChannels(input);
  return input.layout === 'NCHW' ? [null, channels, height, width] : [null, height, width, channels];
}
