import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

import sharp from 'sharp';

const DONE = 'eyeline.picture-formats-restricted';

/**
 * Leaves libvips nothing but JPEG, PNG and WebP. Whatever else it could read (SVG, PDF, TIFF, HEIF, ...) is not even tried: fewer
 * decoders meet foreign bytes.
 *
 * Once for all threads that are started afterwards: the list is one for the whole process, and a thread that made it anew
 * would for a moment refuse the pictures that others are just decoding.
 */
export function restrictFormats(): void {
  if (getEnvironmentData(DONE) === true) return;
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  setEnvironmentData(DONE, true);
}
