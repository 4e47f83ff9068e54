import { AppError, type Engine, type LumaFrame, type Region } from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import { chooseAnalysisSize } from '@eyeline/media';

import { SHRINKINGS } from '../measures/box-tables.js';
import { type BoxTally, type KnownBox } from '../measures/count-boxes.js';
import { BoxJudge } from '../sources/box-judge.js';
import { type KnownBoxes } from '../sources/known-boxes.js';
import { placeInFrame } from '../sources/place-in-frame.js';
import { shrinkPicture } from '../sources/shrink-picture.js';
import { type ClipSource, EVERY_FRAME, withClip } from './with-clip.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface BoxesTask extends ClipSource {
  readonly boxes: KnownBoxes;
}

export interface BoxesAnswer {
  /** One for each of `SHRINKINGS`. */
  readonly tallies: readonly BoxTally[];
  readonly engine: Engine;
}

/** Holds the faces that are found and followed in every frame of a clip, and in the same made smaller, against its boxes. */
const judgeBoxes = ({ boxes, ...source }: BoxesTask, { signal }: LaneContext): Promise<BoxesAnswer> =>
  withClip(source, signal, async ({ video, engine, frames, look }) => {
    if (boxes.width !== video.width || boxes.height !== video.height) {
      refuse(
        `It has ${video.width}x${video.height} pixels, the boxes are of ${boxes.width}x${boxes.height}.`,
      );
    }
    const toFrame = zoomTo(chooseAnalysisSize(video, EVERY_FRAME), video);
    const judges = SHRINKINGS.map(() => new BoxJudge(video, toFrame));
    const expected = boxes.frames.length;
    let number = 0;
    for await (const frame of frames(EVERY_FRAME)) {
      if (number === expected) refuse(`It has more frames than the ${expected} that there are boxes of.`);
      const known = boxes.frames[number++];
      for (const [i, times] of SHRINKINGS.entries()) {
        const [small, left, top] = shrinkInFrame(frame, times);
        const put = ({ score, ...box }: KnownBox): KnownBox => {
          const { x, y, w, h } = toFrame(box);
          return { score, x: left + x / times, y: top + y / times, w: w / times, h: h / times };
        };
        judges[i].add(cutToPicture(known, video).map(put), await look(small));
      }
    }
    if (number < expected) refuse(`It has ${number} frames, there are boxes of ${expected}.`);
    return { tallies: await Promise.all(judges.map((judge) => judge.finish())), engine };
  });

/** Takes regions in pixels of one picture to another of the same shape. */
function zoomTo(to: Size, from: Size): (region: Region) => Region {
  const [zoomX, zoomY] = [to.width / from.width, to.height / from.height];
  return ({ x, y, w, h }) => ({ x: x * zoomX, y: y * zoomY, w: w * zoomX, h: h * zoomY });
}

/** The frame made smaller in the middle of one of its size, its edges drawn out, and where it begins there. */
function shrinkInFrame(frame: LumaFrame, times: number): [LumaFrame, left: number, top: number] {
  if (times === 1) return [frame, 0, 0];
  const small = shrinkPicture(frame, times);
  const placed = { ...placeInFrame(small, 1, frame), tS: frame.tS };
  return [placed, (frame.width - small.width) / 2, (frame.height - small.height) / 2];
}

/** Faces are cut to the picture, so have the known ones to be. */
function cutToPicture(boxes: readonly KnownBox[], picture: Size): KnownBox[] {
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
