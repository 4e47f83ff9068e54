import { AppError, type LumaFrame } from '@eyeline/contracts';

/** @throws {AppError} internal when a frame does not hold as many bytes as its size says, or no colours although they are read */
export function checkFrame({ width, height, data, chroma }: LumaFrame, readsColor: boolean): void {
  const refuse = (what: string): never => {
    throw new AppError('internal', { detail: `A frame of ${width}x${height} came with ${what}.` });
  };
  if (data.length !== width * height) refuse(`${data.length} bytes`);
  if (!readsColor) return;
  if (chroma === undefined) return refuse('no colours, which one of the networks reads');
  const isHalf = chroma.width === Math.ceil(width / 2) && chroma.height === Math.ceil(height / 2);
  const area = chroma.width * chroma.height;
  if (!isHalf || chroma.cb.length !== area || chroma.cr.length !== area) {
    refuse(`colours of ${chroma.width}x${chroma.height}, ${chroma.cb.length} and ${chroma.cr.length} bytes`);
  }
}
