import { type FrameObservation } from '@eyeline/contracts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Regions of one picture as they lie in another: a session's frames may have several sizes, its regions have one. */
export function fitToPicture(frame: FrameObservation, from: Size, to: Size): FrameObservation {
  const zoomX = to.width / from.width;
  const zoomY = to.height / from.height;
  if (zoomX === 1 && zoomY === 1) return frame;
  const faces = frame.faces.map(({ region: { x, y, w, h }, ...face }) => ({
    ...face,
    region: { x: x * zoomX, y: y * zoomY, w: w * zoomX, h: h * zoomY },
  }));
  return { ...frame, faces };
}
