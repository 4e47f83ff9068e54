import { AppError, type Chroma, type LumaFrame } from '@eyeline/contracts';
import { chooseAnalysisSize } from '@eyeline/media';
import sharp from 'sharp';

import { restrictFormats } from './restrict-formats.js';

/** Longer than any picture within the limits takes; one that is made to take for ever is given up. */
const DECODE_LIMIT_S = 10;

const FORMATS: readonly string[] = ['jpeg', 'png', 'webp'];

restrictFormats();
// No two frames are alike, and there is a lane for each core that is to be used.
sharp.cache(false);
sharp.concurrency(1);

export interface ImageForm {
  readonly maxPixels: number;
  /** Longest side in pixels of what is analysed; a smaller picture is not enlarged. */
  readonly maxSide: number;
  /** Whether its colours are wanted, too; they change no luma. */
  readonly withChroma?: boolean;
}

export interface DecodedImage {
  /** At time 0. */
  readonly frame: LumaFrame;
  /** Pixels of the upright picture. */
  readonly source: { readonly width: number; readonly height: number };
}

/**
 * JPEG, PNG or WebP -> the picture that is analysed, as libs/media makes it of a video: grey, or with colours, upright, means of
 * areas, full range. Of an animation, the first picture. libvips decodes on threads of its own; the sum of the channels runs here.
 *
 * @throws {AppError} unsupported_media, too_many_pixels, timed_out
 */
export async function decodeImage(bytes: Uint8Array, form: ImageForm): Promise<DecodedImage> {
  const { source, hasAlpha } = await readHeader(bytes, form.maxPixels);
  const { width, height } = chooseAnalysisSize(source, { scale: null, max_side: form.maxSide });
  const upright = sharp(bytes, { limitInputPixels: form.maxPixels, failOn: 'error' }).autoOrient();
  // What is behind the picture is white, as most pages are. It takes as long as decoding, so only where there is a behind.
  const opaque = hasAlpha ? upright.flatten({ background: '#fff' }) : upright;
  const { data, info } = await opaque
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .timeout({ seconds: DECODE_LIMIT_S })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw isTimeout(cause)
        ? new AppError('timed_out', { detail: `The image took over ${DECODE_LIMIT_S} s to decode.`, cause })
        : new AppError('unsupported_media', { detail: 'The image is damaged or cut off.', cause });
    });
  if (info.channels !== 3) throw new Error(`An image was decoded to ${info.channels} channels.`);
  const frame: LumaFrame = { tS: 0, width, height, data: toLuma(data) };
  return { frame: form.withChroma ? { ...frame, chroma: toChroma(data, width, height) } : frame, source };
}

/** From the header alone: nothing is decoded yet. */
async function readHeader(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<{ source: DecodedImage['source']; hasAlpha: boolean }> {
  const refuse = (cause?: unknown): never => {
    const detail = 'The bytes are no JPEG, PNG or WebP image.';
    throw new AppError('unsupported_media', { detail, cause });
  };
  if (bytes.length === 0) refuse();
  const { format, autoOrient, hasAlpha } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(refuse);
  if (!FORMATS.includes(format)) refuse();
  const { width, height } = autoOrient;
  if (width * height > maxPixels) {
    throw new AppError('too_many_pixels', {
      detail: `The image has ${width}x${height} pixels; at most ${maxPixels} are taken.`,
    });
  }
  return { source: { width, height }, hasAlpha };
}

/** BT.601, what a JPEG's own luma is made with: 0.299 R + 0.587 G + 0.114 B. */
export function toLuma(rgb: Uint8Array): Uint8Array {
  const luma = new Uint8Array(rgb.length / 3);
  for (let i = 0, o = 0; o < luma.length; i += 3, o++) {
    luma[o] = (19595 * rgb[i] + 38470 * rgb[i + 1] + 7471 * rgb[i + 2] + 32768) >> 16;
  }
  return luma;
}

/** BT.601 as in a JPEG (JFIF 1.02): Cb and Cr of the mean of 2 x 2 pixels each, those that there are at odd edges. */
export function toChroma(rgb: Uint8Array, width: number, height: number): Chroma {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const cb = new Uint8Array(half.width * half.height);
  const cr = new Uint8Array(half.width * half.height);
  for (let y = 0, o = 0; y < height; y += 2) {
    const below = y + 1 < height ? 3 * width : 0;
    for (let x = 0; x < width; x += 2, o++) {
      const i = 3 * (y * width + x);
      const right = x + 1 < width ? 3 : 0;
      const sumOf = (channel: number): number =>
        rgb[i + channel] +
        rgb[i + right + channel] +
        rgb[i + below + channel] +
        rgb[i + below + right + channel];
      const [r, g, b] = [sumOf(0) / 4, sumOf(1) / 4, sumOf(2) / 4];
      cb[o] = toByte(128 - 0.168736 * r - 0.331264 * g + 0.5 * b);
      cr[o] = toByte(128 + 0.5 * r - 0.418688 * g - 0.081312 * b);
    }
  }
  return { ...half, cb, cr, matrix: 'bt601' };
}

const toByte = (value: number): number => Math.min(255, Math.round(value));

const isTimeout = (cause: unknown): boolean => cause instanceof Error && cause.message.startsWith('timeout');
