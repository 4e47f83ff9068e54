import { type ColorMatrix } from '@eyeline/contracts';

/** What ffprobe calls them. RGB is none: ffmpeg makes luma and chroma of it by BT.601. */
const NAMES: Readonly<Record<string, ColorMatrix>> = {
  ...{ bt470bg: 'bt601', smpte170m: 'bt601', fcc: 'bt601', gbr: 'bt601' },
  ...{ bt709: 'bt709', bt2020nc: 'bt2020', bt2020c: 'bt2020' },
};

/** A picture that does not say is taken for HD from here on, as mpv does. */
const HD = { width: 1280, height: 577 };

/**
 * By what the colours of a video are to be read.
 *
 * @param name as the file states it
 * @param stored pixels of the picture as it is stored
 */
export function chooseColorMatrix(
  name: string | undefined,
  stored: { readonly width: number; readonly height: number },
): ColorMatrix {
  const stated = NAMES[name ?? ''];
  if (stated !== undefined) return stated;
  return stored.width >= HD.width || stored.height >= HD.height ? 'bt709' : 'bt601';
}
