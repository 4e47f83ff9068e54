import { AppError, type Engine, type LumaFrame, type Region } from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';

import { SHRINKINGS } from '../measures/box-tables.js';
import { type BoxTally, countFrame, createBoxTally } from '../measures/count-boxes.js';
import { type KnownBox, type KnownBoxes } from '../sources/known-boxes.js';
import { placeInFrame } from '../sources/place-in-frame.js';
import { shrinkPicture } from '../sources/shrink-picture.js';
import { type ClipSource, EVERY_FRAME, withClip } from './with-clip.js';

export interface BoxesTask extends ClipSource {
  readonly boxes: KnownBoxes;
}

export interface BoxesAnswer {
  /** One for each of `SHRINKINGS`. */
  readonly tallies: readonly BoxTally[];
  readonly engine: Engine;
}

/** Holds the faces that are found in every frame of a clip, and in the same made smaller, against its boxes. */
const judgeBoxes = ({ boxes, ...source }: BoxesTask, { signal }: LaneContext): Promise<BoxesAnswer> =>
  withClip(source, signal, async ({ video, engine, frames, look }) => {
    if (boxes.width !== video.width || boxes.height !== video.height) {
      refuse(
        `It has ${video.width}x${video.height} pixels, the boxes are of ${boxes.width}x${boxes.height}.`,
      );
    }
    const tallies = SHRINKINGS.map(createBoxTally);
    const expected = boxes.frames.length;
    let number = 0;
    for await (const frame of frames(EVERY_FRAME)) {
      if (number === expected) refuse(`It has more frames than the ${expected} that there are boxes of.`);
      const known = boxes.frames[number++];
      for (const [i, times] of SHRINKINGS.entries()) {
        const [small, left, top] = shrinkInFrame(frame, times);
        const { faces } = await look(small);
        const [zoomX, zoomY] = [frame.width / video.width, frame.height / video.height];
        const put = (box: Region): Region => ({
          ...{ x: left + (box.x * zoomX) / times, y: top + (box.y * zoomY) / times },
          ...{ w: (box.w * zoomX) / times, h: (box.h * zoomY) / times },
        });
        const seen = faces.map(({ region: { x, y, w, h }, score }) => ({
          ...{ score, x: x * zoomX, y: y * zoomY, w: w * zoomX, h: h * zoomY },
        }));
        countFrame(
          tallies[i],
          cutToPicture(known, video).map((box) => ({ score: box.score, ...put(box) })),
          seen,
        );
      }
    }
    if (number < expected) refuse(`It has ${number} frames, there are boxes of ${expected}.`);
    return { tallies, engine };
  });

/** The frame made smaller in the middle of one of its size, its edges drawn out, and where it begins there. */
function shrinkInFrame(frame: LumaFrame, times: number): [LumaFrame, left: number, top: number] {
  if (times === 1) return [frame, 0, 0];
  const small = shrinkPicture(frame, times);
  const placed = { ...placeInFrame(small, 1, frame), tS: frame.tS };
  return [placed, (frame.width - small.width) / 2, (frame.height - small.height) / 2];
}

/** Faces are cut to the picture, so have the known ones to be. */
function cutToPicture(boxes: readonly KnownBox[], picture: { width: number; height: number }): KnownBox[] {
  return boxes.flatMap(({ score, ...box }) => {
    const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
    const w = Math.min(picture.width, box.x + box.w) - x;
    const h = Math.min(picture.height, box.y + box.h) - y;
    return w > 0 && h > 0 ? [{ score, x, y, w, h }] : [];
  });
}

function refuse(detail: string): never {
  throw new AppError('unsupported_media', { detail });
}

export default serveLane(judgeBoxes);
