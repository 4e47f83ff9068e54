import { type LumaFrame } from '@eyeline/contracts';

import { type FrameChoice } from './frame-arguments.js';

type PlaneChoice = Pick<FrameChoice, 'width' | 'height' | 'chroma'>;

/** Bytes that ffmpeg writes a frame. */
export function countFrameBytes(choice: PlaneChoice): number {
  const { width, height } = chromaSize(choice);
  return choice.width * choice.height + (choice.chroma ? 2 * width * height : 0);
}

/** The planes of a frame as ffmpeg writes them (yuv420p, or its luma alone), without a copy. */
export function splitPlanes(bytes: Uint8Array, choice: PlaneChoice): Pick<LumaFrame, 'data' | 'chroma'> {
  if (!choice.chroma) return { data: bytes };
  const { width, height } = chromaSize(choice);
  const lumaEnd = choice.width * choice.height;
  const cbEnd = lumaEnd + width * height;
  return {
    data: bytes.subarray(0, lumaEnd),
    chroma: {
      ...{ width, height, matrix: choice.chroma },
      ...{ cb: bytes.subarray(lumaEnd, cbEnd), cr: bytes.subarray(cbEnd) },
    },
  };
}

const chromaSize = ({ width, height }: PlaneChoice): { width: number; height: number } => ({
  width: Math.ceil(width / 2),
  height: Math.ceil(height / 2),
});
