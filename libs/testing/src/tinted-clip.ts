import { type ClipMaker } from './clip-maker.js';
import { fixture } from './clips.js';

/** Colours of a clip, as they are stored (limited range, 128 = none), and by what they are to be read. */
export interface Tint {
  readonly cb: number;
  readonly cr: number;
  readonly matrix: 'bt601' | 'bt709';
}

/** About that of skin under a warm light, and of a face under a blue one. */
export const WARM: Omit<Tint, 'matrix'> = { cb: 118, cr: 148 };
export const COLD: Omit<Tint, 'matrix'> = { cb: 148, cr: 118 };

/** Of the bundled clip, while the person is happy. */
const [START_S, LENGTH_S] = [4, 1.4];

/** A bit of the bundled clip, all of it in one colour: how far red, green and blue lie apart is the same in every pixel. */
export const makeTintedClip = (clips: ClipMaker, name: string, { cb, cr, matrix }: Tint): string =>
  clips.make(
    name,
    ...['-ss', String(START_S), '-t', String(LENGTH_S), '-i', fixture('average-person.mp4'), '-an'],
    // neither so dark nor so bright that a colour is cut off
    ...['-vf', `lutyuv=y=60+val/2:u=${cb}:v=${cr}`, '-c:v', 'libx264', '-qp', '8', '-pix_fmt', 'yuv420p'],
    ...['-colorspace', matrix === 'bt601' ? 'smpte170m' : 'bt709', '-color_range', 'tv'],
  );

/** Red less green and blue less green (0-255) of such a clip: ITU-R BT.601-7 and BT.709-6. */
export function tintDistances({ cb, cr, matrix }: Tint): { redLessGreen: number; blueLessGreen: number } {
  const [kr, kb] = matrix === 'bt601' ? [0.299, 0.114] : [0.2126, 0.0722];
  const [blue, red] = [((cb - 128) * 255) / 224, ((cr - 128) * 255) / 224];
  const [r, b] = [2 * (1 - kr) * red, 2 * (1 - kb) * blue];
  const g = -(kr * r + kb * b) / (1 - kr - kb);
  return { redLessGreen: r - g, blueLessGreen: b - g };
}
